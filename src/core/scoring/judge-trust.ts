import type { JudgeReliability } from './judge-reliability.ts';
import type { Kappa } from './quadratic-kappa.ts';

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
