import type { ScorerResult } from '../../core/check-kind.ts';
import type { QuestionAnswers } from '../../core/score.ts';
import { consult } from '../judging/consult.ts';
import type { Exhibit } from '../judging/exhibit.ts';
import { numbered, splitTask, statementForm, statementShape, verdictForm, verdictShape } from './statements.ts';

/**
 * Takes a text apart into statements, then has each judged against the context: the share that it supports.
 * Two questions. Statements and verdicts are kept, so that a reader sees which one is not supported.
 */
export function judgeSupport(about: {
  /** What to take apart, with what helps to understand it; its own name is used in the task. */
  readonly source: Exhibit;
  readonly beside: readonly Exhibit[];
  readonly context: Exhibit;
  readonly answers: QuestionAnswers;
}): ScorerResult {
  const { source, beside, context, answers } = about;
  const split = consult({
    id: 'statements',
    task: splitTask(source.name),
    exhibits: [...beside, source],
    form: statementForm,
    shape: statementShape,
    answers,
  });
  if (split.kind === 'ask') return { kind: 'ask', questions: [split.question] };
  if (split.kind === 'unscored') return split;
  const [statements] = split.values;
  if (statements.length === 0) return { kind: 'unscored', why: 'it states nothing that could be checked' };

  const judged = consult({
    id: 'verdicts',
    task: 'For each of the STATEMENTS say whether the CONTEXT supports it: true only where it follows from the CONTEXT alone, whatever else you know. Give the reason first.',
    exhibits: [context, { name: 'STATEMENTS', text: numbered(statements) }],
    form: verdictForm,
    shape: verdictShape(statements.length),
    answers,
  });
  if (judged.kind === 'ask') return { kind: 'ask', questions: [judged.question] };
  if (judged.kind === 'unscored') return judged;
  const verdicts = statements.map((statement, index) => ({
    statement,
    supported: judged.values[0][index]?.supported ?? false,
    reason: judged.values[0][index]?.reason ?? '',
  }));
  const lacking = verdicts.filter(({ supported }) => !supported);
  return {
    kind: 'scored',
    value: 1 - lacking.length / statements.length,
    reason:
      lacking.length === 0
        ? `${statements.length === 1 ? 'its only statement is' : `all ${statements.length} statements are`} supported`
        : `${lacking.length} of ${statements.length} statements not supported: ${lacking.map(({ statement }) => statement).join(' · ')}`,
    details: { statements: verdicts },
  };
}
