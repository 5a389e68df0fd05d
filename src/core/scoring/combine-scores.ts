import type { CheckScore, Score } from '../score.ts';

/**
 * A reply's score from its checks': the weighted mean in 0–1, 0 where a required check fails its mark (or, without
 * one, scores 0). It passes when every check with a pass mark does; without any mark there is no pass.
 * One unscored check makes the reply unscored: leaving it out would raise the mean, counting it as 0 lower it.
 */
export function combineScores(checks: readonly CheckScore[]): Score {
  const unscored = checks.filter((check) => check.kind === 'unscored');
  if (unscored.length > 0) {
    return { kind: 'unscored', why: unscored.map(({ check, why }) => `${check}: ${why}`).join('; '), checks };
  }
  const scored = checks.filter((check) => check.kind === 'scored');
  const weight = scored.reduce((sum, check) => sum + check.weight, 0);
  if (scored.length === 0) return { kind: 'unscored', why: 'no check scores this reply', checks };
  if (!(weight > 0)) return { kind: 'unscored', why: 'every check has weight 0', checks };

  const failsRequired = scored.some((check) => check.required && !(check.passed ?? check.value > 0));
  const mean = scored.reduce((sum, check) => sum + check.value * (check.weight / weight), 0);
  const value = failsRequired ? 0 : Math.min(1, Math.max(0, mean));
  const marked = scored.filter((check) => check.passed !== undefined);
  if (marked.length === 0) return { kind: 'scored', value, checks };
  return { kind: 'scored', value, passes: marked.every((check) => check.passed === true), checks };
}
