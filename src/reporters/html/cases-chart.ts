import type { Report, ReportCase } from '../../core/report/report.ts';
import { mean } from '../../core/statistics/quantile.ts';
import { clip } from '../../core/text/clip.ts';
import { showNumberOf, showPercent } from '../show-quantity.ts';
import { html, type Markup } from './markup.ts';
import { chart, place } from './scale.ts';

const width = 640;
const left = 240;
const right = width - 24;
const line = 20;
const most = 40;
/** A smaller change is a reply more or less. */
const leastChange = 0.15;

/** `span`: where the share of all replies now lies, by those that were asked; absent where they have no pass mark. */
type Moved = {
  readonly name: string;
  readonly old: number;
  readonly now: number;
  readonly span?: readonly [number, number];
};

/** The cases that changed most, each from its share of right replies before (○) to that now (●). Empty where none moved. */
export function casesChart({ prompts }: Report): Markup {
  const several = prompts.reduce((sum, { models }) => sum + models.length, 0) > 1;
  const moved = prompts
    .flatMap(({ models }) =>
      models.flatMap((row) =>
        row.cases.flatMap((one): readonly Moved[] => {
          const [old, now] = [rateOf(one.old), rateOf(one.new)];
          const name = several ? `${clip(one.id, 22)} · ${clip(row.id, 12)}` : clip(one.id, 34);
          const span = spanOf(one.new);
          return old === undefined || now === undefined ? [] : [{ name, old, now, ...(span && { span }) }];
        }),
      ),
    )
    .filter(({ old, now }) => Math.abs(now - old) >= leastChange)
    .toSorted((one, other) => one.now - one.old - (other.now - other.old));
  if (moved.length === 0) return html``;
  // What fell and what rose, the most moved of each.
  const fallen = moved.filter(({ old, now }) => now < old).slice(0, most);
  const risen = moved.filter(({ old, now }) => now > old).slice(-(most - fallen.length || 1));
  const shown = [...fallen, ...(fallen.length < most ? risen : [])];
  const height = shown.length * line + 34;
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (tick) =>
      html`<line class="grid" x1="${place(x(tick))}" x2="${place(x(tick))}" y1="4" y2="${height - 24}"/><text class="axis" x="${place(x(tick))}" y="${height - 8}" text-anchor="middle">${showPercent(tick)}</text>`,
  );
  const names = shown.map(
    ({ name }, at) => html`<text x="${left - 12}" y="${yOf(at) + 4}" text-anchor="end">${name}</text>`,
  );
  const placed = shown.map(({ old, now }, at) => ({ old, now, y: yOf(at) }));
  const spans = shown.flatMap(({ span }, at) =>
    span === undefined ? [] : [`M${place(x(span[0]))} ${yOf(at) + 6}H${place(x(span[1]))}`],
  );
  const marks = [
    ...(spans.length === 0 ? [] : [html`<path class="span" d="${spans.join('')}"/>`]),
    ...marksOf(
      placed.filter(({ old, now }) => now < old),
      'down',
    ),
    ...marksOf(
      placed.filter(({ old, now }) => now > old),
      'up',
    ),
  ];
  const more = moved.length - shown.length;
  return chart({
    title: 'Cases that changed most',
    key: html`replies that are right, ○ before, ● now, and below where the share now lies with 90 % confidence${more > 0 ? `; ${showNumberOf(more, 'more case')} changed less` : ''}`,
    says: `Share of right replies: ${shown
      .slice(0, 10)
      .map(({ name, old, now }) => `${name} from ${showPercent(old)} to ${showPercent(now)}`)
      .join('; ')}.`,
    width,
    height,
    drawing: [...grid, ...names, ...marks],
  });
}

/** All ways and ends of one colour as three lines: an element for each would make a page heavy. */
function marksOf(
  moved: readonly { readonly old: number; readonly now: number; readonly y: number }[],
  tone: 'up' | 'down',
): readonly Markup[] {
  if (moved.length === 0) return [];
  const ways = moved.map(({ old, now, y }) => `M${place(x(old))} ${y}H${place(x(now))}`).join('');
  const dots = (ends: readonly string[]) => ends.map((end) => `M${end}h0`).join('');
  const before = dots(moved.map(({ old, y }) => `${place(x(old))} ${y}`));
  const now = dots(moved.map((one) => `${place(x(one.now))} ${one.y}`));
  return [
    html`<g class="${tone}"><path class="way" d="${ways}"/><path class="way dots" d="${before}${now}"/><path class="way holes" d="${before}"/></g>`,
  ];
}

/** Wilson's interval of 90 % (1927): right also of few replies, and where all or none pass. */
function spanOf({ passes, of }: ReportCase['new']): readonly [number, number] | undefined {
  if (passes === null || of === 0) return undefined;
  const z = 1.645;
  // A report from elsewhere may say more passes than replies.
  const [rate, share] = [Math.min(1, passes / of), (z * z) / of];
  const middle = (rate + share / 2) / (1 + share);
  const half = (z / (1 + share)) * Math.sqrt((rate * (1 - rate)) / of + share / (4 * of));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

function x(rate: number): number {
  return left + Math.min(1, Math.max(0, rate)) * (right - left);
}

function yOf(at: number): number {
  return at * line + 14;
}

/** The share of passes; of replies without a pass mark their mean score. */
function rateOf({ passes, of, scores }: ReportCase['old']): number | undefined {
  if (of === 0) return undefined;
  if (passes !== null) return passes / of;
  return mean(scores) ?? undefined;
}
