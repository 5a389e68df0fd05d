import { type KeptRead, readKeptLines } from '../kept-lines.ts';
import { type DriftLine, driftLine, driftVersion } from './drift-line.ts';
import { isRunLine } from './is-run-line.ts';

/** The lines of a history, and what of it could not be read. */
export type HistoryRead = KeptRead<DriftLine>;

/** Reads a file of the history. @param file what messages call it */
export function readHistory(text: string, file: string): HistoryRead {
  return readKeptLines<DriftLine>(text, file, { line: driftLine, version: driftVersion, isLine: isRunLine });
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

/** The prompt's place in the lines of a model's canary: no path, for `*` stands in none. */
export const canaryRow = '*canary*';

/** The same of the judge's lines. */
export const judgeRow = '*judge*';

export function rowName(prompt: string, model: string): string {
  return JSON.stringify([prompt, model]);
}
