import { sides } from '../side.ts';
import { scoreSlack } from '../statistics/stratum.ts';
import { type Verdict, verdicts, worst } from '../verdict.ts';
import type { Comparison, RowComparison } from './comparison.ts';
import { caseDoubt, doubtReasons, pooledDoubt } from './doubt-reasons.ts';
import type { Reason, ReasonKind } from './reason.ts';
import { pooledReasons, regressionReasons } from './regression-reasons.ts';
import type { GateSettings } from './settings.ts';
import { verdictOfReason } from './verdict-of-reason.ts';

export type RowVerdict = {
  readonly row: string;
  readonly verdict: Verdict;
  /** Worst first. Warnings and notes (a case under `cases: warn`) are among them. */
  readonly reasons: readonly Reason[];
  /** Regressed only by the test pooled over all rows. */
  readonly pooledOnly: boolean;
  /** Whether the score's interval tells the row's story: never beside a confirmed case, nor including zero beside `regressed`. */
  readonly showInterval: boolean;
};

/** The verdict of one prompt. `reasons` holds those of the pooled tests; each row's are with the row. */
export type GateVerdict = {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly rows: readonly RowVerdict[];
};

/**
 * The verdict of a prompt with its reasons, from its comparison alone.
 * @param fresh where `comparison.needsFresh` is not empty: the comparison with those old replies asked afresh (and the
 * rounds gone on with, where `planRound` asks for more of them). Both must reject to block. Without it kept replies do not
 * close the gate: what rests on them is `inconclusive`.
 */
export function decideVerdict(comparison: Comparison, settings: GateSettings, fresh?: Comparison): GateVerdict {
  const kept = judge(comparison, settings);
  if (comparison.needsFresh.length === 0) return kept;
  if (fresh === undefined) return withoutTests(kept);
  const again = judge(fresh, settings);
  if (again.verdict === 'regressed') return again;
  return { ...again, reasons: [...again.reasons, { kind: 'kept-replies', row: null, refuted: true }] };
}

function judge(comparison: Comparison, settings: GateSettings): GateVerdict {
  const together = pooledReasons(comparison, settings);
  // Where a row regressed by itself it is told there: the pooled test would blame the rows that hold along with it.
  const told = comparison.rows.some((row) => verdictOf(regressionReasons(row, settings)) === 'regressed');
  const rows = comparison.rows.map((row) => judgeRow(row, comparison, told ? [] : together, settings));
  const reasons = rows.some(({ verdict }) => verdict === 'regressed') ? together : pooledDoubt(comparison, settings);
  return { verdict: worst([...reasons.map(verdictOfReason), ...rows.map(({ verdict }) => verdict)]), reasons, rows };
}

function judgeRow(
  row: RowComparison,
  { kind, rows, leaning }: Comparison,
  together: readonly Reason[],
  settings: GateSettings,
): RowVerdict {
  const regressions = regressionReasons(row, settings);
  const own = verdictOf(regressions);
  const verdict = together.length > 0 ? 'regressed' : own;
  const honesty = honestyReasons(row, kind, settings);
  const doubts =
    verdict === 'regressed'
      ? row.cases.flatMap((one) => caseDoubt(row.row, one, { tolerance: settings.tolerance, leaning }))
      : kind === 'both'
        ? doubtReasons(row, { rows, leaning }, settings)
        : [];
  // What fell in its scores all the same did show something.
  const fell = together.length > 0 || regressions.some((one) => one.kind === 'suite' || one.kind === 'case');
  const idle = fell ? [] : nothingPasses(row, kind);
  const reasons = worstFirst([...regressions, ...honesty, ...doubts, ...idle]);
  const final = worst([verdict, ...reasons.map(verdictOfReason)]);
  const told = row.cases.some(({ state }) => state === 'regressed');
  const includesZero = row.score.high === null || row.score.high >= 0;
  return {
    row: row.row,
    verdict: final,
    reasons,
    pooledOnly: together.length > 0,
    showInterval: row.score.low !== null && !told && !(final === 'regressed' && includesZero),
  };
}

function verdictOf(reasons: readonly Reason[]): Verdict {
  return worst(['pass', ...reasons.map(verdictOfReason)]);
}

