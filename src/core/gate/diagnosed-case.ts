import type { Cell, Outcome } from '../outcome.ts';
import type { Side } from '../side.ts';
import { scoreSlack } from '../statistics/slack.ts';
import { isBroken } from './case-look.ts';
import type { CaseComparison, CaseState, Fall, Tally } from './comparison.ts';
import { gradeOf } from './gate-sample.ts';
import { isOutcome, type Measure, passOf, scoreOf, tallySide } from './measured-batch.ts';

/**
 * A case with the replies of the round of diagnosis counted in: its tallies, its change and its state, which may turn out no fall
 * at all. Test results stay those of the looks, which never see these replies: they name, and neither block nor open.
 * @param cell with all its batches, those of the diagnosis too
 * @param asked replies a side that the diagnosis asked
 */
export function diagnosedCase(found: CaseComparison, cell: Cell, asked: number): CaseComparison {
  const [old, now] = [tallySide(cell, 'old'), tallySide(cell, 'new')];
  const delta = changeOf(old, now);
  const falls = fallsOf(cell, undefined, found.falls);
  const state = caseState({ ...found, old, new: now, delta, falls, newOnly: false, improved: false });
  return { ...found, old, new: now, delta, falls, state, diagnosed: asked };
}

/** New minus old pass rate, mean score where passes do not tell; `null` where a side is empty. */
function changeOf(old: Tally, now: Tally): number | null {
  if (old.of === 0 || now.of === 0) return null;
  if (old.passes !== null && now.passes !== null) return now.passes / now.of - old.passes / old.of;
  return mean(now.scores) - mean(old.scores);
}

function mean(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

const steadyRange = 1 / 3;

type Found = Pick<CaseComparison, 'old' | 'new' | 'delta' | 'confirmed' | 'falls'> & {
  /** There is no old side. */
  readonly newOnly: boolean;
  /** The mirrored test confirms it better. */
  readonly improved: boolean;
};

/** What became of a case. One that fell by half or more is never called steady, flaky or failing, proven or not. */
export function caseState({ newOnly, old, new: now, delta, confirmed, falls, improved }: Found): CaseState {
  if (now.of === 0 || (old.of === 0 && !newOnly)) return 'unscored';
  if ([confirmed, ...falls.map((fall) => fall.confirmed)].some((one) => one !== null && isBroken(one.delta)))
    return 'regressed';
  if ((delta !== null && isBroken(delta)) || falls.length > 0) return 'fell';
  if (improved) return 'improved';
  const shown = newOnly ? [now] : [old, now];
  if (shown.every(fails)) return 'failing';
  return shown.some(holds) ? 'same' : 'flaky';
}

function fails({ passes, scores }: Tally): boolean {
  return passes === null ? scores.every((score) => score <= scoreSlack) : passes === 0;
}

/** All replies pass; without pass marks: their scores lie within a third. */
function holds({ passes, of, scores }: Tally): boolean {
  if (passes !== null) return passes === of;
  return Math.max(...scores) - Math.min(...scores) < steadyRange - scoreSlack;
}

/**
 * What fell by half or more in a cell's replies up to a round, though its passes do not tell: graded checks without a mark, by
 * name. The whole score is told only where neither a single check nor the passes fell so far.
 * @param tests of its parts, where there are any
 */
export function fallsOf(
  cell: Cell,
  round = Number.POSITIVE_INFINITY,
  tests: readonly Pick<Fall, 'check' | 'p' | 'confirmed'>[] = [],
): readonly Fall[] {
  const [before, after] = [outcomesOf(cell, 'old', round), outcomesOf(cell, 'new', round)];
  const fallOf = (check: string | null, measure: Measure): readonly Fall[] => {
    const [old, now] = [meanOf(before, measure), meanOf(after, measure)];
    if (old === undefined || now === undefined) return [];
    const found = tests.find((one) => one.check === check);
    const confirmed = found?.confirmed ?? null;
    const fall = { check, old, new: now, delta: now - old, p: found?.p ?? null, confirmed };
    return isBroken(fall.delta) || confirmed !== null ? [fall] : [];
  };
  const names = new Set([...before, ...after].flatMap(({ graded = [] }) => graded.map(({ check }) => check)));
  const alone = names.size === 1 && ![...before, ...after].some((one) => passOf(one) !== undefined);
  if (names.size === 0 || alone) return [];
  const checks = [...names].flatMap((check) => fallOf(check, gradeOf({ check })));
  const isTold = checks.length > 0 || isBroken((meanOf(after, passOf) ?? 0) - (meanOf(before, passOf) ?? 0));
  return (isTold ? checks : fallOf(null, scoreOf)).toSorted(
    (a, b) => Number(b.confirmed !== null) - Number(a.confirmed !== null) || a.delta - b.delta,
  );
}

function outcomesOf({ batches }: Cell, side: Side, round: number): readonly Outcome[] {
  return batches
    .filter((batch) => batch.round <= round)
    .flatMap(({ pairs }) => pairs.map((pair) => pair[side]).filter(isOutcome));
}

function meanOf(outcomes: readonly Outcome[], measure: Measure): number | undefined {
  const values = outcomes.flatMap((one) => measure(one) ?? []);
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
