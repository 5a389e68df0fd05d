import { differingWords } from '../reporters/differing-words.ts';
import { evidenceOf } from '../reporters/evidence-of.ts';
import type { PageCheck } from '../reporters/html/page-data.ts';
import type { Marking } from './view.ts';

export type Marked = readonly { readonly text: string; readonly marked: boolean }[];

/** Two texts that share less have nothing to do with each other: marks would say nothing. */
const leastShared = 0.4;

/** A reply's text with the words marked that its checks decided by. */
export function markEvidence(text: string, checks: readonly PageCheck[]): Marked {
  const parts: { readonly text: string; readonly marked: boolean }[] = [];
  let read = 0;
  for (const { from, to } of evidenceOf(text, checks)) {
    parts.push({ text: text.slice(read, from), marked: false }, { text: text.slice(from, to), marked: true });
    read = to;
  }
  return [...parts, { text: text.slice(read), marked: false }];
}

/** Both texts with the words marked that only one has; nothing marked where they share too little. */
export function markWords(
  old: string,
  now: string,
): { readonly old: Marked; readonly new: Marked; readonly apart: boolean } {
  const spans = differingWords(old, now);
  const shared = spans?.reduce((sum, span) => sum + (span.same ? span.new.length : 0), 0) ?? 0;
  if (spans === undefined || shared < leastShared * Math.max(old.length, now.length, 1))
    return { old: whole(old), new: whole(now), apart: true };
  return {
    old: spans.map((span) => ({ text: span.old, marked: !span.same && span.old !== '' })),
    new: spans.map((span) => ({ text: span.new, marked: !span.same && span.new !== '' })),
    apart: false,
  };
}

export function whole(text: string): Marked {
  return [{ text, marked: false }];
}

export const markingWords = {
  evidence: 'what decided is marked',
  words: 'words that differ are marked',
  plain: 'nothing is marked',
} as const satisfies Record<Marking, string>;
