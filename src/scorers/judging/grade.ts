import { z } from 'zod';
import type { ScorerInput, ScorerResult } from '../../core/check-kind.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Question } from '../../core/score.ts';
import { answerForm } from './ask-judge.ts';
import { consult } from './consult.ts';
import type { Exhibit } from './exhibits-of.ts';
import type { JudgeOptions } from './judge-options.ts';

/** More votes for a reply whose mean lies within `near` of its pass mark (judge's scale): they decide it. */
const moreVotes = 2;
const near = 1;

/** What is graded: a name for the report and what the judge is told. */
export type Criterion = { readonly name: string; readonly task: string };

type GradeInput = Pick<ScorerInput<unknown, JudgeOptions>, 'options' | 'votes' | 'min' | 'answers'>;

type Grade = { readonly score: number; readonly reason: string };

/**
 * Has a reply graded by each criterion on `scale` and averages. A reply near its pass mark is graded twice more:
 * that is decided by its own grades alone, by the same rule on whichever side it is, so that no side is favoured.
 */
export function grade(
  input: GradeInput,
  exhibits: readonly Exhibit[],
  criteria: readonly Criterion[],
  scale: Scale,
): ScorerResult {
  const votes = input.options.votes ?? input.votes ?? 1;
  const first = gradeOnce(input, exhibits, criteria, scale, votes);
  if (first.kind !== 'graded') return first;
  const mean = average(first.grades.map(meanScore));
  const close =
    input.min !== undefined && input.options.rejudge !== false && Math.abs(mean - input.min) <= near * scale.step;
  if (!close) return result(first.grades, criteria, scale);
  const second = gradeOnce(input, exhibits, criteria, scale, votes + moreVotes);
  return second.kind === 'graded' ? result(second.grades, criteria, scale) : second;
}

/** Range of the grades a judge gives; `step` is one point on it. */
export type Scale = { readonly low: number; readonly high: number; readonly step: number };

type Graded =
  | { readonly kind: 'graded'; readonly grades: readonly (readonly Grade[])[] }
  | { readonly kind: 'unscored'; readonly why: string }
  | { readonly kind: 'ask'; readonly questions: readonly [Question, ...Question[]] };

function gradeOnce(
  input: GradeInput,
  exhibits: readonly Exhibit[],
  criteria: readonly Criterion[],
  scale: Scale,
  draws: number,
): Graded {
  const { form, shape } = gradeForm(scale);
  const consultations = criteria.map(({ task }, index) =>
    consult({ id: `grade${index + 1}`, task, exhibits, form, shape, answers: input.answers, draws }),
  );
  for (const consultation of consultations) if (consultation.kind === 'unscored') return consultation;
  const [question, ...others] = consultations.flatMap((one) => (one.kind === 'ask' ? [one.question] : []));
  if (question !== undefined) return { kind: 'ask', questions: [question, ...others] };
  return { kind: 'graded', grades: consultations.flatMap((one) => (one.kind === 'read' ? [one.values] : [])) };
}

function gradeForm({ low, high, step }: Scale) {
  const whole = step === 1;
  const score = whole
    ? { type: 'integer', enum: Array.from({ length: high - low + 1 }, (_, index) => low + index) }
    : { type: 'number' };
  const form = answerForm(
    'grade',
    { reason: { type: 'string' }, score },
    `{"reason": "one or two sentences", "score": ${whole ? 'whole ' : ''}number from ${low} to ${high}}`,
  );
  const shape = z.object({ reason: z.string(), score: z.number().min(low).max(high) });
  return { form, shape };
}

function result(
  grades: readonly (readonly Grade[])[],
  criteria: readonly Criterion[],
  { low, high }: Scale,
): ScorerResult {
  const means = grades.map(meanScore);
  const mean = average(means);
  const details: JsonObject = {
    score: mean,
    of: [low, high],
    criteria: criteria.map(({ name }, index) => ({
      name,
      score: means[index] ?? mean,
      votes: (grades[index] ?? []).map(({ score }) => score),
      spread: spread((grades[index] ?? []).map(({ score }) => score)),
      reasons: (grades[index] ?? []).map(({ reason }) => reason),
    })),
  };
  const lowest = means.indexOf(Math.min(...means));
  const said = nearest(grades[lowest] ?? [], means[lowest] ?? mean)?.reason ?? '';
  const where = criteria.length > 1 ? `lowest on ${criteria[lowest]?.name ?? ''}: ` : '';
  return {
    kind: 'scored',
    value: (mean - low) / (high - low),
    reason: `${show(mean)} of ${high}; ${where}${said}`,
    details,
  };
}

/** The vote closest to the mean speaks for it. */
function nearest(votes: readonly Grade[], mean: number): Grade | undefined {
  return votes.toSorted((a, b) => Math.abs(a.score - mean) - Math.abs(b.score - mean))[0];
}

function meanScore(votes: readonly Grade[]): number {
  return average(votes.map(({ score }) => score));
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** Greatest less least. */
function spread(scores: readonly number[]): number {
  return Math.max(...scores) - Math.min(...scores);
}

function show(score: number): string {
  return Number.isInteger(score) ? String(score) : score.toFixed(1);
}

/** Questions a graded check costs: its votes for every criterion; near a pass mark two more; each perhaps asked twice. */
export function countGrades(criteria: number, options: JudgeOptions, votes: number) {
  const usual = criteria * (options.votes ?? votes);
  return { usual, most: 2 * (usual + criteria * (options.rejudge === false ? 0 : moreVotes)) };
}
