import { z } from 'zod';
import type { PairOutcome } from '../core/check-kind.ts';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { answerForm } from './judging/ask-judge.ts';
import { consult } from './judging/consult.ts';
import { questionOf } from './judging/exhibits-of.ts';
import { plainOptions } from './text/text-options.ts';

const argument = z
  .string({ error: 'must be a rubric: what makes one reply better than another' })
  .refine((text) => text.trim() !== '', 'the rubric is empty: say what makes one reply better than another')
  .describe('rubric');

const form = answerForm(
  'preference',
  { reason: { type: 'string' }, better: { type: 'string', enum: ['A', 'B', 'neither'] } },
  '{"reason": "one or two sentences", "better": "A", "B" or "neither"}',
);
const shape = z.object({ reason: z.string(), better: z.enum(['A', 'B', 'neither']) });

export const preferScorer = defineCheckKind({
  kind: 'prefer',
  summary:
    'A judge compares the two sides’ replies by the rubric, in both orders; disagreement is a tie. Win, tie or loss of the new one, outside the mean.',
  argument,
  options: plainOptions,
  example: 'Kinder, and as exact.',
  scale: 'graded',
  minRange: [0, 1],
  needs: 'judge',
  questions: 4,
  countQuestions: () => ({ usual: 2, most: 4 }),
  unscored: 'the judge fails, or its answer is not readable twice',
  score: () => ({ kind: 'unscored', why: 'prefer compares two replies, it does not score one' }),
  compare: ({ argument: rubric, golden, texts, answers }) => {
    if (texts.old === texts.new) return { kind: 'compared', outcome: 'tie', reason: 'the replies are the same' };
    const orders = [
      { id: 'order1', a: texts.old, b: texts.new },
      { id: 'order2', a: texts.new, b: texts.old },
    ].map(({ id, a, b }) =>
      consult({
        id,
        task: `Two assistants answered the QUESTION. Say which reply is better by this rubric alone, or neither:\n${rubric.trim()}\nTheir order means nothing, nor does their length unless the rubric says so. Give the reason first.`,
        exhibits: [
          { name: 'QUESTION', text: questionOf(golden, []) },
          ...(golden.reference === undefined ? [] : [{ name: 'REFERENCE ANSWER', text: golden.reference }]),
          { name: 'REPLY A', text: a },
          { name: 'REPLY B', text: b },
        ],
        form,
        shape,
        answers,
      }),
    );
    for (const order of orders) if (order.kind === 'unscored') return order;
    const [question, ...others] = orders.flatMap((one) => (one.kind === 'ask' ? [one.question] : []));
    if (question !== undefined) return { kind: 'ask', questions: [question, ...others] };
    const [oldFirst, newFirst] = orders.flatMap((one) => (one.kind === 'read' ? [one.values[0]] : []));
    const outcome = agree(oldFirst?.better, newFirst?.better);
    const reason =
      outcome === 'tie' && oldFirst?.better !== 'neither' ? 'the orders disagree' : (oldFirst?.reason ?? '');
    return {
      kind: 'compared',
      outcome,
      reason,
      details: {
        orders: [oldFirst, newFirst].map((one) => ({ better: one?.better ?? '', reason: one?.reason ?? '' })),
      },
    };
  },
});

/** Both orders must name the same reply: B then A is the new one, A then B the old one. */
function agree(oldFirst: string | undefined, newFirst: string | undefined): PairOutcome {
  if (oldFirst === 'B' && newFirst === 'A') return 'win';
  if (oldFirst === 'A' && newFirst === 'B') return 'loss';
  return 'tie';
}
