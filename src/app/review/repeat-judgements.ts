import type { CheckKinds } from '../../core/check-kind.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import { hash } from '../../core/hash.ts';
import type { CellRun, TrialRun } from '../../core/run/trial-run.ts';
import type { CheckScore } from '../../core/score.ts';
import { type RepeatedGrades, repeatedScores, repeatedVotes } from '../../core/scoring/judge-trust.ts';
import { judgedChecks, type NamedCheck, scenarioOf } from '../../core/scoring/named-checks.ts';
import { unitMark } from '../../core/scoring/score-reply.ts';
import type { Side } from '../../core/side.ts';
import { drawsAgain, type JudgeTextDeps, judgeText, type TextToJudge } from './judge-text.ts';

/** What one check made of one reply, more than once. */
export type RepeatedJudgement = {
  readonly kind: string;
  readonly name: string;
  readonly named: NamedCheck;
  /** Tells replies apart. */
  readonly reply: string;
  /** Each judgement, those without a score among them. */
  readonly scores: readonly CheckScore[];
  readonly repeated: RepeatedGrades;
};

/** The votes that replies were given anyway, where checks take several: they cost nothing more. */
export function votesTaken(
  cells: readonly CellRun[],
  { kinds, votes }: Pick<JudgeTextDeps, 'kinds' | 'votes'>,
): readonly RepeatedJudgement[] {
  return cells.flatMap(({ cell, trials }) => {
    const checks = judgedChecks(cell.exam.golden, kinds);
    return trials
      .flatMap((trial) => [trial.old, trial.new])
      .flatMap((run) => {
        if (run?.reply.kind !== 'answered') return [];
        const { reply, score } = run;
        return checks.flatMap((named): readonly RepeatedJudgement[] => {
          const judged = find(score.checks, named);
          if (judged === undefined) return [];
          const taken = votesIn(judged, named, votes);
          return taken.map((repeated) => ({ ...nameOf(named), reply: reply.call, scores: [judged], repeated }));
        });
      });
  });
}

/** The votes of one judgement, criterion by criterion; none where the check takes one. @param votes where it does not say */
export function votesIn(judged: CheckScore, named: NamedCheck, votes: number): readonly RepeatedGrades[] {
  const wanted = named.check.options['votes'] ?? votes;
  return repeatedVotes(judged, typeof wanted === 'number' ? wanted : votes, markOf(named));
}

/** Has replies judged once more, and puts both judgements of each together. */
export async function judgeAgain(
  picked: readonly PickedReply[],
  deps: JudgeTextDeps,
): Promise<readonly RepeatedJudgement[]> {
  const again = picked.map(async (given, at) => {
    const second = await judgeText(given, drawsAgain, deps);
    return second.map(({ named, score }): RepeatedJudgement => {
      const first = find(given.judged, named);
      const both = first === undefined ? [score] : [first, score];
      return { ...nameOf(named), reply: String(at), scores: both, repeated: repeatedScores(both, markOf(named)) };
    });
  });
  return (await Promise.all(again)).flat();
}

/** The pass mark of a check on the scale of scores. */
function markOf({ check, kind }: NamedCheck): number | undefined {
  return check.min === undefined || kind === undefined ? undefined : unitMark(check.min, kind.minRange);
}

function nameOf(named: NamedCheck): Pick<RepeatedJudgement, 'kind' | 'name' | 'named'> {
  return { kind: named.check.kind, name: named.check.name, named };
}

function find(checks: readonly CheckScore[], { check }: NamedCheck): CheckScore | undefined {
  return checks.find((one) => one.scorer === check.kind && one.check === check.name);
}

/** A stored reply that was judged, with the judgement it got. */
type PickedReply = TextToJudge & { readonly judged: readonly CheckScore[] };

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
