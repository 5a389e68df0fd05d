import type { Reason } from '../../core/gate/reason.ts';
import type { Report } from '../../core/report/report.ts';
import { showCount, showMoney, showNumberOf } from '../show-quantity.ts';
import { listNames, own, type Phrase, say } from './say.ts';

/** The limit that ended the asking, by the name and in the unit of its setting: `max-calls` (120). Empty where none did. */
export function wordLimit({ ended, stoppedBy }: Report): Phrase {
  if (stoppedBy !== undefined) return own(`\`${stoppedBy.limit}\` (${showValue(stoppedBy)})`);
  // Reports of older versions do not tell which.
  if (ended === 'budget') return own('`max-calls` or `max-cost`');
  return own(ended === 'deadline' ? '`timeout`' : '');
}

type Stop = NonNullable<Report['stoppedBy']>;

function showValue({ limit, value }: Stop): string {
  if (limit === 'max-calls') return showCount(value);
  if (limit === 'max-cost') return showMoney(value);
  const minutes = value / 60_000;
  return minutes < 1 ? `${Math.round(value / 1000)} s` : `${Math.round(minutes * 10) / 10} min`;
}

/** How far asking came: `Stopped at max-calls (120), after 1 round and 112 calls.` Empty where no limit ended it. */
export function wordStopped(report: Report): Phrase {
  const limit = wordLimit(report);
  return limit.length === 0 ? [] : [...own('Stopped at '), ...limit, ...own(`, ${wordSoFar(report)}.`)];
}

/** `after 1 round and 112 calls` */
export function wordSoFar({ prompts, calls }: Report): string {
  const rounds = Math.max(0, ...prompts.map((prompt) => prompt.rounds));
  return `after ${showNumberOf(rounds, 'round')} and ${showNumberOf(calls.made, 'call')}`;
}

/** What to raise, and how far at most. Empty where no limit ended it. */
export function wordRaise(report: Report): Phrase {
  const { ended, stoppedBy, calls, costUsd } = report;
  if (stoppedBy === undefined) return ended === 'budget' ? own('Raise the limit to know.') : [];
  const most = calls.planned?.high ?? 0;
  if (stoppedBy.limit === 'max-calls')
    return own(
      most > stoppedBy.value
        ? `Raise \`max-calls\` to know: all of it takes at most ${showCount(most)}.`
        : 'Raise `max-calls` to know.',
    );
  if (stoppedBy.limit === 'timeout') return own('Raise `timeout`, or `concurrency`, to know.');
  // Dollars of the calls that were made say more than those of the forecast.
  const usd = calls.made === 0 || costUsd.actual === undefined ? 0 : (costUsd.actual / calls.made) * most;
  return own(
    usd > stoppedBy.value
      ? `Raise \`max-cost\` to know: all of it takes at most about ${showMoney(usd)}.`
      : 'Raise `max-cost` to know.',
  );
}

type OwnBudget = Extract<Reason, { readonly kind: 'own-budget' }>;

/** The limit of a budget of some prompts' own, by its name: `budget.calls` of `overrides` (20) */
export function wordOwnLimit({ of, limit, paths }: OwnBudget): Phrase {
  const value = of === 'calls' ? showCount(limit) : showMoney(limit);
  return say`${own(`\`budget.${of}\` (${value}) of the \`overrides\` for`)} ${listNames(paths, 2)}`;
}

/** What to raise for prompts that a budget of their own stopped. */
export function wordOwnRaise({ of }: OwnBudget): Phrase {
  return own(`Raise \`budget.${of}\` of that entry to know, or give these prompts fewer cases.`);
}
