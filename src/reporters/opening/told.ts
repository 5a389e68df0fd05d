import type { Phrase } from '../wording/say.ts';

/** What a verdict has to say before a reader scrolls: the fact, from its fullest telling to its shortest, and sentences that follow it, the weightiest first. */
export type Told = {
  readonly fact: readonly [Phrase, ...Phrase[]];
  readonly more: readonly Phrase[];
};

/** Characters of an opening: its line and its sentence together fit a notification. */
export const longest = { line: 90, advice: 50, sentence: 160 } as const;
