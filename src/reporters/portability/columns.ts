import type { ModelFigures, PortedModel, PortedPrompt } from '../../core/portability/portability-report.ts';
import { showDuration, showMoney, showNumberOf, showScore } from '../show-quantity.ts';
import { portabilityWords } from './word-ported.ts';

/** A line of the matrix: the reference, or a model that is held against it. */
export type MatrixLine =
  | { readonly kind: 'reference'; readonly figures: ModelFigures }
  | { readonly kind: 'model'; readonly figures: PortedModel };

/** A column of the matrix. Everything in it is of our own words. */
export type MatrixColumn = { readonly head: string; readonly cell: (line: MatrixLine) => string };

/** The lines of a prompt's matrix: the reference first. */
export function linesOf({ reference, models }: PortedPrompt): readonly MatrixLine[] {
  return [
    { kind: 'reference', figures: reference },
    ...models.map((figures): MatrixLine => ({ kind: 'model', figures })),
  ];
}

/** The columns beside the model's name: what nobody knows anything of is left out. */
export function columnsOf(prompts: readonly PortedPrompt[]): readonly MatrixColumn[] {
  const all = prompts.flatMap(linesOf).map(({ figures }) => figures);
  const some = (known: boolean, column: MatrixColumn): readonly MatrixColumn[] => (known ? [column] : []);
  return [
    {
      head: 'Verdict',
      cell: (line) => (line.kind === 'reference' ? 'reference' : portabilityWords[line.figures.verdict]),
    },
    { head: 'Score', cell: ({ figures }) => (figures.score === null ? '–' : showScore(figures.score)) },
    {
      head: 'Fails',
      cell: (line) => (line.kind === 'reference' ? '–' : showNumberOf(line.figures.failing.length, 'case')),
    },
    ...some(
      all.some(({ usdPer1000 }) => usdPer1000 !== null),
      {
        head: 'Per 1,000',
        cell: ({ figures }) => showMoney(figures.usdPer1000),
      },
    ),
    ...some(
      all.some(({ usdMonth }) => usdMonth !== null),
      {
        head: 'A month',
        cell: ({ figures }) => showMoney(figures.usdMonth),
      },
    ),
    { head: 'p50', cell: ({ figures }) => showTime(figures.latencyMs.p50) },
    { head: 'p95', cell: ({ figures }) => showTime(figures.latencyMs.p95) },
    ...some(
      all.some(({ retires }) => retires !== null),
      { head: 'Ends', cell: ({ figures }) => figures.retires ?? '–' },
    ),
  ];
}

function showTime(milliseconds: number | null): string {
  return milliseconds === null ? '–' : showDuration(milliseconds);
}
