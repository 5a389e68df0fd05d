import type { Report } from '../report/report.ts';
import type { CheckScore } from '../score.ts';
import type { BothSides } from '../side.ts';
import { scoreSlack } from '../statistics/stratum.ts';
import { clip } from '../text/clip.ts';

export type ExchangedJudge = NonNullable<Report['exchangedJudge']>;

/** A reply with what each of two judges made of it, check by check in the same order. */
export type JudgedByBoth = {
  readonly prompt: string;
  readonly case: string;
  readonly model: string;
  readonly checks: BothSides<readonly CheckScore[]>;
};

type Scored = Extract<CheckScore, { readonly kind: 'scored' }>;
type Judgement = BothSides<Scored>;

/** Grades without a pass mark are alike within this: a point of ten. */
const aPoint = 1 / 9;
const longestWhy = 300;

/**
 * Holds what two judges made of the same replies against each other. A reply that one of them could not judge whole is left out.
 * @param of golden cases, on each model, that could have been judged
 * @param tolerance by how much the mean may move and still be called the same, 0–1
 * @returns nothing where no reply was judged by both
 */
export function compareJudges(
  judges: Pick<ExchangedJudge, 'old' | 'new'>,
  replies: readonly JudgedByBoth[],
  { of, tolerance }: { readonly of: number; readonly tolerance: number },
): ExchangedJudge | undefined {
  const both = replies.flatMap((reply) => {
    const judgements = pair(reply.checks);
    return judgements === undefined || judgements.length === 0 ? [] : [{ reply, judgements }];
  });
  if (both.length === 0) return undefined;
  const all = both.flatMap(({ judgements }) => judgements);
  const mean = { old: meanOf(all, 'old'), new: meanOf(all, 'new') };
  const flips = both.flatMap(({ reply, judgements }): ExchangedJudge['flips'] => {
    const passes = { old: isPassed(judgements, 'old'), new: isPassed(judgements, 'new') };
    if (passes.old === passes.new) return [];
    const decisive = judgements.find((one) => one.old.passed !== one.new.passed) ?? judgements[0];
    return [
      {
        prompt: reply.prompt,
        case: reply.case,
        model: reply.model,
        passes: passes.old ? 'old' : 'new',
        score: { old: meanOf(judgements, 'old'), new: meanOf(judgements, 'new') },
        why: { old: clip(decisive?.old.reason ?? '', longestWhy), new: clip(decisive?.new.reason ?? '', longestWhy) },
      },
    ];
  });
  return {
    ...judges,
    replies: both.length,
    of,
    judgements: all.length,
    alike: all.filter(isAlike).length,
    mean,
    flips,
    differs: flips.length > 0 || Math.abs(mean.new - mean.old) > tolerance + scoreSlack,
  };
}

function pair({ old, new: now }: BothSides<readonly CheckScore[]>): readonly Judgement[] | undefined {
  const pairs = old.flatMap((one, at): readonly Judgement[] => {
    const other = now[at];
    return one.kind === 'scored' && other?.kind === 'scored' ? [{ old: one, new: other }] : [];
  });
  return pairs.length === old.length ? pairs : undefined;
}

function isAlike({ old, new: now }: Judgement): boolean {
  if (old.passed !== undefined && now.passed !== undefined) return old.passed === now.passed;
  return Math.abs(old.value - now.value) <= aPoint + scoreSlack;
}

function isPassed(judgements: readonly Judgement[], side: keyof Judgement): boolean {
  return judgements.every((one) => one[side].passed !== false);
}

function meanOf(judgements: readonly Judgement[], side: keyof Judgement): number {
  return judgements.reduce((sum, one) => sum + one[side].value, 0) / judgements.length;
}
