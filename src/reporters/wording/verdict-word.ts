import type { Verdict } from '../../core/verdict.ts';

const words = {
  regressed: 'worse',
  invalid: 'not reviewed',
  failing: 'fails',
  inconclusive: 'cannot tell',
  unreviewed: 'not checked',
  pass: 'holds',
  skipped: 'nothing to do',
} as const satisfies Record<Verdict, string>;

/** A verdict in the words of the page. */
export function verdictWord(verdict: Verdict): string {
  return words[verdict];
}
