import { CandidatePool, chooseCandidates } from '../../core/golden-set/choose-candidates.ts';
import type { Candidate } from '../../core/golden-set/make-candidate.ts';
import type { SampledCall } from '../../core/monitor/call-sample.ts';
import type { OfferedCase } from '../../core/monitor/observed.ts';
import type { RatedMetric } from '../../core/monitor/rate-sample.ts';
import { casesFileOf, type ReadPrompt } from '../cases/place-calls.ts';
import { type PlacedCall, placeSample } from './place-sample.ts';

/** Cases offered of a prompt at most. */
const most = 20;

/** Cases offered of one prompt. */
export type OfferedCases = { readonly place: ReadPrompt; readonly cases: readonly Candidate[] };

type Offering = {
  readonly prompts: readonly ReadPrompt[];
  readonly failures: readonly SampledCall[];
  /** The sampled calls of each prompt. */
  readonly placed: ReadonlyMap<ReadPrompt, readonly PlacedCall[]>;
  readonly rated: readonly RatedMetric[];
  readonly uncovered: ReadonlyMap<SampledCall, number>;
};

/**
 * The inputs that are worth a golden case: what failed, what a judge graded low, what was refused or cut off, and what no golden case
 * resembles; none that repeats another or a case there is.
 */
export function offerCases({ prompts, failures, placed, rated, uncovered }: Offering): readonly OfferedCases[] {
  const pools = new Map<ReadPrompt, CandidatePool>();
  const add = (place: ReadPrompt, candidate: Candidate): void => {
    const pool = pools.get(place) ?? new CandidatePool();
    pools.set(place, pool);
    pool.add(candidate);
  };
  for (const [place, calls] of placeSample(failures, prompts)) {
    for (const { sampled, candidate } of calls) add(place, failedCase(sampled, candidate));
  }
  for (const [place, calls] of placed) {
    for (const { sampled, candidate } of calls) {
      const low = rated.flatMap((metric) => wordLow(metric, sampled) ?? []);
      if (low.length > 0) add(place, { ...candidate, reason: 'poor', notes: [...low, ...candidate.notes] });
      else if (uncovered.has(sampled)) add(place, { ...candidate, reason: 'rare' });
    }
  }
  return [...pools].flatMap(([place, pool]) => {
    const { cases } = chooseCandidates(pool, { prompt: place.prompt, cases: place.cases, most });
    return cases.length === 0 ? [] : [{ place, cases }];
  });
}

function failedCase({ failing }: SampledCall, candidate: Candidate): Candidate {
  if (failing.includes('failed')) return { ...candidate, reason: 'failed' };
  return { ...candidate, reason: failing.includes('refused') ? 'refused' : 'cut' };
}

/** A grade in the lower half of its scale. The tone of words is no fault. */
function wordLow({ metric, scale: [low, high], grades, isTone }: RatedMetric, call: SampledCall): string | undefined {
  const grade = grades.get(call);
  if (grade === undefined || grade >= 0.5 || isTone) return undefined;
  return `A judge graded it ${(low + grade * (high - low)).toFixed(1)} of ${high} by ${metric}.`;
}

/** Cases that are offered, as the report has them. */
export function reportOffered(offered: readonly OfferedCases[]): readonly OfferedCase[] {
  return offered.flatMap(({ place, cases }) =>
    cases.map((candidate) => ({ prompt: place.path, file: casesFileOf(place), ...candidate })),
  );
}
