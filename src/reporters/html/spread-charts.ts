import type { ReportReply, ReportRow } from '../../core/report/report.ts';
import { quantile } from '../../core/statistics/quantile.ts';
import { showCount, showDuration } from '../show-quantity.ts';
import { html, type Markup } from './markup.ts';
import { chart, place, type Scale, scaleOf } from './scale.ts';

const width = 310;
const height = 130;
const bins = 24;
const middle = 56;
const tallest = 46;
/** Of fewer replies a side a distribution says nothing. */
const leastReplies = 8;

type Measured = {
  readonly title: string;
  readonly of: (reply: ReportReply) => number | undefined;
  readonly show: (value: number) => string;
};

const measured: readonly Measured[] = [
  { title: 'How long replies take', of: ({ latencyMs }) => latencyMs, show: showDuration },
  { title: 'Tokens of replies', of: ({ usage }) => usage?.outputTokens, show: showCount },
];

/** How replies of a model are spread over time taken and tokens: before above the line, now below it. */
export function spreadCharts(row: ReportRow): Markup {
  const replies = row.cases.flatMap(({ replies: held, identical }) =>
    held.filter(({ error }) => error === undefined).map((reply) => ({ reply, both: identical })),
  );
  return html`${measured.map((one) => {
    const values = (side: 'old' | 'new') =>
      replies.flatMap(({ reply, both }) => (both || reply.side === side ? (one.of(reply) ?? []) : []));
    return spread(row, one, values('old'), values('new'));
  })}`;
}

function spread({ id }: ReportRow, { title, show }: Measured, old: readonly number[], now: readonly number[]): Markup {
  if (Math.min(old.length, now.length) < leastReplies) return html``;
  const all = [...old, ...now];
  const [least = 0, top = 0] = [quantile(all, 0) ?? 0, quantile(all, 0.99) ?? 0];
  // All alike: there is nothing to be seen.
  if (top <= least) return html``;
  const x: Scale = {
    at: (value) => 10 + ((value - least) / (top - least)) * (width - 20),
    ticks: scaleOf(least, top, { start: 0, end: 1 }).ticks.filter((tick) => tick >= least && tick <= top),
  };
  const counts = { old: countIn(old, x), new: countIn(now, x) };
  const peak = Math.max(
    ...counts.old.map((count) => count / old.length),
    ...counts.new.map((count) => count / now.length),
  );
  const heights = (side: readonly number[], of: number) => side.map((count) => (count / of / peak) * tallest);
  const [half, other] = [quantile(old, 0.5) ?? 0, quantile(now, 0.5) ?? 0];
  const grid = x.ticks.map((tick) => {
    // Beside the edge a number stands inside of it.
    const anchor = x.at(tick) < 30 ? 'start' : x.at(tick) > width - 30 ? 'end' : 'middle';
    return html`<text class="axis" x="${place(x.at(tick))}" y="${height - 6}" text-anchor="${anchor}">${show(tick)}</text>`;
  });
  const drawing = [
    html`<path class="bars-old" d="${barsOf(heights(counts.old, old.length), -1)}"/><path class="bars-new" d="${barsOf(heights(counts.new, now.length), 1)}"/>`,
    html`<line class="half" x1="${place(x.at(half))}" x2="${place(x.at(half))}" y1="${middle - tallest}" y2="${middle}"/><line class="half" x1="${place(x.at(other))}" x2="${place(x.at(other))}" y1="${middle}" y2="${middle + tallest}"/>`,
    ...grid,
  ];
  return chart({
    title: `${title}: ${id}`,
    key: html`above before, below now; half under ${show(half)} → ${show(other)}`,
    says: `${title} on ${id}: half of them under ${show(half)} before, under ${show(other)} now.`,
    width,
    height,
    drawing,
  });
}

function countIn(values: readonly number[], { at }: Scale): readonly number[] {
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(((at(value) - 10) / (width - 20)) * bins)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** Bars beside each other as one outline, up (-1) or down (1) from the middle. */
function barsOf(heights: readonly number[], way: 1 | -1): string {
  const step = (width - 20) / bins;
  const tops = heights.map((tall) => `V${place(middle + way * tall)}h${place(step)}`);
  return `M10 ${middle}${tops.join('')}V${middle}Z`;
}
