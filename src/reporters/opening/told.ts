import type { Phrase } from '../wording/say.ts';

/** What a verdict has to say before a reader scrolls: the fact, from its fullest telling to its shortest, and sentences that follow it, the weightiest first. */
export type Told = {
  readonly fact: readonly [Phrase, ...Phrase[]];
  readonly more: readonly Phrase[];
};

/** Characters of an opening: its line and its sentence together fit a notification. */
export const longest = { line: 90, advice: 50, sentence: 160 } as const;

/** What of a reply's time is over its limit, and which replies it tells of. */
export const slow = {
  p50: { what: 'a reply', who: 'Half of the replies' },
  p95: { what: 'a slow reply', who: 'Of 20 replies the slowest' },
  'first-token': { what: 'the first word of a reply', who: 'The first words of half of the replies' },
} as const;
