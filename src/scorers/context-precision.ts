import { z } from 'zod';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { answerForm } from './judging/ask-judge.ts';
import { consult } from './judging/consult.ts';
import { questionOf } from './judging/exhibits-of.ts';
import { noArgument } from './text/no-argument.ts';
import { plainOptions } from './text/text-options.ts';

const form = answerForm(
  'usefulness',
  { reason: { type: 'string' }, useful: { type: 'boolean' } },
  '{"reason": "one sentence", "useful": true or false}',
);
const shape = z.object({ reason: z.string(), useful: z.boolean() });

export const contextPrecisionScorer = defineCheckKind({
  kind: 'context-precision',
  summary:
    'Whether the passages that helped to reach the reference come first: mean of precision@i over the useful ones (RAGAS); 0 where none is. It judges the retrieval, not the reply, with a call for each passage.',
  argument: noArgument,
  options: plainOptions,
  scale: 'graded',
  minRange: [0, 1],
  needs: 'judge',
  questions: 2,
  countQuestions: (_argument, _options, _votes, passages) => ({ usual: passages, most: 2 * passages }),
  unscored: 'the case lacks context or reference, or the judge is not readable',
  score: ({ golden, messages, answers }) => {
    const { context, reference } = golden;
    if (context.length === 0) return { kind: 'unscored', why: 'the case has no context' };
    if (reference === undefined) return { kind: 'unscored', why: 'the case has no reference' };
    const verdicts = context.map((text, index) =>
      consult({
        id: `passage${index + 1}`,
        task: 'Say whether the PASSAGE was of use in reaching the REFERENCE ANSWER to the QUESTION. Give the reason first.',
        exhibits: [
          { name: 'QUESTION', text: questionOf(golden, messages) },
          { name: 'REFERENCE ANSWER', text: reference },
          { name: 'PASSAGE', text },
        ],
        form,
        shape,
        answers,
      }),
    );
    for (const verdict of verdicts) if (verdict.kind === 'unscored') return verdict;
    const [question, ...others] = verdicts.flatMap((one) => (one.kind === 'ask' ? [one.question] : []));
    if (question !== undefined) return { kind: 'ask', questions: [question, ...others] };
    const useful = verdicts.map((one) => one.kind === 'read' && one.values[0].useful);
    return {
      kind: 'scored',
      value: averagePrecision(useful),
      reason: `useful passages: ${useful.flatMap((is, index) => (is ? [index + 1] : [])).join(', ') || 'none'} of ${useful.length}`,
      details: {
        passages: verdicts.flatMap((one) => (one.kind === 'read' ? [{ ...one.values[0] }] : [])),
      },
    };
  },
});

/** Σ(precision@i · vᵢ) / Σvᵢ; 0 where nothing is useful. */
function averagePrecision(useful: readonly boolean[]): number {
  let [seen, sum] = [0, 0];
  for (const [index, is] of useful.entries()) {
    if (!is) continue;
    seen += 1;
    sum += seen / (index + 1);
  }
  return seen === 0 ? 0 : sum / seen;
}
