import type { PromptResult } from '../../core/assemble/assemble-prompt.ts';
import type { Breathe } from '../../core/breathe.ts';
import { requestHash } from '../../core/call.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import { historyOf } from '../../core/gate/cell-history.ts';
import { type KeptCase, mostTold } from '../../core/gate-quality/kept-case.ts';
import type { KeptRequests } from '../../core/golden-set/measure-coverage.ts';
import { hash } from '../../core/hash.ts';
import type { KeptScores, ScoreHistory } from '../../core/ports.ts';
import { ProblemError } from '../../core/problem.ts';
import type { CellRun, SideRun } from '../../core/run/trial-run.ts';
import { sides } from '../../core/side.ts';
import { checkKinds } from '../../scorers/index.ts';

/** A cell before it is asked, with what its replies in other comparisons tell of it. */
export function recall(cell: DesignCell, history: ScoreHistory): CellRun {
  const known = historyOf(history.scores(idOf(cell), cell.comparison));
  return { cell, trials: [], ...(known === undefined ? {} : { history: known }) };
}

/** Keeps what replies scored for later comparisons, by the request and not by the side. @returns what a reader should know */
export async function keepScores(
  results: readonly PromptResult[],
  now: number,
  { history, breathe }: { readonly history: ScoreHistory; readonly breathe: Breathe },
): Promise<readonly string[]> {
  const rows: KeptScores[] = [];
  for (const held of results.flatMap(({ run }) => run.cells)) {
    rows.push(...scoresOf(held));
    await breathe();
  }
  if (rows.length === 0) return [];
  try {
    await history.keepScores(rows, now);
    return [];
  } catch (fault) {
    // The verdict stands without it: later reviews know less of what is steady.
    if (!(fault instanceof ProblemError)) throw fault;
    return [`What the replies scored is not kept for later reviews: ${fault.message}`];
  }
}

function scoresOf({ cell, trials }: CellRun): readonly KeptScores[] {
  return sides.flatMap((side) => {
    const request = cell[side];
    if (request === undefined || (side === 'old' && cell.identical)) return [];
    // A reply that was kept from another comparison is in the history of that one.
    const asked = trials.filter((trial) => side === 'new' || trial.oldKept !== true);
    const scores = asked.flatMap((trial) => scoreOf(trial[side]));
    return scores.length === 0
      ? []
      : [{ cell: idOf(cell), comparison: cell.comparison, request: requestHash(request), scores }];
  });
}

function scoreOf(side: SideRun | undefined): readonly number[] {
  return side?.score.kind === 'scored' ? [side.score.value] : [];
}

/** A case on a model with all that scores it: edited checks begin a history of their own. */
function idOf({ prompt, row, exam }: DesignCell): string {
  const checks = exam.golden.checks.map(({ at: _, ...check }) => check);
  const { vars, tools } = exam.golden;
  return hash([prompt, row, exam.key, vars, checks, ...(tools === undefined ? [] : [tools])]);
}

/** What the replies to each version of the prompt scored in earlier comparisons, by cells. */
export async function scoresByRequest(
  cells: readonly DesignCell[],
  { history, breathe }: { readonly history: Pick<ScoreHistory, 'scores'>; readonly breathe: Breathe },
): Promise<readonly KeptRequests[]> {
  const kept: KeptRequests[] = [];
  for (const cell of cells) {
    kept.push({ case: cell.exam.key, requests: history.scores(idOf(cell), '') });
    await breathe();
  }
  return kept;
}

/** Cells with what their replies scored in earlier reviews. @param without comparison of a cell that is left out */
export async function keptCases(
  cells: readonly DesignCell[],
  { history, breathe }: { readonly history: Pick<ScoreHistory, 'scores'>; readonly breathe: Breathe },
  without: (cell: DesignCell) => string = () => '',
): Promise<readonly KeptCase[]> {
  const kept: KeptCase[] = [];
  for (const cell of cells) {
    const { key, weight, golden } = cell.exam;
    kept.push({
      row: cell.row,
      case: key,
      weight,
      scores: mostTold(history.scores(idOf(cell), without(cell))),
      passes: golden.checks.every(({ kind }) => checkKinds.get(kind)?.scale === 'binary'),
    });
    await breathe();
  }
  return kept;
}
