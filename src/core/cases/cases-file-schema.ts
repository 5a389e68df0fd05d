import { z } from 'zod';
import type { Json } from '../json.ts';
import { usualSteps } from '../tools/canned-results.ts';

/** Reading a file has made sure already that it holds nothing but JSON. */
const json: z.ZodType<Json> = z.any().meta({ description: 'Any value.' });

/** Texts as people write them in YAML, where `id: 7` is a number and `reference: yes, 30` is not. */
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const oneOrMore = z
  .union([z.string(), z.array(scalar)])
  .transform((held) => (typeof held === 'string' ? [held] : held));
const weight = z.number().positive().max(1_000_000);
const passMark = z.number().min(0).max(1);
const vars = z.record(z.string(), json);

const message = z.strictObject({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
  content: z.string(),
});

const checks = z
  .array(z.union([z.string(), z.record(z.string(), json)]))
  // By its id the JSON Schema for editors puts every kind of check in its place.
  .meta({ id: 'checks' });

const user = z
  .string()
  .min(1)
  .optional()
  .meta({ description: 'The user’s turn that follows the prompt: a template such as "{{question}}" over the vars.' });

const key = z
  .string()
  .min(1)
  .optional()
  .meta({ description: 'Key of the prompt it is for, in a file that holds several.' });

const cannedResult = z.strictObject({
  when: z
    .record(z.string(), json)
    .optional()
    .meta({ description: 'Arguments that a call must have for this result, among others; left out: any.' }),
  returns: json.meta({ description: 'What the tool answers: a text, or a value that is sent as JSON.' }),
});

const tools = z
  .record(z.string().min(1), z.array(cannedResult))
  .optional()
  .meta({ description: 'Results of tools by name: calls are answered with them until the model answers in words.' });

const maxSteps = z
  .int()
  .min(1)
  .max(50)
  .optional()
  .meta({
    description: `Most replies of the model to one message, where \`tools\` answer; ${usualSteps} if left out.`,
  });

const triggers = z.union([z.boolean(), z.string().min(1)]).meta({
  description:
    'Of a skill: whether a model picks it for this turn, among all skills; or the name of the skill that it picks instead.',
});

const goldenCase = z.strictObject({
  id: z
    .union([z.string().min(1).max(200), z.number()])
    .transform(String)
    .optional()
    .meta({ description: 'Unique in the file; left out: a hash of the vars.' }),
  prompt: key,
  segment: scalar.optional(),
  tags: oneOrMore.optional(),
  weight: weight.optional().meta({ description: 'Weight in the mean; 1 if left out.' }),
  min: passMark
    .optional()
    .meta({ description: 'A reply passes from this score on (0–1), whatever single checks say.' }),
  vars: vars.optional().meta({
    description:
      'Values for the variables of the prompt; `{ image: PATH }`, `{ audio: PATH }` and `{ file: PATH }` show a file.',
  }),
  context: oneOrMore.optional().meta({ description: 'Retrieved passages, for the RAG triad.' }),
  reference: scalar.optional().meta({ description: 'A reply that would be right.' }),
  label: z.number().min(0).max(10).optional().meta({ description: "A person's verdict on a reply: 1–10, or 0/1." }),
  user,
  history: z.array(message).optional().meta({ description: 'Turns that came before.' }),
  tools,
  'max-steps': maxSteps,
  triggers: triggers.optional(),
  checks: checks.optional(),
});

const defaults = z.strictObject({
  checks: checks.optional().meta({ description: 'Checks of every case; the same kind and name in a case replaces.' }),
  prompt: key,
  segment: scalar.optional(),
  tags: oneOrMore.optional(),
  weight: weight.optional(),
  min: passMark.optional(),
  vars: vars.optional(),
  user,
  tools,
  'max-steps': maxSteps,
});

const list = z.array(goldenCase);
const withDefaults = z.strictObject({ defaults: defaults.optional(), cases: list });

/** A file of golden cases: a list, or a map of `defaults` and `cases`. The parser and the JSON Schema both come from it. */
export const casesFileSchema = z.union([withDefaults, list]);

/** The two forms apart, so that what is wrong is told of the form that was meant, and their parts. */
export const casesFileForms = { list, withDefaults, defaults, goldenCase } as const;

/** One case as it is written, its scalars taken as texts. */
export type WrittenCase = z.infer<typeof goldenCase>;

/** What a file says of all its cases. */
export type WrittenDefaults = z.infer<typeof defaults>;

/** Keys that are taken at the places of a cases file, to name the nearest one to a mistyped key. */
export const casesFileKeys = {
  file: Object.keys(withDefaults.shape),
  defaults: Object.keys(defaults.shape),
  case: Object.keys(goldenCase.shape),
  message: Object.keys(message.shape),
  result: Object.keys(cannedResult.shape),
} as const;
