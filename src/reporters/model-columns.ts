import type {
  ModelFigures,
  PortabilityVerdict,
  PortedModel,
  PortedPrompt,
} from '../core/portability/portability-report.ts';
import { showDuration, showMoney, showNumberOf, showScore } from './show-quantity.ts';

/** The verdicts in the words that readers see. */
export const portabilityWords = {
  safe: '✅ safe',
  unclear: '🤷 cannot tell',
  unsafe: '⛔ not safe',
  unusable: '⚠️ unusable',
} as const satisfies Record<PortabilityVerdict, string>;

/** What of the reference, and of a model that is held against it, stands in its line. */
type ReferenceFigures = Omit<ModelFigures, 'provider'>;
export type CandidateFigures = ReferenceFigures & Pick<PortedModel, 'verdict' | 'failing'>;

type CellLine =
  | { readonly kind: 'reference'; readonly figures: ReferenceFigures }
  | { readonly kind: 'model'; readonly figures: CandidateFigures };

/** A line of the matrix: the reference, or a model that is held against it. */
type MatrixLine =
  | { readonly kind: 'reference'; readonly figures: ModelFigures }
  | { readonly kind: 'model'; readonly figures: PortedModel };

/** A column of the matrix. Everything in it is of our own words. */
type MatrixColumn = { readonly head: string; readonly cell: (line: CellLine) => string };

/** The lines of a prompt's matrix: the reference first. */
export function linesOf({ reference, models }: PortedPrompt): readonly MatrixLine[] {
  return [
    { kind: 'reference', figures: reference },
    ...models.map((figures): MatrixLine => ({ kind: 'model', figures })),
  ];
}

/** The columns beside the model's name: what nobody knows anything of is left out. */
export function columnsOf(lines: readonly CellLine[]): readonly MatrixColumn[] {
  const all = lines.map(({ figures }) => figures);
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
      { head: 'Ends', cell: ({ figures }) => showDay(figures.retires) },
    ),
  ];
}

/** A report that was read back may say anything there: what is no day is not shown. */
function showDay(day: string | null): string {
  return day !== null && /^\d{4}-\d\d-\d\d$/u.test(day) ? day : '–';
}

function showTime(milliseconds: number | null): string {
  return milliseconds === null ? '–' : showDuration(milliseconds);
}
