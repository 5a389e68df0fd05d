import { judgedCase, judgedRow } from '../../core/assemble/assemble-row.ts';
import type { CaseComparison, RowComparison } from '../../core/gate/comparison.ts';
import type { RowVerdict } from '../../core/gate/decide-verdict.ts';
import type { Batch, Cell, Missing, Outcome, Pair } from '../../core/outcome.ts';
import type { ReportCase, ReportReply, ReportRow } from '../../core/report/report.ts';
import type { BothSides, Side } from '../../core/side.ts';
import { mean, quantile } from '../../core/statistics/quantile.ts';
import type { ScoreTrial } from '../../formats/scores/types.ts';
import type { PairedCase, PairedRow } from './pair-score-files.ts';

/** A row of the report: what the gate found, beside what the files tell of the trials it read. */
export function closeRow(row: PairedRow, compared: RowComparison, judged: RowVerdict): ReportRow {
  const cases = new Map(row.cases.map((one) => [one.id, one]));
  const read = row.cases.map(trialsRead);
  const over = (side: Side, values: (trials: readonly ScoreTrial[]) => number | null) =>
    values(read.flatMap((trials) => trials[side]));
  const both = (values: (trials: readonly ScoreTrial[]) => number | null): BothSides<number | null> => ({
    old: over('old', values),
    new: over('new', values),
  });
  const times = (share: number, read: (outcome: Outcome) => number | undefined) =>
    both((trials) => quantile(outcomesOf(trials, read), share));
  const latency = (share: number) => times(share, ({ latencyMs }) => latencyMs);
  const firstToken = times(0.5, ({ firstTokenMs }) => firstTokenMs);
  return {
    id: row.id,
    own: false,
    model: row.model,
    provider: 'default',
    ...judgedRow(compared, judged),
    cost: { old: compared.cost.old, new: compared.cost.new, perSegment: {}, monthly: {} },
    tokens: {
      input: both((trials) => mean(trials.flatMap(({ reply }) => reply.usage?.inputTokens ?? []))),
      output: both((trials) => mean(trials.flatMap(({ reply }) => reply.usage?.outputTokens ?? []))),
    },
    latency: {
      p50: latency(0.5),
      p95: latency(0.95),
      ...(firstToken.old === null && firstToken.new === null ? {} : { firstToken }),
    },
    cases: compared.cases.flatMap((found) => {
      const held = cases.get(found.case);
      return held === undefined ? [] : [closeCase(found, held)];
    }),
  };
}

function closeCase(found: CaseComparison, held: PairedCase): ReportCase {
  const trials = trialsRead(held);
  const replies = trials.new.flatMap((trial, index): readonly ReportReply[] => {
    const before = trials.old[index];
    const after = replyOf('new', index, trial);
    return before === undefined ? [after] : [replyOf('old', index, before), after];
  });
  return {
    ...judgedCase(found),
    // A side that is not there misses nothing.
    ...(held.old === undefined ? { old: { ...found.old, missing: 0 } } : {}),
    ...(held.segment === undefined ? {} : { segment: held.segment }),
    replies,
  };
}

/** As many trials as both sides have; of a case that is only in the new file all. */
function trialsRead(one: PairedCase): BothSides<readonly ScoreTrial[]> {
  if (one.old === undefined) return { old: [], new: one.new };
  const pairs = pairsOf(one);
  return { old: one.old.slice(0, pairs), new: one.new.slice(0, pairs) };
}

function replyOf(side: Side, trial: number, { outcome, reply }: ScoreTrial): ReportReply {
  const place = { side, trial, round: 1, ...reply };
  if ('missing' in outcome) return place;
  const { score, passes, costUsd, latencyMs, firstTokenMs } = outcome;
  return {
    ...place,
    score,
    ...(passes === undefined ? {} : { passes }),
    ...(costUsd === undefined ? {} : { costUsd }),
    ...(latencyMs === undefined ? {} : { latencyMs }),
    ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
  };
}

function outcomesOf(trials: readonly ScoreTrial[], read: (outcome: Outcome) => number | undefined): readonly number[] {
  return trials.flatMap(({ outcome }) => ('missing' in outcome ? [] : (read(outcome) ?? [])));
}

const absent: Missing = { missing: 'absent' };

/** Trials that both sides of a case have. */
export function pairsOf({ old, new: next }: PairedCase): number {
  return Math.min(old?.length ?? 0, next.length);
}

/**
 * Cells of the cases that are in both files: one batch of as many pairs as both have, and one of those that were asked of
 * this case alone.
 */
export function comparedCells({ id, cases }: PairedRow): readonly Cell[] {
  return cases.flatMap((one): readonly Cell[] => {
    const { old } = one;
    if (old === undefined) return [];
    const pairs = one.new.slice(0, pairsOf(one)).flatMap((trial, index) => {
      const partner = old[index];
      const topUp = partner?.topUp === true || trial.topUp === true;
      return partner === undefined ? [] : [{ topUp, pair: { old: partner.outcome, new: trial.outcome } }];
    });
    const asked = (topUp: boolean) => pairs.flatMap((held) => (held.topUp === topUp ? [held.pair] : []));
    return [cellOf(id, one, asked(false), asked(true))];
  });
}

/** Cells of the cases that only the new file has: shown, not compared. */
export function freshCells({ id, cases }: PairedRow): readonly Cell[] {
  return cases.flatMap((one): readonly Cell[] => {
    if (one.old !== undefined) return [];
    const pairs = one.new.map(({ outcome }) => ({ old: absent, new: outcome }));
    return [{ ...cellOf(id, one, pairs), newOnly: true }];
  });
}

function cellOf(row: string, { id, weight }: PairedCase, pairs: readonly Pair[], topUps: readonly Pair[] = []): Cell {
  const batch = { round: 1, oldKept: false };
  const more: readonly Batch[] = topUps.length === 0 ? [] : [{ ...batch, uniform: false, pairs: topUps }];
  const batches: readonly Batch[] = [{ ...batch, uniform: true, pairs }, ...more];
  return { row, case: id, weight, family: 'base', identical: false, batches };
}
