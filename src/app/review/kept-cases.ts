import type { DesignCell } from '../../core/design/design-review.ts';
import { type KeptCase, mostTold } from '../../core/gate-quality/kept-case.ts';
import type { ScoreHistory } from '../../core/ports.ts';
import { checkKinds } from '../../scorers/index.ts';
import { idOf } from './remember-scores.ts';

/** Cells with what their replies scored in earlier reviews. @param without comparison of a cell that is left out */
export function keptCases(
  cells: readonly DesignCell[],
  history: Pick<ScoreHistory, 'scores'>,
  without: (cell: DesignCell) => string = () => '',
): readonly KeptCase[] {
  return cells.map((cell) => {
    const { key, weight, golden } = cell.exam;
    return {
      row: cell.row,
      case: key,
      weight,
      scores: mostTold(history.scores(idOf(cell), without(cell))),
      passes: golden.checks.every(({ kind }) => checkKinds.get(kind)?.scale === 'binary'),
    };
  });
}
