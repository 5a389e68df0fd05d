import type { PromptResult } from '../../core/assemble/assemble-prompt.ts';
import { withReasons } from '../../core/gate/with-reasons.ts';
import type { TrialRun } from '../../core/run/trial-run.ts';
import { type Side, sides } from '../../core/side.ts';

/** Replies to two different questions compare nothing, however they score. */
export function toldOthers(result: PromptResult): PromptResult {
  const others = result.run.design.otherQuestions ?? [];
  if (others.length === 0) return result;
  const names = (of: 'dropped' | 'brought') => [...new Set(others.flatMap((one) => one[of]))];
  const cases = others.map((one) => one.case);
  const verdict = withReasons(result.verdict, ({ row }) => [
    { kind: 'other-question', row, cases, dropped: names('dropped'), brought: names('brought') },
  ]);
  return { ...result, verdict };
}

/** Calls named one by one: all of them are with their replies. */
const mostCalls = 20;

/** A conversation that ended for want of a canned result is no whole one, whatever its checks make of it. */
export function toldUnanswered(result: PromptResult): PromptResult {
  const verdict = withReasons(result.verdict, ({ row }) => {
    const made = result.run.cells.flatMap(({ cell, trials }) =>
      cell.row !== row ? [] : trials.flatMap((trial) => unansweredIn(trial, cell.exam.key)),
    );
    const alike = [...Map.groupBy(made, (call) => JSON.stringify(call)).values()];
    const calls = alike.flatMap((held) => (held[0] === undefined ? [] : [{ ...held[0], replies: held.length }]));
    const inOrder = [...calls.filter(({ side }) => side === 'new'), ...calls.filter(({ side }) => side === 'old')];
    return calls.length === 0
      ? []
      : [{ kind: 'no-result', row, calls: inOrder.slice(0, mostCalls), of: calls.length } as const];
  });
  return { ...result, verdict };
}

/**
 * Cases whose conversations only the new prompt leads to the end of their steps: it calls on and on, and never answers. Checks of
 * its calls may all hold.
 */
export function toldOutOfSteps(result: PromptResult): PromptResult {
  const verdict = withReasons(result.verdict, ({ row }) => {
    const cells = result.run.cells.filter(({ cell }) => cell.row === row);
    const cases = cells.flatMap(({ cell, trials }) => {
      const ended = (side: Side) => trials.some((trial) => trial[side]?.conversation?.end === 'max-steps');
      return ended('new') && !cell.identical && cell.old !== undefined && !ended('old') ? [cell.exam.key] : [];
    });
    return cases.length === 0 ? [] : [{ kind: 'out-of-steps', row, cases } as const];
  });
  return { ...result, verdict };
}

function unansweredIn(trial: TrialRun, key: string) {
  return sides.flatMap((side) =>
    (trial[side]?.conversation?.unanswered ?? []).map(({ name, arguments: written }) => ({
      ...{ case: key, side, name, arguments: written },
    })),
  );
}
