import type { Cell, Missing, Outcome } from '../outcome.ts';
import type { Side } from '../side.ts';
import { scoreSlack } from '../statistics/stratum.ts';
import { breaks } from './case-look.ts';
import { gateSample } from './gate-sample.ts';
import { countMissing, isOutcome } from './measured-batch.ts';
import type { Step } from './schedule.ts';
import type { GateSettings } from './settings.ts';
import { caseLeansWorse, leansWorse } from './suite-look.ts';
import { type LookTaken, takeLook } from './take-look.ts';

/** Share of a row's replies up to which losses that hit both sides alike say nothing. */
export const muchMissing = 0.02;

/**
 * Whether a row would not pass with its missing replies at their worst: new ones failures, old ones successes. The looks are
 * taken anew at data so filled in. Where few are missing, only what the new side lost beyond the old one is taken so for the
 * mean, since what strikes both alike comes of no prompt; a single case is always taken at its worst. A case of which nothing
 * came on either side says nothing, and is set aside.
 * @param cells of one row
 */
export function failsWorstCase(cells: readonly Cell[], steps: readonly Step[], settings: GateSettings): boolean {
  const told = cells.filter(hasOutcome);
  const missing = { old: countMissing(told, 'old', everyRound), new: countMissing(told, 'new', everyRound) };
  const lost = missing.old.missing + missing.new.missing;
  if (lost === 0) return false;
  const worst = looksAt(
    told.map((cell) => fillIn(cell, () => true)),
    steps,
    settings,
  );
  if (lost > muchMissing * (missing.old.of + missing.new.of) + scoreSlack) return fails(worst, settings);
  if (worst.some((look) => look.blocks && look.cases.cells.some(breaks)) || caseLeansWorse(worst)) return true;
  let excess = Math.max(0, missing.new.missing - missing.old.missing);
  if (excess === 0) return false;
  const lopsided = told.map((cell) => fillIn(cell, (side) => side === 'new' && excess-- > 0));
  return fails(looksAt(lopsided, steps, settings), settings);
}

function hasOutcome({ batches }: Cell): boolean {
  return batches.some(({ pairs }) => pairs.some((pair) => isOutcome(pair.old) || isOutcome(pair.new)));
}

const everyRound = Number.POSITIVE_INFINITY;

function looksAt(cells: readonly Cell[], steps: readonly Step[], settings: GateSettings): readonly LookTaken[] {
  const sample = gateSample(cells, settings);
  const looks: LookTaken[] = [];
  for (const step of steps) {
    const look = takeLook(sample, step, settings, looks.at(-1));
    looks.push(look);
    if (look.blocks) break;
  }
  return looks;
}

function fails(looks: readonly LookTaken[], settings: GateSettings): boolean {
  return looks.at(-1)?.blocks === true || leansWorse(looks, settings);
}

function fillIn(cell: Cell, isFilled: (side: Side) => boolean): Cell {
  const known = cell.batches.flatMap(({ pairs }) => pairs.flatMap((pair) => [pair.old, pair.new])).find(isOutcome);
  if (known === undefined) return cell;
  const filled = (reply: Outcome | Missing, side: Side): Outcome | Missing =>
    isOutcome(reply) || !isFilled(side) ? reply : worstOf(side, known);
  return {
    ...cell,
    batches: cell.batches.map((batch) => ({
      ...batch,
      pairs: batch.pairs.map((pair) => ({ old: filled(pair.old, 'old'), new: filled(pair.new, 'new') })),
    })),
  };
}

/** @param known another reply of the case: what its checks are */
function worstOf(side: Side, { passes, graded, metrics }: Outcome): Outcome {
  const holds = side === 'old';
  const value = holds ? 1 : 0;
  return {
    score: value,
    ...(passes === undefined ? {} : { passes: holds }),
    ...(graded === undefined ? {} : { graded: graded.map((grade) => ({ ...grade, value })) }),
    marks: [],
    metrics: Object.fromEntries(Object.keys(metrics).map((name) => [name, value])),
  };
}
