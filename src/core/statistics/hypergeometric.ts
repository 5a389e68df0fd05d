import { logChoose } from './choose.ts';

/** Probabilities of `low`, `low + 1`, …; they sum to 1. */
export type Masses = { readonly low: number; readonly masses: Float64Array };

const known = new Map<number, Masses>();

/**
 * How many of `marked` items fall on the new side when `size` of 2·`size` items are drawn as the new ones:
 * P(x) = C(size, x)·C(size, marked − x) / C(2·size, marked). 0 ≤ marked ≤ 2·size. Small ones are remembered.
 */
export function hypergeometric(marked: number, size: number): Masses {
  const key = size < 64 ? size * 128 + marked : -1;
  const found = known.get(key);
  if (found !== undefined) return found;
  const low = Math.max(0, marked - size);
  const high = Math.min(size, marked);
  const all = logChoose(2 * size, marked);
  const masses = Float64Array.from({ length: high - low + 1 }, (_, i) =>
    Math.exp(logChoose(size, low + i) + logChoose(size, marked - low - i) - all),
  );
  const result = { low, masses };
  if (key >= 0) known.set(key, result);
  return result;
}
