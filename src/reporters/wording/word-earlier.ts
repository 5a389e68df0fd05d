import type { Report } from '../../core/report/report.ts';
import type { SettledVerdict, Verdict } from '../../core/verdict.ts';
import { own, type Phrase, say } from './say.ts';

/** What is told now, and of which commit. */
type Now = { readonly verdict: Verdict; readonly head: string };

/** What became of the verdict that was told before: `Was regressed at abc1234, fixed here.` Empty where nothing turned. */
export function wordEarlier(earlier: Report['earlier'], now: Now): Phrase {
  if (earlier === undefined) return [];
  const { verdict, head, since } = earlier;
  const words = told[verdict];
  if (verdict === now.verdict)
    return isBad(verdict) && since !== now.head ? say`Still ${own(words)}, since ${short(since)}.` : [];
  if (head === now.head) {
    // The same commit judged twice, and differently: chance, a service that changed, or a base branch that moved on.
    return isSettled(now.verdict) ? own(`An earlier run of this commit ${found[verdict]}.`) : [];
  }
  if (isBad(verdict)) return say`Was ${own(words)} at ${short(head)}${own(goesOn[now.verdict])}.`;
  return isBad(now.verdict) && verdict === 'pass' ? say`Was fine at ${short(head)}.` : [];
}

const told = {
  regressed: 'regressed',
  failing: 'failing',
  inconclusive: 'undecided',
  pass: 'fine',
} as const satisfies Record<SettledVerdict, string>;

const found = {
  regressed: 'found it regressed',
  failing: 'found it failing',
  inconclusive: 'could not tell',
  pass: 'found it fine',
} as const satisfies Record<SettledVerdict, string>;

/** How what was bad goes on. */
const goesOn = {
  regressed: '',
  failing: '',
  inconclusive: ', not proven any more',
  pass: ', fixed here',
  invalid: '; this run could not tell',
  unreviewed: '; nothing checks it now',
  skipped: '',
} as const satisfies Record<Verdict, string>;

function isBad(verdict: Verdict): boolean {
  return verdict === 'regressed' || verdict === 'failing';
}

function isSettled(verdict: Verdict): boolean {
  return Object.hasOwn(told, verdict);
}

/** A commit as people write it. */
function short(sha: string): string {
  return sha.slice(0, 7);
}
