import { showMoney, showPercent } from '../show-quantity.ts';
import { html, type Markup } from './markup.ts';
import { place, type Scale, scaleOf } from './scale.ts';

/** What a model passes (0–1), and dollars of a thousand replies. */
export type CostPoint = { readonly cost: number; readonly rate: number };

export const costWidth = 640;
export const costHeight = 260;

/** The axes of a drawing that sets what passes against what it costs, with their grid and label. At least one point costs something. */
export function costAxes(points: readonly CostPoint[]): {
  readonly x: Scale;
  readonly y: Scale;
  readonly drawing: readonly Markup[];
  /** Where a point is, for a path. */
  readonly spot: (point: CostPoint) => string;
} {
  const [width, height] = [costWidth, costHeight];
  const x = scaleOf(0, Math.max(...points.map(({ cost }) => cost)), { start: 56, end: width - 130 });
  const lowest = Math.min(...points.map(({ rate }) => rate));
  const y = scaleOf(Math.min(lowest, 0.9), 1, { start: height - 40, end: 16 });
  const grid = [
    ...x.ticks.map(
      (tick) =>
        html`<line class="grid" x1="${place(x.at(tick))}" x2="${place(x.at(tick))}" y1="16" y2="${height - 40}"/><text class="axis" x="${place(x.at(tick))}" y="${height - 24}" text-anchor="middle">${showMoney(tick)}</text>`,
    ),
    ...y.ticks
      .filter((tick) => tick >= 0 && tick <= 1)
      .map(
        (tick) =>
          html`<line class="grid" x1="56" x2="${width - 130}" y1="${place(y.at(tick))}" y2="${place(y.at(tick))}"/><text class="axis" x="50" y="${place(y.at(tick) + 4)}" text-anchor="end">${showPercent(tick)}</text>`,
      ),
  ];
  const label = html`<text class="axis" x="${(width - 74) / 2}" y="${height - 6}" text-anchor="middle">a thousand replies cost</text>`;
  return { x, y, drawing: [...grid, label], spot: ({ cost, rate }) => `M${place(x.at(cost))} ${place(y.at(rate))}` };
}
