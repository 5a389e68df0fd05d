import type { ReportRow } from '../../core/report/report.ts';
import { showChange, showCount, showMoney, showNumberOf, showScore } from '../show-quantity.ts';
import { own, type Phrase, say } from './say.ts';

export type PastVersion = NonNullable<ReportRow['past']>[number];

/** Merged versions that are shown: the latest ones. */
const mostShown = 10;

const bars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
/** A score that moves by less fills no more of a line's height than its part of this: chance is not drawn as a cliff. */
const leastSpan = 0.2;

/** The latest merged versions of a row, the oldest first; none where there are no two to set against each other. */
export function shownPast({ past = [] }: ReportRow): readonly PastVersion[] {
  return past.length < 2 ? [] : past.slice(-mostShown);
}

/** `clerk-mini: score ▆▇█ 0.80 → 0.95, cost $0.41 → $0.62 per 1,000 replies, …`; empty where there is no line to draw. */
export function wordPast(row: ReportRow): Phrase {
  const shown = shownPast(row);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return [];
  const costs = first.usd === null && last.usd === null;
  const cost = costs
    ? ''
    : `, cost ${showChange(thousand(first.usd), thousand(last.usd), showMoney)} per 1,000 replies`;
  const lengths = first.length === null && last.length === null;
  const length = lengths ? '' : `, ${showChange(first.length, last.length, showCount)} characters a reply`;
  const line = `score ${sparkline(shown.map(({ score }) => score))} ${showChange(first.score, last.score, showScore)}`;
  return say`${row.model.old}: ${own(`${line}${cost}${length} (${showNumberOf(shown.length, 'version')})`)}`;
}

/** Values as bars of text, the highest full; a dot where there is none. */
export function sparkline(values: readonly (number | null)[]): string {
  const known = values.flatMap((value) => value ?? []);
  const top = Math.max(...known);
  const span = Math.max(leastSpan, top - Math.min(...known));
  return values
    .map((value) => (value === null ? '·' : (bars[Math.round((1 - (top - value) / span) * (bars.length - 1))] ?? '·')))
    .join('');
}

function thousand(usd: number | null): number | null {
  return usd === null ? null : usd * 1000;
}
