import type { CheckScore, Score } from '../score.ts';

type Scored = Extract<CheckScore, { kind: 'scored' }>;

/** Means of equal shares, such as three of five, come out a little below what is written. */
const rounding = 1e-9;

/**
 * A reply's score from its checks': the weighted mean in 0–1, 0 where a required check fails its mark (or, without
 * one, scores 0). It passes when every check with a pass mark does, and every set of checks by the mean of its members;
 * without any mark there is no pass. One unscored check makes the reply unscored: leaving it out would raise the mean,
 * counting it as 0 lower it.
 * @param min pass mark of the case: then the mean alone decides.
 */
export function combineScores(checks: readonly CheckScore[], min?: number): Score {
  const unscored = checks.filter((check) => check.kind === 'unscored');
  if (unscored.length > 0) {
    return { kind: 'unscored', why: unscored.map(({ check, why }) => `${check}: ${why}`).join('; '), checks };
  }
  const scored = checks.filter((check) => check.kind === 'scored');
  if (scored.length === 0) return { kind: 'unscored', why: 'no check scores this reply', checks };
  const mean = meanOf(scored);
  if (mean === undefined) return { kind: 'unscored', why: 'every check has weight 0', checks };

  const failsRequired = scored.some((check) => check.required && !(check.passed ?? check.value > 0));
  const value = failsRequired ? 0 : Math.min(1, Math.max(0, mean));
  const passes = min === undefined ? passMarks(scored) : value >= min - rounding;
  return { kind: 'scored', value, ...(passes !== undefined && { passes }), checks };
}

function passMarks(scored: readonly Scored[]): boolean | undefined {
  const sets = Map.groupBy(scored, ({ set }) => set?.name);
  const marks = [...sets].flatMap(([name, members]): readonly boolean[] => {
    const min = members[0]?.set?.min;
    if (name === undefined || min === undefined) return members.flatMap(({ passed }) => passed ?? []);
    return [(meanOf(members) ?? 0) >= min - rounding];
  });
  return marks.length === 0 ? undefined : marks.every(Boolean);
}

function meanOf(scored: readonly Scored[]): number | undefined {
  const weight = scored.reduce((sum, check) => sum + check.weight, 0);
  return weight > 0 ? scored.reduce((sum, check) => sum + check.value * (check.weight / weight), 0) : undefined;
}
