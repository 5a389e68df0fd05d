import type { Cell } from '../outcome.ts';
import { ownOf } from '../own-of.ts';
import { suiteTest } from '../statistics/suite-test.ts';
import type { MetricComparison, Rejection, TestResult } from './comparison.ts';
import { estimate, type MeasuredCell } from './estimate-mean.ts';
import { isOutcome, type Measure, measureBatches, metricOf } from './measured-batch.ts';
import { isNewOnly, type Replay } from './replay-looks.ts';
import type { GateSettings } from './settings.ts';
import { rejectionOf, resultOf } from './suite-look.ts';

/** What a row is compared by: the settings, and the level of its bounds. */
export type Context = { readonly settings: GateSettings; readonly level: number };

/** Every metric that a reply of the row has, those that gate with what came of it. */
export function compareMetrics(cells: readonly Cell[], replay: Replay, index: number, { settings, level }: Context) {
  const { looks } = replay;
  const round = looks.at(-1)?.round ?? Number.POSITIVE_INFINITY;
  return Object.fromEntries(
    metricNames(cells).map(([name, isField]): [string, MetricComparison] => {
      const measure: Measure = (outcome) => metricOf(outcome, name);
      const measured = cells.map((cell) => ({ cell, batches: measureBatches(cell, measure) }));
      const gated = Object.hasOwn(settings.metrics, name);
      const tested = ownOf(looks.at(-1)?.metrics, name)?.look.rows[index];
      const test = isNewOnly(cells)
        ? null
        : tested
          ? resultOf(tested.test, tested.alpha)
          : isField
            ? null
            : advise(measured, round, settings.alpha);
      const suites = looks.flatMap((look) => ownOf(look.metrics, name)?.look ?? []);
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
  return resultOf(suiteTest(cases, alpha), alpha);
}

/** Names of all metrics, each with whether it is a field's: those are many, and a test of each would find something by chance. */
function metricNames(cells: readonly Cell[]): readonly (readonly [string, boolean])[] {
  const names = new Map<string, boolean>();
  for (const { batches } of cells) {
    for (const { pairs } of batches) {
      for (const pair of pairs) {
        for (const reply of [pair.old, pair.new].filter(isOutcome)) {
          for (const name of Object.keys(reply.fields ?? {})) names.set(name, true);
          for (const name of Object.keys(reply.metrics)) names.set(name, false);
        }
      }
    }
  }
  return [...names].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** Rejections of gated metrics over all rows together. */
export function pooledMetrics({ looks }: Replay): Readonly<Record<string, Rejection>> {
  const names = Object.keys(looks.at(-1)?.metrics ?? {});
  return Object.fromEntries(
    names.flatMap((name) => {
      const found = rejectionOf(
        looks.flatMap((look) => ownOf(look.metrics, name)?.look ?? []),
        (suite) => suite.pooled,
      );
      return found === null ? [] : [[name, found]];
    }),
  );
}
