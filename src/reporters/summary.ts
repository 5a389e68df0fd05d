import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Report } from '../core/report/report.ts';
import { matrixSections } from './markdown/matrix-sections.ts';
import { reportMarkdown } from './markdown/report-markdown.ts';

/** GitHub drops a step's whole summary over 1 MiB; other steps' text is counted apart. A little is left for what else this step adds. */
export const summaryLimit = 1_048_576 - 16_384;

/** The job summary: the comment's content with more room, and every case on every model. At most `summaryLimit` bytes of UTF-8. */
export function writeSummary(report: Report): string {
  return reportMarkdown(report, '', matrixSections(report), {
    length: summaryLimit,
    measure: (text) => utf8ToBytes(text).length,
    rows: 200,
    fence: { lines: 200, characters: 12_000 },
  });
}
