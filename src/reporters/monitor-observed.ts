import type { ComparedPrompt, GoldenShift, Observed, OfferedCase, QualityRow } from '../core/monitor/observed.ts';
import { showPosition } from '../core/problem.ts';
import { clip } from '../core/text/clip.ts';
import { showCount, showMoney, showNumberOf, showPercent } from './show-quantity.ts';
import { type Column, fitTable } from './terminal/fit-table.ts';
import { harmless, type Pen } from './terminal/pen.ts';
import { own, type Phrase, quote, say } from './wording/say.ts';

/** Rows and reasons at most: the JSON has all. */
const most = { rows: 40, unknown: 5, offered: 12, input: 100 } as const;

/** What models made of a sample of the calls, for a terminal: what was asked, then a table of grades. */
export function observedBlocks(observed: Observed, pen: Pen): readonly (readonly string[])[] {
  const rows = shownGrades(observed);
  const shown = rows.slice(0, most.rows);
  const [head = '', ...lines] = fitTable(columnsOf(shown), pen.columns);
  const more = rows.length - shown.length;
  return [
    notesOf(observed).flatMap((note) => pen.lines(note)),
    shown.length === 0
      ? []
      : [pen.paint('head', head), ...lines, ...(more > 0 ? [`… and ${more} more rows: --json has all`] : [])],
    observed.golden.flatMap((prompt) => goldenLines(prompt).flatMap((line) => pen.lines(line))),
    offeredLines(observed.candidates, pen),
  ];
}

/** A prompt's golden cases beside what people ask, a sentence each; all but the first are of it. */
export function goldenLines({ prompt, cases, inputs, replies, uncovered }: ComparedPrompt): readonly Phrase[] {
  return [
    say`${prompt}, compared with its ${own(showNumberOf(cases, 'golden case'))}:`,
    say`  Inputs: ${shiftIn(inputs, 'inputs')}`,
    say`  Replies: ${shiftIn(replies, 'replies')}`,
    ...(uncovered === null || uncovered.share === null || uncovered.interval === null
      ? []
      : [
          own(
            `  No golden case resembles ${showPercent(uncovered.share)} of the inputs (95%: ${showPercent(uncovered.interval.low)} to ${showPercent(uncovered.interval.high)}; ${showPercent(uncovered.expected)} expected by chance).`,
          ),
        ]),
  ];
}

function shiftIn(shift: GoldenShift, what: string): Phrase {
  if (shift.kind === 'left-out') return say`not compared: ${quote(shift.why)}.`;
  const { shifted, p, detectable, logged, golden } = shift;
  const seen =
    detectable === null
      ? 'Too few to find any shift'
      : `It finds a shift four times in five if ${showPercent(detectable)} or more of the ${what} are on another subject`;
  const found = shifted ? 'unlike the golden cases, beyond chance' : 'no shift beyond chance';
  return own(
    `${found} (maximum mean discrepancy, permutation test, p ${p < 0.001 ? '<0.001' : p.toFixed(3)}; ${showCount(logged)} beside ${showCount(golden)}). ${seen}.`,
  );
}

function offeredLines(candidates: readonly OfferedCase[], pen: Pen): readonly string[] {
  if (candidates.length === 0) return [];
  const { headline, told, more } = wordOffered(candidates);
  return [
    pen.paint('head', headline),
    ...told.flatMap((phrase) => pen.lines([...own('  '), ...phrase])),
    ...(more > 0 ? [`… and ${more} more: --json has all`] : []),
  ];
}

/** The inputs that are offered, those that are shown a line each. */
export function wordOffered(candidates: readonly OfferedCase[]): {
  readonly headline: string;
  readonly told: readonly Phrase[];
  readonly more: number;
} {
  const shown = candidates.slice(0, most.offered);
  return {
    headline: `${showNumberOf(candidates.length, 'input')} offered as golden cases; masked, to be reviewed:`,
    told: shown.map((one) => {
      const { reason, prompt, at } = one;
      return say`${own(offeredFor[reason])}, ${prompt}: ${quote(clip(askedIn(one), most.input))} (${showPosition(at)})`;
    }),
    more: candidates.length - shown.length,
  };
}

