import type { Cell } from '../outcome.ts';
import type { PermutationTest } from '../statistics/permutation-test.ts';
import { suiteTest } from '../statistics/suite-test.ts';
import { compareAnswered, countMissing } from './answered.ts';
import { compareCase } from './compare-case.ts';
import type { Comparison, Estimate, MetricComparison, Rejection, RowComparison, TestResult } from './comparison.ts';
import { latencyBroken, medianLatency } from './latency.ts';
import { type MeanChange, type MeasuredCell, meanChange, uniformCases } from './mean-change.ts';
import { meanCost } from './mean-cost.ts';
import { isOutcome, type Measure, measureBatches, scoreOf } from './measured-batch.ts';
import { needsFresh } from './needs-fresh.ts';
import { oneSideMean } from './one-side-mean.ts';
import { confirmLevel, isNewOnly, type Replay, replayLooks } from './replay-looks.ts';
import { boundOf } from './row-bound.ts';
import { seeDesign } from './see-design.ts';
import type { GateSettings } from './settings.ts';
import type { SuiteLook, SuiteTested } from './suite-look.ts';
import { failsWorstCase } from './worst-case.ts';

/**
 * Compares both sides of a prompt on all its rows: every look replayed on the data, estimates over the uniform rounds,
 * each case's counts, test and state. Data of rounds that are not whole stays out. Cells without an old side
 * (`newOnly`) give a comparison of kind `new-only`: the new side's numbers, no tests.
 */
export function compareRows(cells: readonly Cell[], settings: GateSettings): Comparison {
  const replay = replayLooks(cells, settings);
  const { sample, looks, next, steps } = replay;
  const kind = isNewOnly(cells) ? 'new-only' : 'both';
  const level =
    settings.sampling === 'confirm'
      ? confirmLevel(steps, Math.max(0, looks.length - 1), settings.alpha)
      : settings.alpha;
  const last = looks.at(-1);
  const pooled = last?.suite.pooled ?? null;
  return {
    kind,
    rows: sample.rows.map((_, index) => compareRow(replay, index, { settings, level })),
    pooled:
      pooled === null
        ? null
        : {
            p: pooled.test.p,
            delta: pooled.change?.delta ?? null,
            test: result(pooled.test, pooled.alpha),
            rejection: rejectionOf(
              looks.map(({ suite }) => suite),
              (suite) => suite.pooled,
            ),
            metrics: pooledMetrics(replay),
          },
    rounds: looks.length,
    finished: next.kind === 'done',
    level: 1 - level,
    needsFresh: needsFresh(replay),
  };
}

type Context = { readonly settings: GateSettings; readonly level: number };

function compareRow(replay: Replay, index: number, { settings, level }: Context): RowComparison {
  const { sample, looks, steps } = replay;
  const row = sample.rows[index] ?? '';
  const last = looks.at(-1);
  const round = last?.round ?? Number.POSITIVE_INFINITY;
  const cells = sample.cells.filter((cell) => cell.row === row);
  const scores = sample.scores[index] ?? [];
  const tested = last?.suite.rows[index];
  const newOnly = isNewOnly(cells);
  const median = medianLatency(cells, round);
  const latency = last?.latency?.look.rows[index];
  return {
    row,
    score: estimate(scores, { round, level, p: newOnly ? null : (tested?.test.p ?? null) }, scoreOf),
    test: tested === undefined || newOnly ? null : result(tested.test, tested.alpha),
    rejection: rejectionOf(
      looks.map(({ suite }) => suite),
      (suite) => suite.rows[index],
    ),
    looks: newOnly
      ? []
      : looks.map((look) => ({
          round: look.round,
          alpha: look.score.alpha,
          spent: look.score.spent,
          p: look.suite.rows[index]?.test.p ?? 1,
        })),
    passRate: passRates(cells, round),
    metrics: compareMetrics(cells, replay, index, { settings, level }),
    answered: newOnly ? null : compareAnswered(cells, round, settings.alpha),
    missing: {
      old: newOnly ? { missing: 0, of: 0 } : countMissing(cells, 'old', round),
      new: countMissing(cells, 'new', round),
    },
    cost: meanCost(cells, round),
    latency: {
      ...median,
      test: latency === undefined ? null : result(latency.test, latency.alpha),
      rejection: latencyRejection(replay, index, settings),
    },
    wouldSee: newOnly ? { case: false, drop: null, halvedBy: null } : seeDesign(scores, replay, settings),
    worstCaseFails: newOnly ? false : failsWorstCase(cells, steps.slice(0, looks.length), settings),
    cases: sample.cells.flatMap((cell, i) => (cell.row === row ? [compareCase(cell, i, looks)] : [])),
  };
}

