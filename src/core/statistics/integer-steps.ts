const mostScale = 1000;
const mostMultiple = 1e7;

/**
 * The integer grid of the suite statistic Σ wᵢ/kᵢ·(sum of new values): whole numbers proportional to wᵢ/kᵢ, as small as
 * they can be. Weights are scaled by up to 1,000 to become whole (0.5, 1.25, 1/3 do).
 * @param weights positive; @param sizes whole, positive, as many
 * @returns one step each, or null where the weights have no such scale or the multiple of the sizes exceeds 10⁷
 */
export function integerSteps(weights: readonly number[], sizes: readonly number[]): readonly number[] | null {
  const scale = wholeScale(new Set(weights));
  let multiple = 1;
  for (const size of new Set(sizes)) {
    multiple = (multiple / greatestDivisor(multiple, size)) * size;
    if (multiple > mostMultiple) return null;
  }
  if (scale === null) return null;
  const steps = weights.map((weight, i) => Math.round(weight * scale) * (multiple / (sizes[i] ?? 1)));
  const shared = steps.reduce(greatestDivisor, 0);
  return steps.map((step) => step / shared);
}

function wholeScale(weights: ReadonlySet<number>): number | null {
  const [first] = weights;
  if (first === undefined) return 1;
  const ratios = [...weights].map((weight) => weight / first);
  for (let scale = 1; scale <= mostScale; scale++) {
    if (ratios.every((ratio) => isWhole(ratio * scale))) return scale / first;
  }
  return null;
}

function isWhole(value: number): boolean {
  return Math.round(value) > 0 && Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, value);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
