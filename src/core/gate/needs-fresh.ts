import type { Cell } from '../outcome.ts';
import { breaks } from './case-look.ts';
import type { FreshRequest } from './comparison.ts';
import type { Replay } from './replay-looks.ts';
import type { LookTaken } from './take-look.ts';

/**
 * Old replies that were kept from another comparison and take part in a rejection: of the confirmed cases, and of whole
 * rows whose suite rejects (asking only the strata that differ afresh would redraw the old side alone where the new one had bad luck).
 */
export function needsFresh({ sample, looks }: Replay): readonly FreshRequest[] {
  const last = looks.at(-1);
  if (last === undefined || !last.blocks) return [];
  const rows = rejectingRows(last, sample.rows);
  return sample.cells.flatMap((cell, i) => {
    const rejects = rows.has(cell.row) || breaks(last.cases.cells[i]);
    return rejects ? keptBatches(cell, last.round) : [];
  });
}

function rejectingRows(look: LookTaken, rows: readonly string[]): ReadonlySet<string> {
  const suites = [look.suite, ...Object.values(look.metrics).map((metric) => metric.look)];
  if (suites.some(({ pooled }) => pooled?.rejection != null)) return new Set(rows);
  const tested = look.latency === null ? suites : [...suites, look.latency.look];
  return new Set(rows.filter((_, i) => tested.some((suite) => suite.rows[i]?.rejection != null)));
}

function keptBatches(cell: Cell, round: number): readonly FreshRequest[] {
  return cell.batches
    .filter((batch) => batch.oldKept && batch.round <= round && !cell.identical)
    .map((batch) => ({
      row: cell.row,
      case: cell.case,
      round: batch.round,
      uniform: batch.uniform,
      trials: batch.pairs.length,
    }));
}
