import type { CheckKinds } from '../../core/check-kind.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import { hash } from '../../core/hash.ts';
import type { CellRun, TrialRun } from '../../core/run/trial-run.ts';
import type { CheckScore } from '../../core/score.ts';
import { judgedChecks } from '../../core/scoring/judged-checks.ts';
import { scenarioOf } from '../../core/scoring/scenario-of.ts';
import type { Side } from '../../core/side.ts';
import type { TextToJudge } from './judge-text.ts';

/** A stored reply that was judged, with the judgement it got. */
export type PickedReply = TextToJudge & { readonly judged: readonly CheckScore[] };

/**
 * Picks stored replies to be judged again: trials in an order that a hash of their requests gives, the first round's
 * before later ones (every case has those, whatever came of it), each with all of its sides. Nothing a reply scored and
 * no side has a say in it. Equal texts of a case are picked once: their judgements would be the same calls.
 * @param most fewest replies at which picking ends; a trial is never split
 */
export function pickJudgedReplies(
  cells: readonly CellRun[],
  kinds: CheckKinds,
  most: number,
  textOf: (call: string) => string | undefined,
): readonly PickedReply[] {
  const trials = cells
    .filter(({ cell: { exam } }) => {
      const { golden } = exam;
      // A conversation is not judged again: its turns would have to be read back one by one.
      return judgedChecks(golden, kinds).length > 0 && scenarioOf(golden, kinds) === undefined;
    })
    .flatMap(({ cell, trials: held }) =>
      held.map((trial) => ({ cell, trial, at: hash([cell.comparison, trial.trial]) })),
    )
    .filter(({ trial }) => [trial.old, trial.new].every((run) => run === undefined || run.score.kind === 'scored'))
    .toSorted((one, other) => one.trial.round - other.trial.round || (one.at < other.at ? -1 : 1));
  const picked = new Map<string, PickedReply>();
  for (const { cell, trial } of trials) {
    if (picked.size >= most) break;
    for (const side of ['old', 'new'] as const) {
      const reply = readReply(cell, trial, side, textOf);
      if (reply !== undefined) picked.set(hash([reply.golden, reply.text]), reply);
    }
  }
  return [...picked.values()];
}

function readReply(
  cell: DesignCell,
  trial: TrialRun,
  side: Side,
  textOf: (call: string) => string | undefined,
): PickedReply | undefined {
  const run = trial[side];
  const request = cell[side];
  if (run?.reply.kind !== 'answered' || request === undefined) return undefined;
  const text = textOf(run.reply.call);
  return text === undefined
    ? undefined
    : { golden: cell.exam.golden, messages: request.messages, text, judged: run.score.checks };
}
