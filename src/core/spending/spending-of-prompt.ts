import type { ReportPrompt, ReportRow } from '../report/report.ts';
import type { CellRun } from '../run/trial-run.ts';
import { changeOfDollars } from './change-of-dollars.ts';
import { countedPairs } from './counted-replies.ts';

type Spending = NonNullable<ReportPrompt['spending']>;
type OfRow = NonNullable<ReportRow['spending']>;

/** A row that is compared, with what its replies used and cost. */
export type SpentRow = { readonly cells: readonly CellRun[]; readonly spending: OfRow };

/**
 * What a prompt's replies used and cost over all its models, old and new: means in which each model counts alike. Models of a case are
 * kept together, since what makes one longer makes them all. Nothing of fewer than two models that have both sides.
 */
export function spendingOfPrompt(rows: readonly SpentRow[], alpha: number): Spending | undefined {
  const both = rows.filter(({ spending: { replies } }) => replies.old > 0 && replies.new > 0);
  if (both.length < 2) return undefined;
  const mean = (read: (row: OfRow) => OfRow['length']) => ({
    old: meanOfAll(both, ({ spending }) => read(spending).old),
    new: meanOfAll(both, ({ spending }) => read(spending).new),
  });
  const usd = mean((row) => row.usd);
  const sum = (side: 'old' | 'new') => both.reduce((all, { spending }) => all + spending.replies[side], 0);
  return {
    models: both.length,
    replies: { old: sum('old'), new: sum('new') },
    usd: {
      ...usd,
      ...changeOfDollars(
        both.map(({ cells }) => countedPairs(cells)),
        usd,
        alpha,
      ),
    },
    tokens: {
      input: mean(({ tokens }) => tokens.input),
      cached: mean(({ tokens }) => tokens.cached),
      output: mean(({ tokens }) => tokens.output),
      reasoning: mean(({ tokens }) => tokens.reasoning),
    },
    length: mean(({ length }) => length),
  };
}

/** null where one of them does not tell it: what is unknown of one model is unknown of all together. */
function meanOfAll(rows: readonly SpentRow[], read: (row: SpentRow) => number | null): number | null {
  const known = rows.flatMap((row) => read(row) ?? []);
  return known.length < rows.length ? null : known.reduce((sum, one) => sum + one, 0) / rows.length;
}
