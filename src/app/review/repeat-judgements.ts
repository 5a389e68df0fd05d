import type { CellRun } from '../../core/run/trial-run.ts';
import type { CheckScore } from '../../core/score.ts';
import type { RepeatedGrades } from '../../core/scoring/judge-reliability.ts';
import { judgedChecks } from '../../core/scoring/judged-checks.ts';
import type { NamedCheck } from '../../core/scoring/named-checks.ts';
import { repeatedScores, repeatedVotes } from '../../core/scoring/repeated-scores.ts';
import { unitMark } from '../../core/scoring/score-reply.ts';
import { drawsAgain, type JudgeTextDeps, judgeText } from './judge-text.ts';
import type { PickedReply } from './pick-judged-replies.ts';

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
