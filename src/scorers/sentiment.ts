import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { replyOf } from './judging/exhibits-of.ts';
import { countGrades, grade } from './judging/grade.ts';
import { judgeOptions } from './judging/judge-options.ts';
import { noArgument } from './text/no-argument.ts';

const task = [
  'Rate the feeling that the REPLY conveys, as a number from -1 to 1.',
  '-1: hostile, bitter or despairing. 0: neutral or plain. 1: warm and glad.',
  'Rate the tone of the wording, not whether the news in it is good. Give the reason first.',
].join('\n');

export const sentimentScorer = defineCheckKind({
  kind: 'sentiment',
  summary:
    'A judge rates the reply’s tone from −1 to 1 (mapped to 0–1; `min` is on −1…1). With `weight: 0` it only observes.',
  argument: noArgument,
  options: judgeOptions,
  scale: 'graded',
  minRange: [-1, 1],
  needs: 'judge',
  questions: 6,
  countQuestions: (_, options, votes) => countGrades(1, options, votes),
  unscored: 'the judge fails, or its answer is not readable twice',
  score: (input) => grade(input, [replyOf(input)], [{ name: 'sentiment', task }], { low: -1, high: 1, step: 0.1 }),
});
