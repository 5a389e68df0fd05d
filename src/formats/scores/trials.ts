import type { Position, Problem } from '../../core/problem.ts';
import type { ScoreCase, ScoreSubject, ScoreTrial } from './types.ts';

/** One trial with where it belongs, as files that list replies one by one hold it. */
export type ListedTrial = {
  readonly subject: string;
  readonly row: string;
  readonly case: string;
  /** Orders the trials of a case; where it is the same they stay in the file's order. */
  readonly order: number;
  readonly trial: ScoreTrial;
  readonly weight?: number;
  readonly segment?: string;
};

/** Brings listed trials together by subject, row and case, each in order of first mention. */
export function gatherTrials(listed: readonly ListedTrial[]): readonly ScoreSubject[] {
  return [...Map.groupBy(listed, ({ subject }) => subject)].map(([name, ofSubject]) => ({
    name,
    rows: [...Map.groupBy(ofSubject, ({ row }) => row)].map(([id, ofRow]) => ({
      id,
      cases: [...Map.groupBy(ofRow, (one) => one.case)].map(([of, ofCase]) => caseOf(of, ofCase)),
    })),
  }));
}

function caseOf(id: string, listed: readonly ListedTrial[]): ScoreCase {
  const segment = listed.find((one) => one.segment !== undefined)?.segment;
  return {
    id,
    weight: listed.find(({ weight }) => weight !== undefined)?.weight ?? 1,
    ...(segment === undefined ? {} : { segment }),
    trials: listed.toSorted((one, other) => one.order - other.order).map(({ trial }) => trial),
  };
}

/** A trial of which nothing but the score is known. */
export function bareTrial(score: number, passes?: boolean): ScoreTrial {
  return {
    outcome: { score, ...(passes === undefined ? {} : { passes }), marks: [], metrics: {} },
    reply: { checks: [] },
  };
}

/** A trial without a score. `unscored`: there was a reply, but nothing could grade it. */
export function missingTrial(missing: 'failed' | 'unscored', why: string, text?: string): ScoreTrial {
  const reason = missing === 'failed' ? 'server' : 'unscored';
  return {
    outcome: { missing },
    reply: { checks: [], error: { reason, message: why }, ...(text === undefined ? {} : { text }) },
  };
}

/** Most characters kept of a reply that a score file shows. */
export const longestText = 20_000;

/** More trials of a case are no evaluation that was asked trial by trial. */
const mostTrials = 1000;

/** What is wrong with a case of so many trials; nothing where it has few enough. */
export function crowdedCase(id: string, trials: number, at: () => Position): readonly Problem[] {
  if (trials <= mostTrials) return [];
  const what = `The case \`${id}\` has ${trials} scores, more than the ${mostTrials} that are read.`;
  const fix = 'List the scores of each case apart, not those of all cases together.';
  return [{ reason: 'files', what, at: at(), fix }];
}

/** The crowded cases of listed trials, each at its first trial. @param at the place of a trial by its index */
export function crowdedCases(listed: readonly ListedTrial[], at: (index: number) => Position): readonly Problem[] {
  const counts = new Map<string, { readonly first: number; readonly id: string; trials: number }>();
  for (const [first, { subject, row, case: id }] of listed.entries()) {
    const key = JSON.stringify([subject, row, id]);
    const held = counts.get(key) ?? { first, id, trials: 0 };
    held.trials++;
    counts.set(key, held);
  }
  return [...counts.values()].flatMap(({ first, id, trials }) => crowdedCase(id, trials, () => at(first)));
}
