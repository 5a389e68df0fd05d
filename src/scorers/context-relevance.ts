import { z } from 'zod';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { answerForm } from './judging/ask-judge.ts';
import { type Consultation, consult } from './judging/consult.ts';
import { questionOf } from './judging/exhibits-of.ts';
import { noArgument } from './text/no-argument.ts';
import { plainOptions } from './text/text-options.ts';

const form = answerForm(
  'relevance',
  { reason: { type: 'string' }, rating: { type: 'integer', enum: [0, 1, 2] } },
  '{"reason": "one sentence", "rating": 0, 1 or 2}',
);
const shape = z.object({ reason: z.string(), rating: z.int().min(0).max(2) });
type Rating = z.infer<typeof shape>;

/** The same rating asked for in two ways, so that no one wording decides. */
const tasks = [
  'Rate whether the CONTEXT holds what is needed to answer the QUESTION. 2: all of it. 1: some of it. 0: none of it. Do not answer the QUESTION. Give the reason first.',
  'Imagine you may use nothing but the CONTEXT. How far could you answer the QUESTION? 0: not at all, it is about something else. 1: partly. 2: fully. Give the reason first.',
];

export const contextRelevanceScorer = defineCheckKind({
  kind: 'context-relevance',
  summary:
    'How far the case’s context serves its question: two differently worded ratings of 0–2, halved and averaged (RAGAS). It judges the retrieval, not the reply.',
  argument: noArgument,
  options: plainOptions,
  scale: 'graded',
  minRange: [0, 1],
  needs: 'judge',
  questions: 4,
  countQuestions: () => ({ usual: 2, most: 4 }),
  unscored: 'the case has no context, or neither rating could be had (if one fails, the other stands)',
  score: ({ golden, messages, answers }) => {
    if (golden.context.length === 0) return { kind: 'unscored', why: 'the case has no context' };
    const exhibits = [
      { name: 'QUESTION', text: questionOf(golden, messages) },
      { name: 'CONTEXT', text: golden.context.join('\n\n') },
    ];
    const ratings = tasks.map((task, index) =>
      consult({ id: `rating${index + 1}`, task, exhibits, form, shape, answers }),
    );
    const [question, ...others] = ratings.flatMap((one) => (one.kind === 'ask' ? [one.question] : []));
    if (question !== undefined) return { kind: 'ask', questions: [question, ...others] };
    const read = ratings.flatMap((one) => (one.kind === 'read' ? [one.values[0]] : []));
    if (read.length === 0) return { kind: 'unscored', why: whyOf(ratings) };
    const mean = read.reduce((sum, { rating }) => sum + rating / 2, 0) / read.length;
    return {
      kind: 'scored',
      value: mean,
      reason: read.map(({ rating, reason }) => `${rating} of 2: ${reason}`).join(' · '),
      details: { ratings: read.map((one) => ({ ...one })) },
    };
  },
});

function whyOf(ratings: readonly Consultation<Rating>[]): string {
  return ratings.flatMap((one) => (one.kind === 'unscored' ? [one.why] : [])).join('; ');
}
