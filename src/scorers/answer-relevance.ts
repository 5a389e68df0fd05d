import { z } from 'zod';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { answerForm } from './judging/ask-judge.ts';
import { consult } from './judging/consult.ts';
import { questionOf, replyOf } from './judging/exhibits-of.ts';
import { cosine } from './similar.ts';
import { noArgument } from './text/no-argument.ts';
import { plainOptions } from './text/text-options.ts';

/** Questions generated from one reply (`strictness` in RAGAS). */
const generated = 3;

const form = answerForm(
  'question',
  { question: { type: 'string' }, noncommittal: { type: 'boolean' } },
  '{"question": "…", "noncommittal": true or false}',
);
const shape = z.object({ question: z.string().min(1), noncommittal: z.boolean() });

const task = [
  'Write the one QUESTION that the REPLY answers, in the language of the REPLY, from the REPLY alone.',
  'Say also whether the REPLY is noncommittal: evasive, vague, or saying that it does not know.',
].join('\n');

export const answerRelevanceScorer = defineCheckKind({
  kind: 'answer-relevance',
  summary:
    'How near the questions that the reply would answer (three, generated from it) are to the one asked: mean cosine of their embeddings; 0 if all three call the reply noncommittal (RAGAS).',
  argument: noArgument,
  options: plainOptions,
  scale: 'graded',
  minRange: [0, 1],
  needs: 'judge and embeddings',
  questions: 7,
  countQuestions: () => ({ usual: generated + 1, most: 2 * generated + 1 }),
  unscored: 'the judge or the embedding fails or is not readable',
  score: (input) => {
    const { golden, messages, answers } = input;
    const reply = replyOf(input);
    if (reply.text.trim() === '') return { kind: 'scored', value: 0, reason: 'the reply is empty' };
    const asked = consult({ id: 'question', task, exhibits: [reply], form, shape, answers, draws: generated });
    if (asked.kind === 'ask') return { kind: 'ask', questions: [asked.question] };
    if (asked.kind === 'unscored') return asked;
    const questions = asked.values.map(({ question }) => question);
    const details = { questions: asked.values.map((one) => ({ ...one })) };
    if (asked.values.every(({ noncommittal }) => noncommittal)) {
      return { kind: 'scored', value: 0, reason: 'the reply is noncommittal', details };
    }
    const embedded = answers.get('embedding');
    if (embedded === undefined) {
      const texts = [questionOf(golden, messages), ...questions];
      return { kind: 'ask', questions: [{ kind: 'embedding', id: 'embedding', texts }] };
    }
    if (embedded.kind === 'failed') return { kind: 'unscored', why: embedded.why };
    const [original, ...others] = embedded.kind === 'vectors' ? embedded.vectors : [];
    const cosines = others.flatMap((vector) => (original && cosine(original, vector)) ?? []);
    if (cosines.length !== questions.length) {
      return { kind: 'unscored', why: 'the embedding model gave no vector for every question' };
    }
    const mean = cosines.reduce((sum, one) => sum + one, 0) / cosines.length;
    return {
      kind: 'scored',
      value: Math.min(1, Math.max(0, mean)),
      reason: `it would answer: ${[...new Set(questions)].join(' · ')}`,
      details,
    };
  },
});
