import { z } from 'zod';
import type { CheckScore } from '../score.ts';
import type { Kappa } from './human-label.ts';

/** Whether what was measured of a judge lets its grades decide by themselves; `why` is told to readers. */
export type JudgeTrust =
  | { readonly kind: 'trusted' }
  | { readonly kind: 'doubted'; readonly why: string }
  /** Too little was measured to say: so many more replies judged again would tell, or so many more labels. */
  | { readonly kind: 'unknown'; readonly lacks: { readonly replies: number; readonly labels: number } };

/**
 * Bounds below which a judge only advises.
 * Flips: people agree with one another on four of five replies (L. Zheng et al., "Judging LLM-as-a-Judge with MT-Bench
 * and Chatbot Arena", 2023): a judge that disagrees with itself more often measures nothing they would recognise.
 * Spread, for grades without a pass mark: two measurements of one thing lie within 2.8 σ of each other 95 times in 100
 * (the repeatability limit of ISO 5725-6); beyond half the scale they cannot tell a good reply from a middling one.
 * κ: below 0.4 is poor agreement (J. L. Fleiss, "Statistical Methods for Rates and Proportions", 1981); the one-sided
 * 95 % lower bound must reach it, and below 20 labels its large-sample error is not to be relied on.
 */
const judgeBounds = {
  flipRate: 0.2,
  sigma: 0.5 / 2.8,
  kappa: 0.4,
  leastReplies: 10,
  leastLabels: 20,
} as const;

const oneSided95 = 1.645;

/**
 * @param reliability of repeated judgements, with σ on the scale 0–1
 * @param scale on which σ is shown to readers
 */
export function judgeTrust(
  reliability: JudgeReliability | undefined,
  kappa: Kappa | undefined,
  scale: readonly [low: number, high: number] = [0, 1],
): JudgeTrust {
  const reasons = [...doubtsOfRepeats(reliability, scale), ...doubtsOfLabels(kappa)];
  if (reasons.length > 0) return { kind: 'doubted', why: reasons.join('; ') };
  const lacks = {
    replies: Math.max(0, judgeBounds.leastReplies - (reliability?.replies ?? 0)),
    labels: Math.max(0, judgeBounds.leastLabels - (kappa?.ratings ?? 0)),
  };
  return lacks.replies === 0 || lacks.labels === 0 ? { kind: 'trusted' } : { kind: 'unknown', lacks };
}

function doubtsOfRepeats(
  reliability: JudgeReliability | undefined,
  [low, high]: readonly [number, number],
): readonly string[] {
  if (reliability === undefined || reliability.replies < judgeBounds.leastReplies) return [];
  const { flipRate, sigma, replies } = reliability;
  if (flipRate !== undefined) {
    if (flipRate <= judgeBounds.flipRate) return [];
    return [
      `of ${replies} replies judged again, ${percent(flipRate)} came out on the other side of their mark (at most ${percent(judgeBounds.flipRate)})`,
    ];
  }
  if (sigma <= judgeBounds.sigma) return [];
  const shown = (spread: number) => (spread * (high - low)).toFixed(2);
  return [
    `${replies} replies judged again spread by σ = ${shown(sigma)} on ${low}–${high} (at most ${shown(judgeBounds.sigma)})`,
  ];
}

function doubtsOfLabels(kappa: Kappa | undefined): readonly string[] {
  if (kappa === undefined || kappa.ratings < judgeBounds.leastLabels) return [];
  const low = kappa.kappa - oneSided95 * kappa.standardError;
  if (low >= judgeBounds.kappa) return [];
  return [
    `against ${kappa.ratings} human labels κ is ${kappa.kappa.toFixed(2)} ± ${kappa.standardError.toFixed(2)} (its lower bound must reach ${judgeBounds.kappa})`,
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** How well a judge agrees with itself, from replies it graded more than once. */
type JudgeReliability = {
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

/** Slack of the comparison with a mark: marks and scores come to the same number on different ways. */
const slack = 1e-9;

/** The scores 0–1 one check came to for one reply, each time it was judged; `mark` on the same scale. */
export function repeatedScores(judgements: readonly CheckScore[], mark: number | undefined): RepeatedGrades {
  const grades = judgements.flatMap((check) => (check.kind === 'scored' ? [check.value] : []));
  return { grades, ...(mark === undefined ? {} : { min: mark - slack }) };
}

const scale = z.object({ of: z.tuple([z.number(), z.number()]) });

/**
 * The first `votes` grades of each criterion of a check, as scores 0–1. Those that were added because the first lay
 * near the mark are left out: taken from replies near their mark alone, they would show more flips than there are.
 */
export function repeatedVotes(check: CheckScore, votes: number, mark: number | undefined): readonly RepeatedGrades[] {
  const read = check.kind === 'scored' ? scale.safeParse(check.details) : undefined;
  if (read?.success !== true || votes < 2) return [];
  const [low, high] = read.data.of;
  return gradesOf(check).map((criterion) => ({
    grades: criterion.votes.slice(0, votes).map((grade) => (grade - low) / (high - low)),
    ...(mark === undefined ? {} : { min: mark - slack }),
  }));
}

const graded = z.object({
  criteria: z.array(
    z.object({ name: z.string(), votes: z.array(z.number()), reasons: z.array(z.string()).default([]) }),
  ),
});

/** A criterion of a rubric with the votes it was given, on the judge's scale, and the reason of each. */
type CriterionGrades = {
  readonly name: string;
  readonly votes: readonly number[];
  readonly reasons: readonly string[];
};

/** The votes a judge gave one reply, by criterion; none for checks that no judge grades. */
export function gradesOf(check: CheckScore): readonly CriterionGrades[] {
  if (check.kind !== 'scored' || check.details === undefined) return [];
  const read = graded.safeParse(check.details);
  return read.success ? read.data.criteria : [];
}
