import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { questionOf } from './judging/exhibits-of.ts';
import { noArgument } from './text/no-argument.ts';
import { plainOptions } from './text/text-options.ts';
import { judgeSupport } from './triad/judge-support.ts';

export const contextRecallScorer = defineCheckKind({
  kind: 'context-recall',
  summary:
    'Share of the reference’s statements that the case’s context supports (RAGAS): it judges the retrieval, not the reply.',
  argument: noArgument,
  options: plainOptions,
  scale: 'graded',
  minRange: [0, 1],
  needs: 'judge',
  questions: 4,
  countQuestions: () => ({ usual: 2, most: 4 }),
  unscored: 'the case lacks context or reference, the reference states nothing, or the judge is not readable',
  score: ({ golden, messages, answers }) => {
    if (golden.context.length === 0) return { kind: 'unscored', why: 'the case has no context' };
    if (golden.reference === undefined) return { kind: 'unscored', why: 'the case has no reference' };
    return judgeSupport({
      source: { name: 'REFERENCE ANSWER', text: golden.reference },
      beside: [{ name: 'QUESTION', text: questionOf(golden, messages) }],
      context: { name: 'CONTEXT', text: golden.context.join('\n\n') },
      answers,
    });
  },
});
