import { z } from 'zod';
import type { ScorerResult } from '../../core/check-kind.ts';
import type { QuestionAnswers } from '../../core/score.ts';
import { answerForm } from '../judging/ask-judge.ts';
import { consult } from '../judging/consult.ts';
import type { Exhibit } from '../judging/exhibits-of.ts';

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

/** More statements than these are no longer judged one by one. */
const mostStatements = 100;

/** Verdicts on numbered statements: does a source support each? */
const verdictForm = answerForm(
  'verdicts',
  {
    verdicts: {
      type: 'array',
      items: {
        type: 'object',
        properties: { statement: { type: 'integer' }, reason: { type: 'string' }, supported: { type: 'boolean' } },
        required: ['statement', 'reason', 'supported'],
        additionalProperties: false,
      },
    },
  },
  '{"verdicts": [{"statement": its number, "reason": "one sentence", "supported": true or false}, …]}, one for every statement',
);

/** Verdicts on exactly `count` statements, each once; anything else is not readable. */
function verdictShape(count: number) {
  const verdict = z.object({ statement: z.int().min(1).max(count), reason: z.string(), supported: z.boolean() });
  return z
    .object({ verdicts: z.array(verdict).length(count) })
    .refine(({ verdicts }) => new Set(verdicts.map(({ statement }) => statement)).size === count)
    .transform(({ verdicts }) => verdicts.toSorted((a, b) => a.statement - b.statement));
}

/** A text taken apart into statements. */
const statementForm = answerForm(
  'statements',
  { statements: { type: 'array', items: { type: 'string' } } },
  '{"statements": ["…", …]}, an empty list where the text states nothing',
);

const statementShape = z
  .object({ statements: z.array(z.string()).max(mostStatements) })
  .transform(({ statements }) => statements.map((one) => one.trim()).filter((one) => one !== ''));

/** What the judge is told to take a text apart by. */
function splitTask(name: string): string {
  return [
    `Take the ${name} apart into the statements of fact it makes.`,
    'Each statement is one short sentence that can be true or false by itself: names instead of pronouns, one fact each, nothing added, nothing left out. Greetings, questions, offers and opinions are no statements.',
  ].join('\n');
}

/** A numbered list, as the judge is shown statements. */
function numbered(statements: readonly string[]): string {
  return statements.map((statement, index) => `${index + 1}. ${statement}`).join('\n');
}
