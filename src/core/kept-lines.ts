import type { z } from 'zod';

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
  return `is no line of a history: ${read.error.issues[0]?.message ?? 'it has another shape'}`;
}
