/** Agreement beyond chance of two raters: κ in −1…1 with its large-sample standard error. */
export type Kappa = { readonly kappa: number; readonly standardError: number; readonly ratings: number };

/**
 * Cohen's κ with quadratic weights for ratings on whole numbers from `low` to `high` (others are rounded).
 * Standard error by Fleiss, Cohen and Everitt (1969), eq. 14, for a κ that is not 0.
 * @returns nothing without ratings, or where chance alone would agree in full (every rating the same).
 */
export function quadraticKappa(
  pairs: readonly (readonly [number, number])[],
  low: number,
  high: number,
): Kappa | undefined {
  const count = high - low + 1;
  const levels = Array.from({ length: count }, (_, level) => level);
  const level = (rating: number) => Math.min(high, Math.max(low, Math.round(rating))) - low;
  const rows: number[] = levels.map(() => 0);
  const columns: number[] = levels.map(() => 0);
  const cells = new Map<number, number>();
  for (const [first, second] of pairs) {
    const [i, j] = [level(first), level(second)];
    rows[i] = (rows[i] ?? 0) + 1 / pairs.length;
    columns[j] = (columns[j] ?? 0) + 1 / pairs.length;
    cells.set(i * count + j, (cells.get(i * count + j) ?? 0) + 1 / pairs.length);
  }
  const weight = (i: number, j: number) => 1 - ((i - j) / (count - 1)) ** 2;
  const rowMean = levels.map((i) => sum(levels.map((j) => (columns[j] ?? 0) * weight(i, j))));
  const columnMean = levels.map((j) => sum(levels.map((i) => (rows[i] ?? 0) * weight(i, j))));
  const observed = sum([...cells].map(([at, share]) => share * weight(Math.floor(at / count), at % count)));
  const expected = sum(levels.map((i) => (rows[i] ?? 0) * (rowMean[i] ?? 0)));
  if (pairs.length === 0 || 1 - expected < 1e-12) return undefined;

  // Rounding may carry full agreement or disagreement past the ends of the scale.
  const kappa = Math.min(1, Math.max(-1, (observed - expected) / (1 - expected)));
  const squares = sum(
    [...cells].map(([at, share]) => {
      const [i, j] = [Math.floor(at / count), at % count];
      return share * (weight(i, j) - ((rowMean[i] ?? 0) + (columnMean[j] ?? 0)) * (1 - kappa)) ** 2;
    }),
  );
  const variance = (squares - (kappa - expected * (1 - kappa)) ** 2) / (pairs.length * (1 - expected) ** 2);
  return { kappa, standardError: Math.sqrt(Math.max(0, variance)), ratings: pairs.length };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
