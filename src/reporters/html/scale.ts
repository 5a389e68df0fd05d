import { type Content, html, type Markup } from './markup.ts';

/** Places on an axis, and the round numbers that are written along it. */
export type Scale = { readonly at: (value: number) => number; readonly ticks: readonly number[] };

/** A linear scale over `from`–`to`, widened to round numbers. @param length where it begins and ends, in the drawing's units */
export function scaleOf(from: number, to: number, length: { readonly start: number; readonly end: number }): Scale {
  const step = roundStep((to - from || Math.abs(to) || 1) / 4);
  const first = Math.floor(from / step);
  const last = Math.max(first + 1, Math.ceil(to / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  const span = (last - first) * step;
  return { at: (value) => length.start + ((value - first * step) / span) * (length.end - length.start), ticks };
}

/** The least of 1, 2 and 5 times a power of ten that is not under `step`. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5].find((one) => one * power >= step * 0.999_999) ?? 10;
  return factor * power;
}

/** A place as it is written into a drawing. */
export function place(value: number): string {
  return String(Number(value.toFixed(1)));
}

/** A drawing with its title and what its marks mean. It says in words what it shows: not everyone sees it. */
export function chart(given: {
  readonly title: Content;
  readonly key: Content;
  readonly says: string;
  readonly width: number;
  readonly height: number;
  readonly drawing: Content;
  /** It holds few words, and is shown whole on a phone, its letters larger. */
  readonly fits?: boolean;
}): Markup {
  const { title, key, says, width, height, drawing, fits = false } = given;
  // What is wide is scrolled on a phone, where it could not be read otherwise.
  const wide = width > 400;
  return html`<figure class="chart${wide ? ' wide' : ''}${fits ? ' fits' : ''}"${wide && !fits ? html` tabindex="0"` : ''}><figcaption><b>${title}</b> <span class="soft">${key}</span></figcaption><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${says}">${drawing}</svg></figure>
`;
}
