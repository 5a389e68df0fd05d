import { type DriftLine, driftLine, driftVersion } from './drift-line.ts';

/** The lines of a history, and what of it could not be read. */
export type HistoryRead = {
  readonly lines: readonly DriftLine[];
  /** Places of lines that are none: `2026-11.ndjson:12`, with why. */
  readonly unread: readonly { readonly at: string; readonly why: string }[];
};

/**
 * Reads a file of the history. A line that cannot be read is told and left out: one that a killed run left half, or one of a later
 * version.
 * @param file what messages call it
 */
export function readHistory(text: string, file: string): HistoryRead {
  const lines: DriftLine[] = [];
  const unread: { readonly at: string; readonly why: string }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line);
    if (typeof read === 'string') unread.push({ at: `${file}:${index + 1}`, why: read });
    else lines.push(read);
  }
  return { lines, unread };
}

function readLine(line: string): DriftLine | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'is no JSON';
  }
  const read = driftLine.safeParse(value);
  if (read.success) return read.data;
  if (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'number' &&
    value.version > driftVersion
  )
    return `was written by a later version (${value.version})`;
  return `is no line of a history: ${read.error.issues[0]?.message ?? 'it has another shape'}`;
}

/** Lines as text, each ended by a line feed. */
export function writeHistory(lines: readonly DriftLine[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The file of a month: `2026-11.ndjson`. */
export function monthOf(at: string): string {
  return `${at.slice(0, 7)}.ndjson`;
}

/** Histories of single rows: a prompt on a model, each in order of time. */
export function rowsOfHistory(lines: readonly DriftLine[]): ReadonlyMap<string, readonly DriftLine[]> {
  const sorted = lines.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return Map.groupBy(sorted, ({ prompt, model }) => rowName(prompt, model));
}

export function rowName(prompt: string, model: string): string {
  return JSON.stringify([prompt, model]);
}
