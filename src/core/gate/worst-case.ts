import type { Cell, Missing, Outcome } from '../outcome.ts';
import type { Side } from '../side.ts';
import { gateSample } from './gate-sample.ts';
import { leansWorse } from './leaning.ts';
import { isOutcome } from './measured-batch.ts';
import type { Step } from './schedule.ts';
import type { GateSettings } from './settings.ts';
import { type LookTaken, takeLook } from './take-look.ts';

/**
 * Whether a row would still pass with every missing new reply a failure and every missing old one a success: the same
 * looks, taken at data so filled in.
 * @param cells of one row
 */
export function failsWorstCase(cells: readonly Cell[], steps: readonly Step[], settings: GateSettings): boolean {
  const filled = cells.map(fillIn);
  if (filled.every((cell, i) => cell === cells[i])) return false;
  const sample = gateSample(filled, settings);
  const looks: LookTaken[] = [];
  for (const step of steps) {
    const look = takeLook(sample, step, settings, looks.at(-1));
    if (look.blocks) return true;
    looks.push(look);
  }
  return leansWorse(looks, settings);
}

function fillIn(cell: Cell): Cell {
  if (cell.batches.every(({ pairs }) => pairs.every((pair) => isOutcome(pair.old) && isOutcome(pair.new)))) return cell;
  const known = cell.batches.flatMap(({ pairs }) => pairs.flatMap((pair) => [pair.old, pair.new])).find(isOutcome);
  return {
    ...cell,
    batches: cell.batches.map((batch) => ({
      ...batch,
      pairs: batch.pairs.map((pair) => ({ old: filled(pair.old, 'old', known), new: filled(pair.new, 'new', known) })),
    })),
  };
}

function filled(reply: Outcome | Missing, side: Side, known: Outcome | undefined): Outcome {
  if (isOutcome(reply)) return reply;
  const value = side === 'old' ? 1 : 0;
  return {
    score: value,
    ...(known === undefined || known.passes !== undefined ? { passes: side === 'old' } : {}),
    ...(known?.partlyMarked === true ? { partlyMarked: true } : {}),
    marks: known?.marks.map(() => side === 'old') ?? [],
    metrics: Object.fromEntries(Object.keys(known?.metrics ?? {}).map((name) => [name, value])),
  };
}
