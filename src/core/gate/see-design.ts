import { choose } from '../statistics/exact-chances.ts';
import { testableThreshold } from '../statistics/joint-test.ts';
import { probabilitySlack, sampleVariance, scoreSlack } from '../statistics/stratum.ts';
import { tilt } from '../statistics/suite-test.ts';
import { familyBudgets, hypothesisOf } from './case-look.ts';
import { isSteady } from './cell-history.ts';
import { canFall } from './compare-case.ts';
import type { Blindness, WouldSee } from './comparison.ts';
import type { MeasuredCell } from './estimate-mean.ts';
import { type Suite, smallestDrop } from './even-drop.ts';
import { repeatingRows } from './repeats.ts';
import type { Replay } from './replay-looks.ts';
import { type Step, scheduleOf } from './schedule.ts';
import type { GateSettings } from './settings.ts';
import { alphaShares } from './take-look.ts';

const mostTrials = 100;

/** Base's cases that are not confirmed, over all rows, as one more case would meet them. */
type Family = {
  /** None of them could be told worse, whatever its labels. */
  readonly quiet: boolean;
  /** What each of them and one more, with this least p, would be held to; 0 where none is testable. */
  readonly threshold: (p: number, budget: number) => number;
};

/** What has been asked so far, whatever the row. */
export type Design = { readonly replay: Replay; readonly family: Family };

/** Thresholds are remembered: rows ask for the same ones. */
export function designOf(replay: Replay): Design {
  const { looks, sample } = replay;
  const least = (looks.at(-1)?.cases.cells ?? []).flatMap((cell, i) =>
    // Confirmed ones leave the family: what remains is tested anew at more of alpha.
    cell === null || sample.copies.has(i) || sample.cases[i]?.cell.family !== 'base'
      ? []
      : [cell, ...cell.parts].every(({ confirmed }) => confirmed === null)
        ? [hypothesisOf(cell).least]
        : [],
  );
  const known = new Map<string, number>();
  function threshold(p: number, budget: number): number {
    const key = `${p}/${budget}`;
    const found = known.get(key) ?? testableThreshold([...least, p], familyBudgets(sample.cases, budget).base);
    known.set(key, found);
    return found;
  }
  return { replay, family: { quiet: least.every((p) => p === 1), threshold } };
}

/**
 * What one row's design would have seen: whether a case that holds steadily and then breaks completely would be confirmed, and
 * the smallest drop of the mean that is found four times in five with the replies that were asked. Only cases that pass on the old
 * side count: the others have nothing to lose.
 * A finished ladder is judged by all its rounds (a case that breaks makes it climb), an unfinished one by those asked.
 */
export function seeDesign(row: readonly MeasuredCell[], design: Design, settings: GateSettings): WouldSee {
  const compared = row.filter(({ cell }) => cell.family === 'base' && !cell.identical);
  if (compared.length === 0) return { case: true, drop: null, halvedBy: null };
  const round = design.replay.looks.at(-1)?.round ?? 0;
  const asked = compared.filter(({ batches }) => batches.some((batch) => batch.round <= round));
  const able = asked.length === 0 ? compared : asked.filter(({ cell }) => canFall(cell, round));
  const couldFall = { cases: able.length, of: compared.length };
  if (able.length === 0) return { case: false, drop: null, halvedBy: null, couldFall };
  const weights = compared.reduce((sum, { cell }) => sum + cell.weight, 0);
  const blind = blindness(able, weights, design, settings);
  return {
    case: blind === null,
    ...detectable(able, design, settings),
    couldFall,
    ...(blind === null ? {} : { blind }),
  };
}

/** Pass rate of a flaky case, where nothing is known of it. */
const flakyRate = 0.72;
/** A reply's variance before any is known, which counts as one case's. */
const priorVariance = 0.05;
/** Of alpha for each of two ways of weighing that are tested as one (fitted, as the numbers of `smallestDrop` are). */
const evenShare = 0.4;
const tiltedShare = 0.09;

