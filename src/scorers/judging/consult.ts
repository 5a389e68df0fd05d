import type { z } from 'zod';
import type { Question, QuestionAnswers } from '../../core/score.ts';
import { type AnswerForm, askJudge } from './ask-judge.ts';
import type { Exhibit } from './exhibit.ts';
import { readDraws, withDraws } from './read-draws.ts';

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
