import { z } from 'zod';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { exhibitsOf } from './judging/exhibits-of.ts';
import { countGrades, grade } from './judging/grade.ts';
import { judgeOptions } from './judging/judge-options.ts';

const rubric = z
  .string({ error: 'a rubric is a text' })
  .refine((text) => text.trim() !== '', 'the rubric is empty: say what a good reply does');

const rubrics = 'a list of rubrics holds 1 to 20 texts';

const argument = z
  .union([rubric, z.array(rubric).min(1, rubrics).max(20, rubrics)], {
    error: 'must be a rubric, or a list of rubrics',
  })
  .describe('rubric, or a list of them: each is graded, then averaged');

export const judgeScorer = defineCheckKind({
  kind: 'judge',
  summary:
    'A judge model grades the reply by the rubric, 1–10 with a reason; it sees question, history, context and reference of the case, never the prompt or its side. `votes: 3` averages; within a point of `min` two more votes are taken.',
  argument,
  options: judgeOptions,
  example: 'Answers from the policy, politely.',
  scale: 'graded',
  minRange: [1, 10],
  needs: 'judge',
  questions: 6,
  countQuestions: (written, options, votes) =>
    countGrades(typeof written === 'string' ? 1 : written.length, options, votes),
  unscored: 'the judge fails, or its answer is not readable twice',
  score: (input) => {
    const written = typeof input.argument === 'string' ? [input.argument] : input.argument;
    const criteria = written.map((text) => ({ name: text, task: taskFor(text) }));
    return grade(input, exhibitsOf(input), criteria, { low: 1, high: 10, step: 1 });
  },
});

function taskFor(text: string): string {
  return [
    'Grade the REPLY by this rubric alone:',
    text.trim(),
    '10: it meets the rubric in full. 7: with small faults. 4: in part. 1: not at all. Give the reason first, then the grade.',
    'Neither length nor confidence earns anything unless the rubric says so.',
  ].join('\n');
}
