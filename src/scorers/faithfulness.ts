import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { questionOf, replyOf } from './judging/exhibits-of.ts';
import { noArgument } from './text/no-argument.ts';
import { plainOptions } from './text/text-options.ts';
import { judgeSupport } from './triad/judge-support.ts';

export const faithfulnessScorer = defineCheckKind({
  kind: 'faithfulness',
  summary: 'Share of the reply’s statements that the case’s context supports (RAGAS). The details name each statement.',
  argument: noArgument,
  options: plainOptions,
  scale: 'graded',
  minRange: [0, 1],
  needs: 'judge',
  questions: 4,
  countQuestions: () => ({ usual: 2, most: 4 }),
  unscored: 'the case has no context, the reply makes no statement, or the judge is not readable',
  score: (input) => {
    const { golden, messages, answers } = input;
    if (golden.context.length === 0) return { kind: 'unscored', why: 'the case has no context to be faithful to' };
    return judgeSupport({
      source: { name: 'REPLY', text: replyOf(input).text },
      beside: [{ name: 'QUESTION', text: questionOf(golden, messages) }],
      context: { name: 'CONTEXT', text: golden.context.join('\n\n') },
      answers,
    });
  },
});
