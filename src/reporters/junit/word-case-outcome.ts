import { showPosition } from '../../core/problem.ts';
import type { Report } from '../../core/report/report.ts';
import type { PlacedCase } from '../cases-of.ts';
import { showTally } from '../show-quantity.ts';
import { tellingPair } from '../telling-pair.ts';
import { list, own, type Phrase, quote, say } from '../wording/say.ts';
import { wordChange } from '../wording/word-change.ts';

/** What a case comes to as a test. */
export type CaseOutcome =
  | { readonly kind: 'passed'; readonly told: readonly Phrase[] }
  | { readonly kind: 'skipped'; readonly message: Phrase }
  | {
      readonly kind: 'failure' | 'error';
      readonly type: string;
      readonly message: Phrase;
      readonly told: readonly Phrase[];
    };

/** Characters of each reply. */
const mostOfReply = 1500;

/** A failure is what speaks against the change: what fails before and now does not, nor what was accepted. */
export function wordCaseOutcome(placed: PlacedCase, report: Report): CaseOutcome {
  const { row, case: one } = placed;
  const change = wordChange(one);
  switch (one.state) {
    case 'regressed':
      return report.accepted.length > 0
        ? { kind: 'skipped', message: say`got worse, which was accepted: ${change}` }
        : { kind: 'failure', type: 'regressed', message: say`got worse: ${change}`, told: story(placed) };
    case 'fell':
      return row.verdict === 'regressed' && report.accepted.length === 0
        ? { kind: 'failure', type: 'fell', message: say`fell: ${change}`, told: story(placed) }
        : { kind: 'skipped', message: say`fell, not proven: ${change}` };
    case 'unscored':
      return { kind: 'error', type: 'unscored', message: wordUnscored(placed), told: story(placed) };
    case 'failing':
      return report.mode === 'check'
        ? { kind: 'failure', type: 'failing', message: say`fails: ${own(showTally(one.new))}`, told: story(placed) }
        : { kind: 'skipped', message: one.old.of === 0 ? say`fails: ${change}` : say`fails before and now: ${change}` };
    case 'flaky':
      return { kind: 'passed', told: [say`flaky: ${change}`] };
    case 'improved':
      return { kind: 'passed', told: [say`got better: ${change}`] };
    case 'same':
      return { kind: 'passed', told: [] };
  }
}

function wordUnscored({ case: { replies } }: PlacedCase): Phrase {
  const error = replies.find((reply) => reply.error !== undefined)?.error;
  return error === undefined ? own('not scored') : say`not scored: ${quote(error.message)}`;
}

/** Where the case is, what was asked, both replies, and what the new one fails. */
function story(placed: PlacedCase): readonly Phrase[] {
  const { prompt, case: one } = placed;
  const pair = tellingPair(placed, mostOfReply);
  const at = prompt.exam.find(({ id }) => id === one.id)?.at;
  const failing = pair.failing.map(({ check, reason }) => say`${check}: ${quote(reason)}`);
  return [
    at === undefined ? [] : say`Case: ${showPosition(at)}`,
    pair.asked === '' ? [] : say`Asked: ${quote(pair.asked)}`,
    pair.before === undefined ? [] : say`Before: ${quote(pair.before)}`,
    say`Now: ${quote(pair.now)}`,
    failing.length === 0 ? [] : say`Fails: ${list(failing, '; ')}`,
  ];
}
