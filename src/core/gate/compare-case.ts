import type { Cell, Outcome } from '../outcome.ts';
import type { Side } from '../side.ts';
import { scoreSlack } from '../statistics/stratum.ts';
import { isBroken } from './case-look.ts';
import type { CaseComparison, CaseState, Fall, Rejection, Tally } from './comparison.ts';
import { gradeOf } from './gate-sample.ts';
import { isOutcome, type Measure, passesTell, passOf, scoreOf, tallySide } from './measured-batch.ts';
import { isJudged, repeats } from './repeats.ts';
import type { LookTaken } from './take-look.ts';

/** One cell as the report shows it. @param index of the cell in the looks */
export function compareCase(cell: Cell, index: number, looks: readonly LookTaken[]): CaseComparison {
  const last = looks.at(-1);
  const tested = last?.cases.cells[index] ?? null;
  const old = tallySide(cell, 'old', last?.round);
  const now = tallySide(cell, 'new', last?.round);
  const confirmed = confirmedAt(index, looks);
  const delta = fallOf(cell, old, now) ?? tested?.delta ?? (cell.identical && now.of > 0 ? 0 : null);
  const improved = tested?.improved ?? false;
  const falls = cell.identical ? [] : fallsOf(cell, last?.round, partsAt(index, looks));
  const state = caseState({ newOnly: cell.newOnly === true, old, new: now, delta, confirmed, falls, improved });
  return {
    case: cell.case,
    family: cell.family,
    weight: cell.weight,
    identical: cell.identical,
    canFall: canFall(cell, last?.round ?? Number.POSITIVE_INFINITY),
    old,
    new: now,
    delta,
    p: tested?.test.p ?? null,
    better: tested?.test.better ?? null,
    method: tested?.test.method ?? null,
    confirmed,
    falls,
    state,
  };
}

/**
 * The fall of a judged case that repeats itself: the gate weighs its exact checks alone, yet a case that passed always
 * and now never does is not one that holds.
 */
function fallOf(cell: Cell, old: Tally, now: Tally): number | undefined {
  if (old.passes === null || now.passes === null || old.of === 0 || now.of === 0) return undefined;
  const delta = now.passes / now.of - old.passes / old.of;
  return isBroken(delta) && passesTell(cell) && isJudged(cell) && repeats(cell) ? delta : undefined;
}

/** The tests of a cell's graded parts: as the last look has them, with the first confirmation. */
function partsAt(index: number, looks: readonly LookTaken[]): readonly Pick<Fall, 'check' | 'p' | 'confirmed'>[] {
  const every = looks.map((look) => look.cases.cells[index]?.parts ?? []);
  return (every.at(-1) ?? []).map(({ check, test }) => {
    const found = every.flatMap((parts) => parts.flatMap((one) => (one.check === check && one.confirmed) || []));
    return { check, p: test.p, confirmed: found[0] ?? null };
  });
}

/** The first look that confirmed the cell worse, one that makes it gate before any other. */
function confirmedAt(index: number, looks: readonly LookTaken[]): Rejection | null {
  const all = looks.flatMap((look) => look.cases.cells[index]?.confirmed ?? []);
  return all.find(({ delta }) => isBroken(delta)) ?? all[0] ?? null;
}

/**
 * Whether a cell's replies up to a round left anything to lose: on the old side (of an added prompt: on the new) one passes, or
 * scores above zero where passes do not tell, or gets a grade that no pass tells and that could fall by half. What fails already cannot break.
 */
export function canFall(cell: Cell, round: number): boolean {
  const side = cell.newOnly === true ? 'new' : 'old';
  const tell = passesTell(cell);
  return cell.batches.some(
    (batch) =>
      batch.round <= round &&
      batch.pairs.some((pair) => {
        const one = pair[side];
        return isOutcome(one) && ((tell ? one.passes === true : one.score > scoreSlack) || hasGrade(one));
      }),
  );
}

function hasGrade({ graded = [] }: Outcome): boolean {
  return graded.some(({ value }) => value >= 1 / 2 - scoreSlack);
}

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