function worstFirst(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.toSorted((a, b) => verdicts.indexOf(verdictOfReason(a)) - verdicts.indexOf(verdictOfReason(b)));
}

/** Reasons that rest on comparing replies with the old side's. */
const byTest: ReadonlySet<ReasonKind> = new Set(['suite', 'case', 'metric', 'cost', 'latency']);

/** The verdict with what rests on kept old replies made inconclusive; rules that read the new side alone still hold. */
function withoutTests(judged: GateVerdict): GateVerdict {
  const rows = judged.rows.map((row): RowVerdict => {
    if (row.verdict !== 'regressed') return row;
    const doubt: Reason = { kind: 'kept-replies', row: row.row, refuted: false };
    const reasons = worstFirst([...row.reasons.filter(({ kind }) => !byTest.has(kind)), doubt]);
    return { ...row, reasons, verdict: verdictOf(reasons), pooledOnly: false };
  });
  const reasons = judged.reasons.filter(({ kind }) => !byTest.has(kind));
  return { verdict: worst([...reasons.map(verdictOfReason), ...rows.map(({ verdict }) => verdict)]), reasons, rows };
}

/**
 * Why a row shows nothing: none of the cases that both sides were asked passes on the old side, so that none could break. Of an
 * added prompt: none passes at all.
 */
function nothingPasses(row: RowComparison, kind: Comparison['kind']): readonly Reason[] {
  const side = kind === 'new-only' ? 'new' : 'old';
  const judged = row.cases.filter((one) => one[side].of > 0 && (side === 'new' || !one.identical));
  if (judged.length === 0 || judged.some((one) => one.canFall)) return [];
  return [{ kind: 'nothing-passes', row: row.row, side, cases: judged.length }];
}

/** Share of a side's replies, and of a row's cases, that may be missing. */
const mostMissing = 0.1;

/** Why a row could not be judged honestly: replies missing or all empty, a case without any, a price unknown under a cost limit. */
function honestyReasons(row: RowComparison, kind: Comparison['kind'], settings: GateSettings): readonly Reason[] {
  const { row: id } = row;
  const { old: before, new: now } = row.replies;
  const isEmpty = now.of > 0 && now.empty === now.of;
  const side = before.of > 0 && before.empty === before.of ? 'both' : 'new';
  const empty: readonly Reason[] = isEmpty
    ? [{ kind: 'empty-replies', row: id, side, of: side === 'both' ? before.of + now.of : now.of }]
    : [];
  const judged = kind === 'new-only' ? (['new'] as const) : sides;
  const unanswered = row.cases.filter((one) => judged.some((side) => one[side].of === 0));
  const setAside = unanswered.length <= mostMissing * row.cases.length + scoreSlack;
  const lacking = judged.flatMap((side): readonly Reason[] => {
    const { missing, of } = row.missing[side];
    const reasons: Reason[] = [];
    // A case that is set aside was asked over and over: it counts once, among the cases.
    const counted = row.cases.filter((one) => !(setAside && unanswered.includes(one))).map((one) => one[side]);
    const lost = counted.reduce((sum, tally) => sum + tally.missing, 0);
    const asked = counted.reduce((sum, tally) => sum + tally.missing + tally.of, 0);
    if (lost > mostMissing * asked + scoreSlack) reasons.push({ kind: 'missing', row: id, side, missing, of });
    for (const one of unanswered)
      if (one[side].of === 0) reasons.push({ kind: 'unanswered-case', row: id, case: one.case, side, setAside });
    const isLimited = settings.costLimit !== undefined || (settings.costCap !== undefined && side === 'new');
    if (isLimited && kind === 'both' && row.cost[side] === null && of > missing) {
      reasons.push({ kind: 'unknown-price', row: id, side });
    }
    const isTimed = settings.latencyLimit !== undefined && settings.latencyOf === 'first-token';
    const isCompared = row.cases.some(({ family, identical }) => family === 'base' && !identical);
    if (isTimed && isCompared && kind === 'both' && row.latency[side] === null && of > missing)
      reasons.push({ kind: 'unknown-first-token', row: id, side });
    return reasons;
  });
  return [...empty, ...lacking];
}
