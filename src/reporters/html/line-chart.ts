import { type Content, html, type Markup } from './markup.ts';
import { chart, place, type Scale, scaleOf } from './scale.ts';

const sizes = { small: { width: 310, height: 138 }, wide: { width: 640, height: 240 } } as const;
const edges = { top: 24, right: 16, bottom: 22 } as const;
/** How wide a letter beside the axis is at most: of the wide one as a phone shows it. */
const letter = { small: 6.5, wide: 11.5 } as const;
/** With more of them the dots run into each other. */
const mostDots = 45;

/** Something from run to run or from day to day: a line, evenly spaced, with what it is held to. */
export type LineDrawn = {
  readonly title: Content;
  readonly key: Content;
  /** What it shows, in words. */
  readonly says: string;
  /** `null` where nothing is known: the line is broken there. */
  readonly values: readonly (number | null)[];
  /** What stands under the first and the last value. */
  readonly ends: readonly [string, string];
  readonly show: (value: number) => string;
  /** What the axis has at least. */
  readonly span: readonly [number, number];
  readonly size?: keyof typeof sizes;
  /** Where values usually lie. */
  readonly usual?: { readonly low: number; readonly high: number; readonly mean: number };
  /** What it may be at most. */
  readonly limit?: number;
  /** The value from which on it is another, with the first and the last one that may be. */
  readonly since?: Since;
  /** Values at which something else became another. */
  readonly turns?: readonly { readonly at: number; readonly sign: string }[];
};

type Since = {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Whether what comes after it is drawn as what is bad. */
  readonly isWorse: boolean;
};

type Axes = {
  readonly x: (at: number) => number;
  readonly y: Scale;
  readonly left: number;
  readonly width: number;
  readonly floor: number;
};

/** A line with its axes. Empty where there are no two values. */
export function lineChart(drawn: LineDrawn): Markup {
  const { title, key, says, values, size = 'small' } = drawn;
  if (values.filter((value) => value !== null).length < 2) return html``;
  const { width, height } = sizes[size];
  const axes = axesOf(drawn);
  const drawing = [...groundOf(drawn, axes), ...gridOf(drawn, axes), ...waysOf(drawn, axes), ...signsOf(drawn, axes)];
  return chart({ title, key, says, width, height, drawing, fits: true });
}

function axesOf({ values, span, usual, limit, show, size = 'small' }: LineDrawn): Axes {
  const { width, height } = sizes[size];
  const known = values.flatMap((value) => value ?? []);
  const held = [
    ...span,
    ...(usual === undefined ? [] : [usual.low, usual.high]),
    ...(limit === undefined ? [] : [limit]),
  ];
  const floor = height - edges.bottom;
  const y = scaleOf(Math.min(...known, ...held), Math.max(...known, ...held), { start: floor, end: edges.top });
  const longest = Math.max(...y.ticks.map((tick) => show(tick).length));
  const left = Math.min(width / 3, 12 + longest * letter[size]);
  const step = (width - left - edges.right - 20) / Math.max(1, values.length - 1);
  return { x: (at) => left + 10 + at * step, y, left, width, floor };
}

/** What lies under all else: the usual, and the values that the begin may be at. */
function groundOf({ usual, since }: LineDrawn, { x, y, left, width, floor }: Axes): readonly Markup[] {
  const right = width - edges.right;
  return [
    ...(usual === undefined
      ? []
      : [
          html`<rect class="usual" x="${place(left)}" y="${place(y.at(usual.high))}" width="${place(right - left)}" height="${place(Math.max(1, y.at(usual.low) - y.at(usual.high)))}"/><line class="mean" x1="${place(left)}" x2="${right}" y1="${place(y.at(usual.mean))}" y2="${place(y.at(usual.mean))}"/>`,
        ]),
    ...(since === undefined
      ? []
      : [
          html`<rect class="doubt" x="${place(x(since.from) - 4)}" y="${edges.top}" width="${place(x(since.to) - x(since.from) + 8)}" height="${floor - edges.top}"/>`,
        ]),
  ];
}

function gridOf({ ends, show, limit, size }: LineDrawn, { y, left, width, floor }: Axes): readonly Markup[] {
  const right = width - edges.right;
  const level = (value: number, kind: string) =>
    html`<line class="${kind}" x1="${place(left)}" x2="${right}" y1="${place(y.at(value))}" y2="${place(y.at(value))}"/>`;
  const ticks = size === 'wide' ? y.ticks : [y.ticks[0], y.ticks.at(-1)].flatMap((tick) => tick ?? []);
  const [first, last] = ends;
  return [
    ...ticks.map(
      (tick) =>
        html`${level(tick, 'grid')}<text class="axis" x="${place(left - 6)}" y="${place(y.at(tick) + 4)}" text-anchor="end">${show(tick)}</text>`,
    ),
    ...(limit === undefined ? [] : [level(limit, 'limit')]),
    html`<text class="axis" x="${place(left)}" y="${floor + 16}">${first}</text><text class="axis" x="${right}" y="${floor + 16}" text-anchor="end">${last}</text>`,
  ];
}

/** The line, broken where nothing is known; from the begin of what is worse on in another colour. */
function waysOf({ values, since }: LineDrawn, { x, y }: Axes): readonly Markup[] {
  const split = since?.isWorse === true ? since.at : values.length;
  const parts = [
    { from: 0, to: split, tone: 'level' },
    // From the last one before on, so that the fall itself is drawn.
    { from: Math.max(0, split - 1), to: values.length, tone: 'down' },
  ].filter(({ from, to }) => from < to);
  return parts.flatMap(({ from, to, tone }) => {
    let isNew = true;
    const spots: { readonly spot: string; readonly isNew: boolean }[] = [];
    for (const [at, value] of values.slice(from, to).entries()) {
      if (value !== null) spots.push({ spot: `${place(x(from + at))} ${place(y.at(value))}`, isNew });
      isNew = value === null;
    }
    if (spots.length === 0) return [];
    const way = spots.map(({ spot, isNew: begins }) => `${begins ? 'M' : 'L'}${spot}`).join('');
    const dotted = tone === 'down' && from < split ? spots.slice(1) : spots;
    const dots =
      values.length > mostDots
        ? ''
        : html`<path class="way spots" d="${dotted.map(({ spot }) => `M${spot}h0`).join('')}"/>`;
    return [html`<g class="${tone}"><path class="way" d="${way}"/>${dots}</g>`];
  });
}

/** The begin with its word, and where something else turned. */
function signsOf({ since, turns = [] }: LineDrawn, { x, width, floor }: Axes): readonly Markup[] {
  const upright = (kind: string, at: number) =>
    html`<line class="${kind}" x1="${place(x(at))}" x2="${place(x(at))}" y1="${edges.top}" y2="${floor}"/>`;
  return [
    ...turns.map(
      ({ at, sign }) =>
        html`${upright('turn', at)}<text class="turn-text" x="${place(x(at))}" y="${edges.top - 6}" text-anchor="middle">${sign}</text>`,
    ),
    ...(since === undefined
      ? []
      : [
          html`${upright(since.isWorse ? 'since' : 'limit', since.at)}<text class="${since.isWorse ? 'since-text' : 'axis'}" x="${place(x(since.at))}" y="${edges.top - 8}" text-anchor="${x(since.at) > width / 2 ? 'end' : 'start'}">${since.text}</text>`,
        ]),
  ];
}
