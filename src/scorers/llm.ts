import { z } from 'zod';
import type { ScorerInput } from '../core/check-kind.ts';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { answerForm } from './judging/ask-judge.ts';
import { consult } from './judging/consult.ts';
import { questionOf, textOf } from './judging/exhibits-of.ts';
import { plainOptions } from './text/text-options.ts';

const choice = z.object({
  choice: z.union([z.string().min(1), z.number().transform(String)], { error: 'a choice is a text' }),
  score: z
    .number({ error: '"score" must be a number' })
    .min(0, 'a choice’s score is within 0–1')
    .max(1, 'a choice’s score is within 0–1'),
});

const argument = z
  .object(
    {
      prompt: z.string({ error: '"prompt" must be a text' }).min(1, '"prompt" is empty'),
      choices: z.array(choice, { error: '"choices" must be a list of { choice, score }' }).min(1, '"choices" is empty'),
      systemPrompt: z.string().optional(),
      modelId: z.string().optional(),
    },
    { error: 'must be { prompt, choices: [{ choice, score }] }' },
  )
  .refine(({ choices }) => new Set(choices.map((one) => one.choice.trim().toLowerCase())).size === choices.length, {
    error: 'two choices are the same text',
  })
  .describe('{ prompt, choices: [{ choice, score }], systemPrompt } of a `.prompt.yml` evaluator');

type Argument = z.infer<typeof argument>;

export const llmScorer = defineCheckKind({
  kind: 'llm',
  summary:
    'GitHub’s `llm` evaluator: the judge (ours, not its `modelId`) follows the evaluator’s prompt and picks one of the choices, whose score counts. `{{input}}`, `{{completion}}`, `{{expected}}` and the case’s variables name what is shown to it.',
  argument,
  options: plainOptions,
  example: {
    prompt: 'Rate {{completion}}',
    choices: [
      { choice: 'good', score: 1 },
      { choice: 'bad', score: 0 },
    ],
  },
  scale: 'graded',
  minRange: [0, 1],
  needs: 'judge',
  questions: 2,
  countQuestions: () => ({ usual: 1, most: 2 }),
  unscored: 'the judge fails, or names none of the choices twice',
  score: (input) => {
    const { choices } = input.argument;
    const names = choices.map((one) => one.choice);
    const form = answerForm(
      'choice',
      { reason: { type: 'string' }, choice: { type: 'string', enum: names } },
      `{"reason": "one or two sentences", "choice": one of ${names.map((name) => JSON.stringify(name)).join(', ')}}`,
    );
    const shape = z
      .object({ reason: z.string(), choice: z.string() })
      .transform((said) => ({ ...said, picked: choices.find((one) => same(one.choice, said.choice)) }))
      .refine(({ picked }) => picked !== undefined);
    const { task, exhibits } = fill(input);
    const read = consult({ id: 'choice', task, exhibits, form, shape, answers: input.answers });
    if (read.kind === 'ask') return { kind: 'ask', questions: [read.question] };
    if (read.kind === 'unscored') return read;
    const [{ picked, reason }] = read.values;
    if (picked === undefined) return { kind: 'unscored', why: 'the judge named none of the choices' };
    return {
      kind: 'scored',
      value: picked.score,
      reason: `${picked.choice}: ${reason}`,
      details: { choice: picked.choice, reason },
    };
  },
});

/**
 * The evaluator's prompt, with names instead of the values: the values are shown as exhibits between fences, so
 * that a reply cannot write itself into the task.
 */
function fill({ argument: { prompt, systemPrompt }, golden, messages, text }: ScorerInput<Argument>) {
  const vars = Object.entries(golden.vars).map(([name, value]) => [name, textOf(value)] as const);
  const values = new Map<string, string>([
    ['input', questionOf(golden, messages)],
    ['expected', golden.reference ?? ''],
    ...vars,
    ['completion', text],
  ]);
  const written = [systemPrompt, prompt].filter((part) => part !== undefined).join('\n\n');
  const used = new Set<string>(['completion']);
  const task = written.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (whole, name: string) => {
    if (!values.has(name)) return whole;
    used.add(name);
    return `[${name.toUpperCase()}]`;
  });
  return {
    task,
    exhibits: [...used].map((name) => ({ name: `[${name.toUpperCase()}]`, text: values.get(name) ?? '' })),
  };
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
