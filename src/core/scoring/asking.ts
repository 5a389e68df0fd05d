import type { Question, QuestionAnswers } from '../score.ts';

/** One draw of a question, ready to be asked: its answer belongs under `key`. */
export type Asking = {
  /** Unique within one reply (or pair, or conversation). */
  readonly key: string;
  /** Counted from 0; draws of one question are independent trials of one request. */
  readonly trial: number;
  readonly question: Question;
};

/** The draws of these questions that have no answer yet, each under `prefix` and its question's id. */
export function asAskings(prefix: string, questions: readonly Question[], answers: QuestionAnswers): readonly Asking[] {
  return questions.flatMap((question) => {
    const draws = question.kind === 'chat' ? question.draw : 1;
    return Array.from({ length: draws }, (_, trial) => ({
      key: `${prefix}${drawId(question.id, trial)}`,
      trial,
      question,
    })).filter(({ key }) => !answers.has(key));
  });
}

/** Where the answer of a question's draw is found: `id`, `id#1`, `id#2` … */
export function drawId(id: string, trial: number): string {
  return trial === 0 ? id : `${id}#${trial}`;
}

/** The answers under a prefix, by question id alone. */
export function answersUnder(prefix: string, answers: QuestionAnswers): QuestionAnswers {
  return new Map(
    [...answers]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, answer]) => [key.slice(prefix.length), answer] as const),
  );
}
