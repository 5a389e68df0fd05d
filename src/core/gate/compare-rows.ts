import type { Cell } from '../outcome.ts';
import type { Side } from '../side.ts';
import { tellHistory } from './cell-history.ts';
import { compareCase } from './compare-case.ts';
import { type Context, compareMetrics, pooledMetrics } from './compare-metrics.ts';
import type { Comparison, Rejection, RowComparison } from './comparison.ts';
import { limitBroken, meanCost, meanOfSide, rowLatency } from './cost-and-latency.ts';
import { estimate, type MeanChange, meanChange, oneSideMean, uniformCases } from './estimate-mean.ts';
import type { Limited } from './gate-sample.ts';
import { compareAnswered, countMissing, measureBatches, passOf, scoreOf } from './measured-batch.ts';
import { repeatingRows, repeats } from './repeats.ts';
import { confirmLevel, isNewOnly, needsFresh, type Replay, replayLooks } from './replay-looks.ts';
import { type Design, designOf, seeDesign } from './see-design.ts';
import type { GateSettings } from './settings.ts';
import { leaningThreshold, rejectionOf, resultOf } from './suite-look.ts';
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
  const design = designOf(replay);
  return {
    kind,
    rows: sample.rows.map((_, index) => compareRow(design, index, { settings, level })),
    pooled:
      pooled === null
        ? null
        : {
            p: pooled.test.p,
            delta: pooled.change?.delta ?? null,
            test: resultOf(pooled.test, pooled.alpha),
            rejection: rejectionOf(
              looks.map(({ suite }) => suite),
              (suite) => suite.pooled,
            ),
            metrics: pooledMetrics(replay),
          },
    leaning: last === undefined ? 0 : leaningThreshold(last.cases),
    rounds: looks.length,
    finished: next.kind === 'done',
    level: 1 - level,
    needsFresh: needsFresh(replay),
  };
}

function compareRow(design: Design, index: number, { settings, level }: Context): RowComparison {
  const { replay } = design;
  const { sample, looks, steps } = replay;
  const row = sample.rows[index] ?? '';
  const last = looks.at(-1);
  const round = last?.round ?? Number.POSITIVE_INFINITY;
  const cells = sample.cells.filter((cell) => cell.row === row);
  const counted = sample.cells.filter((cell, i) => cell.row === row && !sample.copies.has(i));
  const scores = sample.scores[index] ?? [];
  const tested = last?.suite.rows[index];
  const newOnly = isNewOnly(cells);
  const limit = (limited: Limited) => {
    const found = last?.limits[limited]?.look.rows[index];
    return {
      test: found === undefined ? null : resultOf(found.test, found.alpha),
      rejection: limitRejection(replay, limited, index, settings),
    };
  };
  return {
    row,
    score: estimate(scores, { round, level, p: newOnly ? null : (tested?.test.p ?? null) }, scoreOf),
    test: tested === undefined || newOnly ? null : resultOf(tested.test, tested.alpha),
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
    passRate: passRates(counted, round),
    metrics: compareMetrics(counted, replay, index, { settings, level }),
    answered: newOnly ? null : compareAnswered(cells, round, settings.alpha),
    missing: {
      old: newOnly ? { missing: 0, of: 0 } : countMissing(cells, 'old', round),
      new: countMissing(cells, 'new', round),
    },
    replies: { old: countReplies(cells, 'old', round), new: countReplies(cells, 'new', round) },
    outputTokens: meanOfSide(cells, 'new', round, ({ outputTokens }) => outputTokens),
    cost: { ...meanCost(cells, round), ...limit('cost') },
    latency: { ...rowLatency(cells, round, settings.latencyOf), ...limit('latency') },
    wouldSee: newOnly ? { case: false, drop: null, halvedBy: null } : seeDesign(scores, design, settings),
    repeats: !newOnly && repeatingRows(cells, round).has(row) ? cells.filter((cell) => repeats(cell, round)).length : 0,
    copies: groupsOf(sample, row),
    history: newOnly ? null : tellHistory(cells),
    worstCaseFails: newOnly ? false : failsWorstCase(cells, steps.slice(0, looks.length), settings),
    cases: sample.cells.flatMap((cell, i) => (cell.row === row ? [compareCase(cell, i, looks)] : [])),
  };
}

/** Keys of the cells that count as one, the first of each group for all. */
function groupsOf({ cells, copies }: Replay['sample'], row: string): RowComparison['copies'] {
  const own = [...copies].filter(([index]) => cells[index]?.row === row);
  const byFirst = Map.groupBy(own, ([, first]) => first);
  return [...byFirst].map(([first, held]) =>
    [first, ...held.map(([index]) => index)].flatMap((index) => cells[index]?.case ?? []),
  );
}

function passRates(cells: readonly Cell[], round: number): RowComparison['passRate'] {
  const change: MeanChange | null = meanChange(
    uniformCases(
      cells.map((cell) => ({ cell, batches: measureBatches(cell, passOf) })),
      round,
    ),
  );
  if (change !== null) return { old: change.old, new: change.new };
  return { old: oneSideMean(cells, 'old', round, passOf), new: oneSideMean(cells, 'new', round, passOf) };
}

/** The first look at which a limit was broken, and beyond chance. */
function limitRejection(
  { looks, sample }: Replay,
  limited: Limited,
  index: number,
  settings: GateSettings,
): Rejection | null {
  const blocking = looks.flatMap(({ limits, round }) => {
    const rejection = limits[limited]?.look.rows[index]?.rejection;
    return rejection && limitBroken[limited](sample, index, round, settings) ? [rejection] : [];
  });
  return blocking[0] ?? null;
}

/** How many replies of a side came whole, up to a round: `empty` in all, and those that were cut, by what was left of them. */
export type ReplyCount = {
  /** Replies that came, scored or not. */
  readonly of: number;
  /** With neither text nor tool call. */
  readonly empty: number;
  /** Ended by the model's limit of tokens. */
  readonly atLimit: { readonly empty: number; readonly partial: number };
  /** Ended by a content filter. */
  readonly byFilter: { readonly empty: number; readonly partial: number };
};

function countReplies(cells: readonly Cell[], side: Side, round: number): ReplyCount {
  const came = cells
    .flatMap(({ batches }) => batches.filter((batch) => batch.round <= round))
    .flatMap(({ pairs }) => pairs.map((pair) => pair[side]))
    .filter((one) => !('missing' in one) || one.missing === 'unscored');
  const count = (cut: 'limit' | 'filter', empty: true | undefined) =>
    came.filter((one) => one.cut === cut && one.empty === empty).length;
  return {
    of: came.length,
    empty: came.filter(({ empty }) => empty === true).length,
    atLimit: { empty: count('limit', true), partial: count('limit', undefined) },
    byFilter: { empty: count('filter', true), partial: count('filter', undefined) },
  };
}
