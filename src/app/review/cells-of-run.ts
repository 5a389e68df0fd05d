import type { Breathe } from '../../core/breathe.ts';
import type { Cell } from '../../core/outcome.ts';
import { cellOf } from '../../core/run/cell-of.ts';
import type { PromptRun } from '../../core/run/prompt-run.ts';

/** The gate's view of a prompt's cells: of thousands it takes a while. */
export async function cellsOfRun({ cells }: PromptRun, breathe: Breathe): Promise<readonly Cell[]> {
  const seen: Cell[] = [];
  for (const held of cells) {
    seen.push(cellOf(held));
    await breathe();
  }
  return seen;
}