/** What drop of the mean is seen with the rounds that it would make the sampling ask, and what would halve it. */
function detectable(
  cells: readonly MeasuredCell[],
  { replay }: Design,
  settings: GateSettings,
): Pick<WouldSee, 'drop' | 'halvedBy'> {
  const { looks, steps, next, sample } = replay;
  const reached = next.kind === 'done' ? steps : steps.slice(0, looks.length);
  const known = cells.filter(({ batches }) => batches.length > 0);
  const [first] = reached;
  if (first === undefined || known.length === 0) return { drop: null, halvedBy: null };
  const replies = known.reduce(
    (sum, { batches }) => sum + batches.reduce((size, { stratum }) => size + stratum.size, 0),
    0,
  );
  const repeating =
    repeatingRows(
      known.map(({ cell }) => cell),
      looks.length,
    ).size > 0;
  const single = reached.length === 1 || repeating;
  const asked = single ? [{ ...first, uniform: repeating ? 1 : replies / known.length }] : reached;
  const uniform = asked.reduce((sum, step) => sum + step.uniform, 0);
  const score = alphaShares(settings).score;
  const alpha = sample.rows.length > 1 ? score / 2 / sample.rows.length : score;
  const variance = varianceOf(known);
  const drop = smallestDrop(suiteOf(known, variance), {
    cases: known.length,
    steps: asked,
    alpha,
    tolerance: settings.tolerance,
  });
  // Under the tolerance no number of replies finds it.
  if (drop / 2 <= settings.tolerance) return { drop, halvedBy: null };
  const further = (4 * (drop / 2 + 2 * variance)) / (drop + 2 * variance) - 1;
  return {
    drop,
    halvedBy: {
      moreCases: Math.max(1, Math.ceil(known.length * further)),
      moreTrials: Math.max(1, Math.ceil(uniform * further)),
    },
  };
}

/** Mean variance of one reply. Of replies that every case was asked: cases that disagreed have more, which would count them too often. */
function varianceOf(cells: readonly MeasuredCell[]): number {
  const each = cells.map(({ cell, batches }) => {
    const strata = batches.filter((batch) => batch.uniform).map(({ stratum }) => stratum);
    return cell.history?.variance ?? sampleVariance(strata);
  });
  return (each.reduce((sum, one) => sum + one, 0) + priorVariance) / (each.length + 1);
}

function suiteOf(cells: readonly MeasuredCell[], variance: number): Suite {
  const graded = cells.some(({ batches }) => batches.some(({ stratum }) => !stratum.binary));
  if (graded) return { ways: [{ kinds: [{ share: 1, rate: 1, weight: 1 }], share: 1 }], graded: variance };
  const others = cells.filter(({ cell }) => !isSteady(cell));
  if (others.length < cells.length && others.length > 0) {
    const spread = Math.min(0.24, varianceOf(others));
    const share = others.length / cells.length;
    const kinds = (weight: number) => [
      { share: 1 - share, rate: 1, weight },
      { share, rate: (1 + Math.sqrt(1 - 4 * spread)) / 2, weight: 1 },
    ];
    return {
      ways: [
        { kinds: kinds(1), share: evenShare },
        { kinds: kinds(tilt), share: tiltedShare },
      ],
    };
  }
  const flaky = Math.min(1, variance / (flakyRate * (1 - flakyRate)));
  const kinds = [
    { share: 1 - flaky, rate: 1, weight: 1 },
    { share: flaky, rate: flakyRate, weight: 1 },
  ];
  return { ways: [{ kinds, share: 1 }] };
}

/**
 * null: a case that breaks would be confirmed.
 * @param weights of all cases that the mean is over, those that cannot fall too
 */
function blindness(
  cells: readonly MeasuredCell[],
  weights: number,
  { replay, family }: Design,
  settings: GateSettings,
): Blindness | null {
  const { looks, steps, next } = replay;
  const reached = next.kind === 'done' ? steps : steps.slice(0, looks.length);
  const alpha = alphaShares(settings).score;
  const lightest = cells.reduce((least, { cell }) => Math.min(least, cell.weight), Number.POSITIVE_INFINITY);
  const heard = family.quiet && lightest / weights >= settings.tolerance - scoreSlack;
  const sees = (p: number, budget: number) => {
    const testable = p <= family.threshold(p, budget) + probabilitySlack;
    return testable || (heard && p <= budget + probabilitySlack);
  };
  const seen = reached.some((step, index) => {
    const spent = looks[Math.min(index, looks.length) - 1]?.score.spent ?? 0;
    return sees(brokenCase(steps.slice(0, index + 1)), step.spend * alpha - spent);
  });
  if (seen) return null;
  // As this sampling would ask them: four replies in two batches of two prove less than four in one.
  const enough = Array.from({ length: mostTrials }, (_, i) => i + 1).find((trials) => {
    const schedule = scheduleOf({ sampling: settings.sampling, trials }, false);
    return trialsOf(schedule) === trials && sees(brokenCase(schedule), alpha);
  });
  return { trials: trialsOf(reached), trialsNeeded: enough ?? null };
}

/** p of a case that went from always right to always wrong, asked by these steps. */
function brokenCase(steps: readonly Step[]): number {
  return batchesOf(steps).reduce((product, size) => product / choose(2 * size, size), 1);
}

function trialsOf(steps: readonly Step[]): number {
  return batchesOf(steps).reduce((sum, size) => sum + size, 0);
}

/** Batches of a case that disagrees from the start: every uniform one and the first top-up. */
function batchesOf(steps: readonly Step[]): readonly number[] {
  const topUp = steps.find((step) => step.topUp > 0)?.topUp ?? 0;
  return [...steps.map(({ uniform }) => uniform), topUp].filter((size) => size > 0);
}
