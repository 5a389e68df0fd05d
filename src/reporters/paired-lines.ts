import { differingWords, type WordSpan } from './differing-words.ts';
import type { DiffLine } from './read-diff.ts';

/** Of a rewritten line this share must be as before, else marks of words say nothing. */
const leastShared = 0.4;

/** A line of a diff as it is on both sides: what changed stands beside what it was, with the words that differ where that tells. */
export type PairedLine =
  | { readonly kind: 'plain'; readonly line: DiffLine }
  | { readonly kind: 'old'; readonly old: DiffLine }
  | { readonly kind: 'new'; readonly now: DiffLine }
  | {
      readonly kind: 'changed';
      readonly old: DiffLine;
      readonly now: DiffLine;
      readonly spans?: readonly WordSpan[];
    };

/** The lines of a diff, each that is gone beside the one that came in its place. */
export function pairLines(lines: readonly DiffLine[]): readonly PairedLine[] {
  const rows: PairedLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.kind !== 'old' && line.kind !== 'new') {
      rows.push({ kind: 'plain', line });
      at += 1;
      continue;
    }
    const old = lines.slice(at, at + runOf('old', lines, at));
    const now = lines.slice(at + old.length, at + old.length + runOf('new', lines, at + old.length));
    for (let pair = 0; pair < Math.max(old.length, now.length); pair += 1) rows.push(...pairOf(old[pair], now[pair]));
    at += old.length + now.length;
  }
  return rows;
}

function runOf(kind: DiffLine['kind'], lines: readonly DiffLine[], from: number): number {
  const end = lines.slice(from).findIndex((line) => line.kind !== kind);
  return end === -1 ? lines.length - from : end;
}

function pairOf(old: DiffLine | undefined, now: DiffLine | undefined): readonly PairedLine[] {
  if (old === undefined) return now === undefined ? [] : [{ kind: 'new', now }];
  if (now === undefined) return [{ kind: 'old', old }];
  const spans = tellingWords(old.text, now.text);
  return [{ kind: 'changed', old, now, ...(spans !== undefined && { spans }) }];
}

/** The words that differ, where enough of both texts is alike for that to tell anything. */
export function tellingWords(old: string, now: string): readonly WordSpan[] | undefined {
  const spans = differingWords(old, now);
  const shared = spans?.reduce((sum, span) => sum + (span.same ? span.new.trim().length : 0), 0) ?? 0;
  return shared < leastShared * Math.max(old.trim().length, now.trim().length) ? undefined : spans;
}
