import type { CostOf } from '../money/prices.ts';
import type { ReportRow } from '../report/report.ts';
import type { Row } from '../row.ts';
import type { CellRun } from '../run/trial-run.ts';
import type { Settings } from '../settings/settings.ts';
import { type Side, sides } from '../side.ts';
import { probabilitySlack } from '../statistics/stratum.ts';
import { changeOfDollars } from './change-of-dollars.ts';
import { compareHeads } from './compare-heads.ts';
import { factorsOf } from './cost-factors.ts';
import { type Counted, type CountedPair, countedOfSides, countedPairs, meanOf } from './counted-replies.ts';
import { findIgnored } from './ignored-params.ts';
import { findVerbosity } from './length-and-score.ts';
import { monthOf } from './month-of-traffic.ts';

type Spending = NonNullable<ReportRow['spending']>;
type Spent = Spending['segments'][string];

/** What of a row's surroundings tells what its spending means. */
export type SpendingContext = {
  readonly settings: Pick<Settings, 'gate' | 'segments' | 'cacheLeasts'>;
  readonly costOf: CostOf;
  /** Change of the row's score, new − old. */
  readonly gain: number | null;
  /** Rows of its prompt that are compared: each of them could be the one that chance makes dear. */
  readonly rows: number;
};

/** A reply that costs a quarter more is told, where no limit says what is much. */
const muchMore = 0.25;

/** What a row's replies used and cost, old and new: of all cases, and of each segment. */
export function compareSpending(row: Row, cells: readonly CellRun[], context: SpendingContext): Spending {
  const { settings, costOf, rows, gain } = context;
  const pairs = countedPairs(cells);
  const whole = spentOf(row, pairs, settings.gate.alpha, costOf);
  const named = Map.groupBy(
    pairs.filter(({ new: now, old }) => (now ?? old)?.cell.exam.golden.segment !== undefined),
    ({ new: now, old }) => (now ?? old)?.cell.exam.golden.segment ?? '',
  );
  const segments = [...named].map(([name, held]) => [name, spentOf(row, held, settings.gate.alpha, costOf)] as const);
  const { old, new: now, p } = whole.usd;
  const limit = settings.gate.costLimit ?? muchMore;
  const counted = countedOfSides(pairs);
  const month = monthOf(segments, settings);
  const heads = compareHeads(row, cells, { ...whole, ...month }, { costOf, leasts: settings.cacheLeasts });
  const verbosity = findVerbosity(pairs, { delta: gain, tolerance: settings.gate.tolerance });
  const ignored = findIgnored(counted.new);
  const estimated = (side: Side) => counted[side].filter(({ usage }) => usage.estimated === true).length;
  const uncounted = { old: estimated('old'), new: estimated('new') };
  const refusing = (side: Side): number | null =>
    counted[side].length === 0 ? null : counted[side].filter(({ run }) => run.refused === true).length;
  return {
    ...whole,
    segments: Object.fromEntries(segments),
    ...month,
    explodes:
      old !== null &&
      now !== null &&
      p !== null &&
      now >= old * (1 + limit) &&
      now > old &&
      p <= settings.gate.alpha / Math.max(1, rows) + probabilitySlack,
    ...(heads === undefined ? {} : { heads }),
    ...(verbosity === undefined ? {} : { verbosity }),
    ...(ignored.length === 0 ? {} : { ignored }),
    ...(uncounted.old + uncounted.new === 0 ? {} : { uncounted }),
    refusals: { old: refusing('old'), new: refusing('new') },
  };
}

function spentOf(row: Row, pairs: readonly CountedPair[], alpha: number, costOf: CostOf): Spent {
  const counted = countedOfSides(pairs);
  const read = (of: (one: Counted) => number | undefined) => ({
    old: meanOf(counted.old, of),
    new: meanOf(counted.new, of),
  });
  const usd = read(({ run }) => run.costUsd);
  const factors = factorsOf(row, counted, usd, costOf);
  return {
    replies: { old: counted.old.length, new: counted.new.length },
    usd: { ...usd, ...changeOfDollars([pairs], usd, alpha) },
    tokens: {
      input: read(({ usage }) => usage.inputTokens),
      cached: told(counted, 'cachedTokens'),
      output: read(({ usage }) => usage.outputTokens),
      reasoning: told(counted, 'reasoningTokens'),
    },
    length: read(({ run }) => run.characters),
    ...(factors === undefined ? {} : { factors }),
  };
}

/** Tokens of which a service that tells them leaves out the zeros; null where it tells them of no reply. */
function told(
  counted: Readonly<Record<Side, readonly Counted[]>>,
  kind: 'cachedTokens' | 'reasoningTokens',
): Spent['tokens']['cached'] {
  const [old = null, now = null] = sides.map((side) =>
    counted[side].some(({ usage }) => usage[kind] !== undefined)
      ? meanOf(counted[side], ({ usage }) => usage[kind] ?? 0)
      : null,
  );
  return { old, new: now };
}
