import type { z } from 'zod';
import { ProblemError } from './problem.ts';

/** Lines that earlier runs kept, and what of them could not be read. */
export type KeptRead<Line> = {
  readonly lines: readonly Line[];
  /** Places of lines that are none: `2026-11.ndjson:12`, with why. */
  readonly unread: readonly { readonly at: string; readonly why: string }[];
};

/** What a line is, and the latest version of it that is known. */
type KeptForm<Line> = {
  readonly line: z.ZodType<Line>;
  readonly version: number;
  /** Sooner than `line`: a value that it takes is one, and one that it does not take may be one. */
  readonly isLine?: (value: unknown) => value is Line;
};

/**
 * Reads a file of lines that earlier runs kept, each JSON with its version. A line that cannot be read is told and left out: one that
 * a killed run left half, or one of a later version.
 * @param file what messages call it
 */
export function readKeptLines<Line>(text: string, file: string, form: KeptForm<Line>): KeptRead<Line> {
  const lines: Line[] = [];
  const unread: { readonly at: string; readonly why: string }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line, form);
    if (typeof read === 'string') unread.push({ at: `${file}:${index + 1}`, why: read });
    else lines.push(read.line);
  }
  return { lines, unread };
}

/** Whether a line was left out because a later version wrote it. */
export function isOfLaterVersion({ why }: { readonly why: string }): boolean {
  return why.startsWith(later);
}

/**
 * What was read of a file that a run adds lines to. A single line that is no JSON may be what a killed run left.
 * @param file what messages call it
 * @throws ProblemError where the file holds something, and not a line of it is one of a history: it is somebody's, and nothing is written to it
 */
export function ownLines<Line>(read: KeptRead<Line>, file: string): KeptRead<Line> {
  const { lines, unread } = read;
  const isForeign = unread.length > 1 || unread.some(({ why }) => why.startsWith(other));
  if (lines.length > 0 || !isForeign || unread.some(isOfLaterVersion)) return read;
  throw new ProblemError({
    reason: 'files',
    what: `\`${file}\` is named as the history, and holds something else: none of its lines is one of a history. Nothing was written to it.`,
    at: { file },
    fix: 'Name a file of its own as the history: one that is not there yet, or the one of earlier runs.',
  });
}

const other = 'is no line of a history';
const later = 'was written by a later version';

function readLine<Line>(line: string, form: KeptForm<Line>): { readonly line: Line } | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'is no JSON';
  }
  if (form.isLine?.(value) === true) return { line: value };
  const read = form.line.safeParse(value);
  if (read.success) return { line: read.data };
  if (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'number' &&
    value.version > form.version
  )
    return `${later} (${value.version})`;
  return `${other}: ${read.error.issues[0]?.message ?? 'it has another shape'}`;
}
