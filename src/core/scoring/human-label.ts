import type { GoldenCase } from '../golden-case.ts';
import type { CheckScore } from '../score.ts';

/** A kept reply with a person's label and what the judge made of it. */
export type LabelledReply = {
  readonly label: number;
  /** The label says good or bad (1 or 0), not 1–10. */
  readonly binary: boolean;
  readonly checks: readonly CheckScore[];
};

const low = 1;
const high = 10;

/** Files whose labels are all 0 or 1 are read as good and bad: a 1 there is no grade out of ten. */
export function binaryLabelFiles(cases: readonly GoldenCase[]): ReadonlySet<string> {
  const byFile = Map.groupBy(
    cases.filter(({ label }) => label !== undefined),
    ({ at }) => at.file,
  );
  const binary = [...byFile].filter(([, held]) => held.every(({ label }) => label === 0 || label === 1));
  return new Set(binary.map(([file]) => file));
}

/**
 * Agreement of a judge with people on 1–10: Cohen's κ with quadratic weights. The judge's grade of a reply is the mean
 * of its checks' scores, rounded to a whole grade. Labels that say good or bad stand at the ends of the scale, against
 * whether the checks pass (without a mark: whether the grade is in the upper half).
 * Replies that could not be judged are left out: `ratings` says how many were compared.
 */
export function labelAgreement(replies: readonly LabelledReply[]): Kappa | undefined {
  const pairs = replies.flatMap(({ label, binary, checks }): readonly (readonly [number, number])[] => {
    const scored = checks.filter((check) => check.kind === 'scored');
    if (scored.length === 0 || scored.length < checks.length) return [];
    const value = scored.reduce((sum, check) => sum + check.value, 0) / scored.length;
    if (!binary) return [[label, low + (high - low) * value]];
    const marked = scored.filter((check) => check.passed !== undefined);
    const good = marked.length === 0 ? value >= 0.5 : marked.every((check) => check.passed === true);
    return [[label === 1 ? high : low, good ? high : low]];
  });
  return quadraticKappa(pairs, low, high);
}

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