function estimate(
  cells: readonly MeasuredCell[],
  { round, level, p }: { readonly round: number; readonly level: number; readonly p: number | null },
  measure: Measure,
): Estimate {
  const change = meanChange(uniformCases(cells, round)) ?? oneSided(cells, round, measure);
  const bound = boundOf(cells, round, level);
  return {
    old: change.old,
    new: change.new,
    delta: change.delta,
    low: bound?.low ?? null,
    high: bound?.high ?? null,
    p,
  };
}

/** Where no pair is whole: each side's mean by itself. */
function oneSided(
  cells: readonly MeasuredCell[],
  round: number,
  measure: Measure,
): Pick<Estimate, 'old' | 'new' | 'delta'> {
  const asked = cells.map(({ cell }) => cell);
  return {
    old: oneSideMean(asked, 'old', round, measure),
    new: oneSideMean(asked, 'new', round, measure),
    delta: null,
  };
}

function passRates(cells: readonly Cell[], round: number): RowComparison['passRate'] {
  const passed: Measure = ({ passes }) => (passes === undefined ? undefined : passes ? 1 : 0);
  const change: MeanChange | null = meanChange(
    uniformCases(
      cells.map((cell) => ({ cell, batches: measureBatches(cell, passed) })),
      round,
    ),
  );
  if (change !== null) return { old: change.old, new: change.new };
  return { old: oneSideMean(cells, 'old', round, passed), new: oneSideMean(cells, 'new', round, passed) };
}

function compareMetrics(cells: readonly Cell[], replay: Replay, index: number, { settings, level }: Context) {
  const { looks } = replay;
  const round = looks.at(-1)?.round ?? Number.POSITIVE_INFINITY;
  return Object.fromEntries(
    metricNames(cells).map((name): [string, MetricComparison] => {
      const measure: Measure = ({ metrics }) => metrics[name];
      const measured = cells.map((cell) => ({ cell, batches: measureBatches(cell, measure) }));
      const gated = Object.hasOwn(settings.metrics, name);
      const tested = looks.at(-1)?.metrics[name]?.look.rows[index];
      const test = isNewOnly(cells)
        ? null
        : tested
          ? result(tested.test, tested.alpha)
          : advise(measured, round, settings.alpha);
      const suites = looks.flatMap((look) => look.metrics[name]?.look ?? []);
      return [
        name,
        {
          ...estimate(measured, { round, level, p: test?.p ?? null }, measure),
          gated,
          test,
          rejection: rejectionOf(suites, (suite) => suite.rows[index]),
        },
      ];
    }),
  );
}

/** A metric that does not gate: its suite test at the prompt's alpha, for the reader. */
function advise(cells: readonly MeasuredCell[], round: number, alpha: number): TestResult {
  const cases = cells.flatMap(({ cell, batches }) =>
    cell.family === 'base' && !cell.identical
      ? [{ weight: cell.weight, strata: batches.filter((batch) => batch.round <= round).map(({ stratum }) => stratum) }]
      : [],
  );
  return result(suiteTest(cases, alpha), alpha);
}

function metricNames(cells: readonly Cell[]): readonly string[] {
  const names = new Set<string>();
  for (const { batches } of cells) {
    for (const { pairs } of batches) {
      for (const pair of pairs) {
        for (const reply of [pair.old, pair.new])
          if (isOutcome(reply)) for (const name in reply.metrics) names.add(name);
      }
    }
  }
  return [...names].sort();
}

function pooledMetrics({ looks }: Replay): Readonly<Record<string, Rejection>> {
  const names = Object.keys(looks.at(-1)?.metrics ?? {});
  return Object.fromEntries(
    names.flatMap((name) => {
      const found = rejectionOf(
        looks.flatMap((look) => look.metrics[name]?.look ?? []),
        (suite) => suite.pooled,
      );
      return found === null ? [] : [[name, found]];
    }),
  );
}

/** The first look's rejection that blocks. */
function rejectionOf(
  suites: readonly SuiteLook[],
  of: (suite: SuiteLook) => SuiteTested | null | undefined,
): Rejection | null {
  return suites.flatMap((suite) => of(suite)?.rejection ?? [])[0] ?? null;
}

function latencyRejection({ looks, sample }: Replay, index: number, settings: GateSettings): Rejection | null {
  const blocking = looks.flatMap(({ latency, round }) => {
    const rejection = latency?.look.rows[index]?.rejection;
    return rejection && latencyBroken(sample, index, round, settings) ? [rejection] : [];
  });
  return blocking[0] ?? null;
}

function result({ p, better, method }: PermutationTest, alpha: number): TestResult {
  return { p, better, method, alpha };
}
