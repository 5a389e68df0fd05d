import type { ScorerInput, ScorerResult } from '../../core/check-kind.ts';
import { defineCheckKind } from '../../core/scoring/define-check-kind.ts';
import { type Exhibit, questionOf, replyOf } from '../judging/exhibits-of.ts';
import { grade } from '../judging/grade.ts';
import { type JudgeOptions, judgeOptions } from '../judging/judge-options.ts';
import { noArgument } from '../text/no-argument.ts';

type Input = ScorerInput<unknown, JudgeOptions>;

/** One of GitHub's built-in evaluators: 1–5, mapped to 0, ¼, ½, ¾, 1. The wording is ours. */
export type Evaluator = {
  readonly name: string;
  readonly summary: string;
  readonly task: string;
  /** What the judge sees, or why the case does not give it. */
  readonly shows: (input: Input) => readonly Exhibit[] | string;
};

/** The check kind `github/<name>` of an evaluator. */
export function evaluatorKind({ name, summary, task, shows }: Evaluator) {
  return defineCheckKind({
    kind: `github/${name}`,
    summary,
    argument: noArgument,
    options: judgeOptions,
    scale: 'graded',
    minRange: [0, 1],
    needs: 'judge',
    questions: 2,
    countQuestions: (_, options, votes) => {
      const usual = options.votes ?? votes;
      return { usual, most: 2 * usual };
    },
    unscored: 'the case lacks what it compares with, or the judge is not readable twice',
    score: (input): ScorerResult => {
      const exhibits = shows(input);
      if (typeof exhibits === 'string') return { kind: 'unscored', why: exhibits };
      // GitHub's marks are on 0–1, so a grade near one is not graded again here.
      const { min: _, ...unmarked } = input;
      return grade(unmarked, exhibits, [{ name, task }], { low: 1, high: 5, step: 1 });
    },
  });
}

/** Question and reply. */
export function asked(input: Input): readonly Exhibit[] {
  return [{ name: 'QUESTION', text: questionOf(input.golden, input.messages) }, replyOf(input)];
}
