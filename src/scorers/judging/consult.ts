import type { z } from 'zod';
import type { Question, QuestionAnswers } from '../../core/score.ts';
import { drawId } from '../../core/scoring/asking.ts';
import { type AnswerForm, askJudge } from './ask-judge.ts';
import type { Exhibit } from './exhibits-of.ts';
import { readAnswer } from './read-answer.ts';

/** What the judge said, the question still to be asked, or why there is no answer. */
export type Consultation<T> =
  | { readonly kind: 'read'; readonly values: readonly [T, ...T[]] }
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'unscored'; readonly why: string };

/** Puts one task to the judge and reads `draws` answers to it. */
export function consult<T>(about: {
  readonly id: string;
  readonly task: string;
  readonly exhibits: readonly Exhibit[];
  readonly form: AnswerForm;
  readonly shape: z.ZodType<T>;
  readonly answers: QuestionAnswers;
  readonly draws?: number;
}): Consultation<T> {
  const { id, exhibits, answers, shape, draws = 1 } = about;
  const read = readDraws({ id, wanted: draws, form: shape, exhibits, answers });
  if (read.kind !== 'ask') return read;
  return { kind: 'ask', question: withDraws(askJudge(about), read.draw) };
}

/** The readable answers to a question's draws, what to ask next, or why there will be none. */
type Draws<T> =
  | { readonly kind: 'read'; readonly values: readonly [T, ...T[]] }
  | { readonly kind: 'ask'; readonly draw: number }
  | { readonly kind: 'unscored'; readonly why: string };

/**
 * Reads `wanted` independent answers. Each that is not readable is asked once more; if that is not readable
 * either there is no result, since leaving it out would count only the judgements that came easily.
 */
function readDraws<T>(about: {
  readonly id: string;
  readonly wanted: number;
  readonly form: z.ZodType<T>;
  readonly exhibits: readonly Exhibit[];
  readonly answers: QuestionAnswers;
}): Draws<T> {
  const { id, wanted, form, exhibits, answers } = about;
  const values: T[] = [];
  let draws = wanted;
  for (let trial = 0; trial < draws; trial += 1) {
    const answer = answers.get(drawId(id, trial));
    // The first draws are asked all at once, so that a missing one says nothing about the others yet.
    if (answer === undefined) return { kind: 'ask', draw: draws };
    if (answer.kind === 'failed') return { kind: 'unscored', why: answer.why };
    const value = answer.kind === 'text' ? readAnswer(answer.text, form, exhibits) : undefined;
    if (value !== undefined) values.push(value);
    else if (trial < wanted) draws += 1;
    else return { kind: 'unscored', why: 'the judge’s answer was unreadable after two tries' };
  }
  const [first, ...others] = values;
  return first === undefined
    ? { kind: 'unscored', why: 'the judge’s answer was unreadable' }
    : { kind: 'read', values: [first, ...others] };
}

/** The same question with another number of draws. */
function withDraws(question: Question, draw: number): Question {
  return question.kind === 'chat' ? { ...question, draw } : question;
}