/** Why an input is offered as a golden case. */
export const offeredFor: Readonly<Record<OfferedCase['reason'], string>> = {
  failed: 'failed',
  poor: 'graded low',
  refused: 'refused',
  cut: 'cut off',
  rare: 'like no golden case',
};

/** Rows of grades that say something of their own: where a segment has but one model and prompt, its row says it all. */
export function shownGrades(observed: Observed): readonly QualityRow[] {
  return observed.quality.filter(({ by }) => by.length < 2 || hasSeveral(observed));
}

/** What the person asked, as far as it is known. */
export function askedIn({ user, vars }: Pick<OfferedCase, 'user' | 'vars'>): string {
  return (
    user ??
    Object.values(vars)
      .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
      .join(' ')
  );
}

function hasSeveral({ quality }: Observed): boolean {
  const names = quality.filter(({ by }) => by.length > 1).map(({ model, prompt }) => JSON.stringify([model, prompt]));
  return new Set(names).size > 1;
}

/** How the sample was drawn and what judging took, then what a reader should know. */
export function notesOf({ sample, unknown, calls, usd, notes }: Observed): readonly Phrase[] {
  const { taken, of, seed, strata } = sample;
  const equal = strata.length > 1 ? segmentsOf(strata) : '';
  return [
    own(
      `Judged ${showCount(taken)} of ${showNumberOf(of, 'call')} with a reply${equal}, at random (seed ${seed}); masked. This took ${showNumberOf(calls, 'model call')}, ${usd === null ? 'at an unknown cost' : showMoney(usd)}.`,
    ),
    ...unknown
      .slice(0, most.unknown)
      .map(
        ({ metric, why, calls: count }) =>
          say`${own(showNumberOf(count, 'call has', 'calls have'))} no ${metric} grade: ${quote(why)}`,
      ),
    ...(unknown.length > most.unknown
      ? [own(`… and ${unknown.length - most.unknown} more reasons: --json has all`)]
      : []),
    ...notes.map(quote),
  ];
}

/** `, 20 from each of 2 segments`, where all have as many; `, from 3 segments` where one has too few calls for that. */
function segmentsOf(strata: Observed['sample']['strata']): string {
  const [{ taken = 0 } = {}] = strata;
  const each = strata.every((stratum) => stratum.taken === taken) ? `${showCount(taken)} from each of` : 'from';
  return `, ${each} ${strata.length} segments`;
}

function columnsOf(rows: readonly QualityRow[]): readonly Column[] {
  const named = (by: 'segment' | 'model' | 'prompt'): readonly Column[] => {
    const cells = rows.map((row) =>
      row.by.includes(by) ? harmless(row[by] ?? '–') : row.by.length === 0 ? 'all' : '',
    );
    return cells.every((cell) => cell === 'all' || cell === '–' || cell === '')
      ? []
      : [{ head: by, cells, least: 8, cutAt: by === 'prompt' ? 'start' : 'end' }];
  };
  const figures = (head: string, cell: (row: QualityRow) => string): Column => {
    return { head, cells: rows.map(cell), align: 'right' };
  };
  return [
    { head: 'metric', cells: rows.map(({ metric, scale }) => `${harmless(metric)} (${showScale(scale)})`) },
    ...named('segment'),
    ...named('model'),
    ...named('prompt'),
    figures('mean', ({ mean, scale }) => (mean === null ? 'unknown' : showGrade(mean, scale))),
    figures('95%', ({ interval, scale }) =>
      interval === null ? '–' : `${showGrade(interval.low, scale)} to ${showGrade(interval.high, scale)}`,
    ),
    figures('judged', ({ n }) => showCount(n)),
    figures('unknown', ({ n, unknown }) =>
      unknown === 0 ? '0' : `${showCount(unknown)} (${showPercent(unknown / (n + unknown))})`,
    ),
  ];
}

export function showGrade(value: number, { low, high }: QualityRow['scale']): string {
  return value.toFixed(high - low > 5 ? 1 : 2).replace('-', '−');
}

export function showScale({ low, high }: QualityRow['scale']): string {
  return low < 0 ? `${low} to ${high}`.replace('-', '−') : `${low}–${high}`;
}
