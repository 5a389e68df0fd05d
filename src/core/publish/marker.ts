import { z } from 'zod';
import { settledVerdicts, verdicts } from '../verdict.ts';

/**
 * What our comment says of itself to later runs, hidden in its last line: what mail shows first is the verdict.
 *
 * `judged` is the history of what the comment has shown, oldest first; its last entry is what it shows now. An entry's `at`
 * is when the forum had written it. The last one has none: its time is the comment's own, and the next writer notes it down.
 * So all times are the forum's, and what was shown when a label was set is known to the second.
 */
export const markerSchema = z.object({
  version: z.literal(1),
  /** Of the action's `name`; empty without one. */
  name: z.string(),
  /** Run id and attempt: `123/1`. */
  run: z.string(),
  /** Milliseconds since 1970 when that run began. */
  startedAt: z.number(),
  /** Commit that was judged. */
  head: z.string(),
  verdict: z.enum(verdicts),
  judged: z
    .array(
      z.object({
        fingerprint: z.string(),
        at: z.string().optional(),
        /** A verdict that stood here, of which commit, and the line that told it; absent where none did. */
        verdict: z.enum(settledVerdicts).optional(),
        head: z.string().optional(),
        line: z.string().optional(),
      }),
    )
    .min(1),
  /** The run still asks: there is no verdict, whatever `verdict` says. */
  asking: z.literal(true).optional(),
  /** What a run that takes the verdict over needs to know besides; any JSON. */
  carried: z.record(z.string(), z.json()),
  /** Of all the rest and of the text beside it; absent where the run that wrote it held no key to sign with. */
  signature: z.string().optional(),
});

export type Marker = z.infer<typeof markerSchema>;

export const markerOpens = '<!-- promptgate ';
export const markerCloses = ' -->';

/** The marker of a comment's text, in a line of its own; undefined where there is none, or none that is whole. Who wrote it, the caller must ask. */
export function readMarker(body: string): Marker | undefined {
  const line = markedLine(body);
  if (line === undefined) return undefined;
  const read = markerSchema.safeParse(parse(line.slice(markerOpens.length, -markerCloses.length)));
  return read.success ? read.data : undefined;
}

/** The text around the marker. Line ends and blanks at the end are the forum's to change. */
export function textBesideMarker(body: string): string {
  const text = body.replaceAll('\r\n', '\n');
  const line = markedLine(text);
  return (
    line === undefined
      ? text
      : text
          .split('\n')
          .filter((one) => one.trimEnd() !== line)
          .join('\n')
  ).trim();
}

/** The last line that is a marker: nothing that a comment tells of others can begin a line like it. */
function markedLine(body: string): string | undefined {
  return body
    .split(/\r?\n/u)
    .map((line) => line.trimEnd())
    .findLast((line) => line.startsWith(markerOpens) && line.endsWith(markerCloses));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
