/** How well a judge agrees with itself, from replies it graded more than once. */
export type JudgeReliability = {
  /** Replies with at least two grades. */
  readonly replies: number;
  /** Share of pairs of grades of one reply that are equal, 0–1. */
  readonly agreement: number;
  /** Share of such pairs that lie on different sides of their pass mark, over replies that have one; absent without any. */
  readonly flipRate?: number;
  /** Standard deviation of the grades of one reply, pooled over replies, in points of the judge's scale. */
  readonly sigma: number;
};

/** The grades one reply was given by one criterion, with the check's pass mark where it has one (the judge's scale). */
export type RepeatedGrades = { readonly grades: readonly number[]; readonly min?: number };

/** @returns nothing where no reply was graded twice. */
export function judgeReliability(replies: readonly RepeatedGrades[]): JudgeReliability | undefined {
  const repeated = replies.filter(({ grades }) => grades.length >= 2);
  if (repeated.length === 0) return undefined;
  const pairs = repeated.flatMap(({ grades }) => pairsOf(grades));
  const flips = repeated.flatMap(({ grades, min }) =>
    min === undefined ? [] : pairsOf(grades).map(([a, b]) => a >= min !== b >= min),
  );
  const squares = repeated.map(({ grades }) => {
    const mean = grades.reduce((sum, one) => sum + one, 0) / grades.length;
    return grades.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  });
  const freedom = repeated.reduce((sum, { grades }) => sum + grades.length - 1, 0);
  return {
    replies: repeated.length,
    agreement: pairs.filter(([a, b]) => a === b).length / pairs.length,
    ...(flips.length > 0 && { flipRate: flips.filter(Boolean).length / flips.length }),
    sigma: Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / freedom),
  };
}

function pairsOf(grades: readonly number[]): readonly (readonly [number, number])[] {
  return grades.flatMap((first, index) => grades.slice(index + 1).map((second) => [first, second] as const));
}
