import { z } from 'zod';
import { answerForm } from '../judging/ask-judge.ts';

/** More statements than these are no longer judged one by one. */
const mostStatements = 100;

/** Verdicts on numbered statements: does a source support each? */
export const verdictForm = answerForm(
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
export function verdictShape(count: number) {
  const verdict = z.object({ statement: z.int().min(1).max(count), reason: z.string(), supported: z.boolean() });
  return z
    .object({ verdicts: z.array(verdict).length(count) })
    .refine(({ verdicts }) => new Set(verdicts.map(({ statement }) => statement)).size === count)
    .transform(({ verdicts }) => verdicts.toSorted((a, b) => a.statement - b.statement));
}

/** A text taken apart into statements. */
export const statementForm = answerForm(
  'statements',
  { statements: { type: 'array', items: { type: 'string' } } },
  '{"statements": ["…", …]}, an empty list where the text states nothing',
);

export const statementShape = z
  .object({ statements: z.array(z.string()).max(mostStatements) })
  .transform(({ statements }) => statements.map((one) => one.trim()).filter((one) => one !== ''));

/** What the judge is told to take a text apart by. */
export function splitTask(name: string): string {
  return [
    `Take the ${name} apart into the statements of fact it makes.`,
    'Each statement is one short sentence that can be true or false by itself: names instead of pronouns, one fact each, nothing added, nothing left out. Greetings, questions, offers and opinions are no statements.',
  ].join('\n');
}

/** A numbered list, as the judge is shown statements. */
export function numbered(statements: readonly string[]): string {
  return statements.map((statement, index) => `${index + 1}. ${statement}`).join('\n');
}
