import type { ScorerInput } from '../../src/core/check-kind.ts';
import type { Question, QuestionAnswer, Score } from '../../src/core/score.ts';
import { scoreReply } from '../../src/core/scoring/score-reply.ts';
import { checkKinds } from '../../src/scorers/index.ts';
import { anInput } from './score-with.ts';

/** A judge, simulator, embedding model and scorer that answer by rule. */
export type Answering = (question: Question, trial: number) => QuestionAnswer;

/** Text of a chat question's last message: what the judge is told and shown. */
export function shownTo(question: Question): string {
  return question.kind === 'chat' ? (question.messages.at(-1)?.content ?? '') : '';
}

/** An answer in words. */
export function said(value: unknown): QuestionAnswer {
  return { kind: 'text', text: typeof value === 'string' ? value : JSON.stringify(value) };
}

/** Scores a reply by its case's checks, every question answered by rule; also which questions were asked, by key. */
export function scoreAsked(
  reply: Partial<ScorerInput<unknown>>,
  answering: Answering,
): { readonly score: Score; readonly asked: readonly string[]; readonly questions: readonly Question[] } {
  const answers = new Map<string, QuestionAnswer>();
  const questions: Question[] = [];
  for (let round = 0; round < 10; round += 1) {
    const scoring = scoreReply({ ...anInput(reply), kinds: checkKinds, answers });
    if (scoring.kind === 'score') return { score: scoring.score, asked: [...answers.keys()], questions };
    for (const { key, question, trial } of scoring.askings) {
      questions.push(question);
      answers.set(key, answering(question, trial));
    }
  }
  throw new Error('it never stops asking');
}
