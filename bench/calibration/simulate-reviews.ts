import type { Random } from '../../src/core/statistics/random.ts';
import { worst } from '../../src/core/verdict.ts';
import { type Chances, drawCases, gradeCases } from './case-mix.ts';
import { naiveVerdicts } from './naive-rules.ts';
import { type Scenario, settingsOf } from './scenario.ts';
import { simulatePrompt } from './simulate-prompt.ts';
import { simulateStated } from './simulate-stated.ts';

/** Counts over simulated reviews; sums of them are counts again. */
export type Counts = {
  reviews: number;
  regressed: number;
  passed: number;
  invalid: number;
  /** Replies per case, row and side, summed over prompts. */
  replies: number;
  prompts: number;
  /** Reviews that named a case as regressed that did not get worse. */
  wrongNamed: number;
  /** Lower bounds of the mean change at or under the truth, of `bounds`. */
  covered: number;
  bounds: number;
  drop: number;
  flip: number;
  pairedT: number;
  coveredT: number;
  /** Even drops that reviews said they would have seen, those that were, and the sum of the drops. */
  stated: number;
  seen: number;
  dropped: number;
};

export function noCounts(): Counts {
  return {
    reviews: 0,
    regressed: 0,
    passed: 0,
    invalid: 0,
    replies: 0,
    prompts: 0,
    wrongNamed: 0,
    covered: 0,
    bounds: 0,
    drop: 0,
    flip: 0,
    pairedT: 0,
    coveredT: 0,
    stated: 0,
    seen: 0,
    dropped: 0,
  };
}

export function addCounts(a: Counts, b: Counts): Counts {
  const sum = { ...a };
  for (const key of countNames) sum[key] += b[key];
  return sum;
}

const countNames = [
  'reviews',
  'regressed',
  'passed',
  'invalid',
  'replies',
  'prompts',
  'wrongNamed',
  'covered',
  'bounds',
  'drop',
  'flip',
  'pairedT',
  'coveredT',
  'stated',
  'seen',
  'dropped',
] as const satisfies readonly (keyof Counts)[];

/** Simulates whole reviews of one kind. */
export function simulateReviews(scenario: Scenario, reviews: number, random: Random): Counts {
  let counts = noCounts();
  for (let i = 0; i < reviews; i++) counts = addCounts(counts, simulateReview(scenario, random));
  return counts;
}

function simulateReview(scenario: Scenario, random: Random): Counts {
  const counts = { ...noCounts(), reviews: 1 };
  const settings = settingsOf(scenario);
  const verdicts = Array.from({ length: scenario.prompts }, () => {
    const plain = drawCases(scenario.cases, scenario.effect, random, scenario.mix);
    const cases = scenario.graded === undefined ? plain : gradeCases(plain, scenario.graded);
    const simulated = simulatePrompt(cases, scenario, settings, random);
    const { comparison, verdict, replies } = simulated;
    const stated = scenario.stated === true ? simulateStated(cases, simulated, scenario, random) : undefined;
    if (stated !== undefined) {
      counts.stated++;
      counts.dropped += stated.drop;
      if (stated.seen) counts.seen++;
    }
    const truth = cases.reduce((sum, one) => sum + one.new - one.old, 0) / cases.length;
    counts.prompts++;
    counts.replies += replies;
    for (const { score, cases: compared } of comparison.rows) {
      counts.bounds++;
      if (score.low !== null && score.low <= truth + 1e-9) counts.covered++;
      const wrong = compared.some(({ state, case: id }) => {
        const chances = cases[Number(id)];
        return state === 'regressed' && chances !== undefined && chances.new >= chances.old && !gradeFalls(chances);
      });
      if (wrong) counts.wrongNamed = 1;
    }
    const naive = naiveVerdicts(comparison);
    if (naive.drop) counts.drop = 1;
    if (naive.flip) counts.flip = 1;
    if (naive.pairedT) counts.pairedT = 1;
    if (naive.lowT !== null && naive.lowT <= truth + 1e-9) counts.coveredT++;
    return verdict.verdict;
  });
  const verdict = worst(verdicts);
  if (verdict === 'regressed') counts.regressed = 1;
  if (verdict === 'pass') counts.passed = 1;
  if (verdict === 'invalid') counts.invalid = 1;
  return counts;
}

function gradeFalls({ grade }: Chances): boolean {
  return grade !== undefined && grade.new < grade.old;
}
