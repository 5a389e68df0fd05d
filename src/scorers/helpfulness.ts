import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { exhibitsOf } from './judging/exhibits-of.ts';
import { countGrades, grade } from './judging/grade.ts';
import { judgeOptions } from './judging/judge-options.ts';
import { noArgument } from './text/no-argument.ts';

const task = [
  'Grade how much the REPLY helps the person who asked, from 1 to 10.',
  '10: it settles what they wanted, and they could act on it at once. 7: it settles most of it. 4: they get a little further. 1: no use, wrong or beside the point.',
  'A reply that rightly declines something harmful and says what is possible instead helps. Give the reason first.',
].join('\n');

export const helpfulnessScorer = defineCheckKind({
  kind: 'helpfulness',
  summary: 'A judge grades 1–10 how much the reply helps whoever asked. With `weight: 0` it only observes.',
  argument: noArgument,
  options: judgeOptions,
  scale: 'graded',
  minRange: [1, 10],
  needs: 'judge',
  questions: 6,
  countQuestions: (_, options, votes) => countGrades(1, options, votes),
  unscored: 'the judge fails, or its answer is not readable twice',
  score: (input) => grade(input, exhibitsOf(input), [{ name: 'helpfulness', task }], { low: 1, high: 10, step: 1 }),
});
