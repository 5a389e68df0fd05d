import type { HeldBytes } from '../parts/held-bytes.ts';
import { partOf } from '../parts/part-value.ts';
import type { Report } from '../report/report.ts';

/** Bytes of a picture that a report shows, and of all of them: a report is to be mailed and kept. */
const mostBytes = 64 * 1024;
const mostTogether = 1024 * 1024;

/**
 * A report with the small ones of the pictures that its cases show, as data URLs by their digest, each once. Nothing is scaled:
 * larger ones are told by name and size.
 */
export function withThumbnails(report: Report, held: HeldBytes): Report {
  let together = 0;
  const pictures = new Map<string, string>();
  for (const value of report.prompts.flatMap(({ exam }) => exam.flatMap(({ vars }) => Object.values(vars)))) {
    const part = partOf(value);
    if (part?.kind !== 'image' || part.source.kind === 'url') continue;
    const { sha256 = '', bytes = 0, mediaType } = part.source;
    const base64 =
      pictures.has(sha256) || bytes > mostBytes || together + bytes > mostTogether ? '' : held.find(sha256);
    if (base64 === undefined || base64 === '') continue;
    together += bytes;
    pictures.set(sha256, `data:${mediaType};base64,${base64}`);
  }
  return pictures.size === 0 ? report : { ...report, pictures: Object.fromEntries(pictures) };
}
