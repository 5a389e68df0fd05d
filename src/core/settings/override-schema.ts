import { z } from 'zod';
import { gateSchema } from './gate-schema.ts';
import { listOf } from './prompt-rules.ts';
import { repositoryPath } from './repository-path.ts';

const keys = gateSchema.shape;

/** The gate of some prompts: what it leaves out is the config's. What answered is asked of a whole run, so that `served-model` is not among it. */
const overridingGate = z.strictObject({
  tolerance: keys.tolerance.unwrap().optional(),
  alpha: keys.alpha.unwrap().optional(),
  cases: keys.cases.unwrap().optional(),
  'exam-changes': keys['exam-changes'].unwrap().optional(),
  repeats: keys.repeats.unwrap().optional(),
  margin: keys.margin.unwrap().optional(),
  'min-score': keys['min-score'],
  metrics: keys.metrics.unwrap().optional(),
  cost: keys.cost,
  latency: keys.latency,
});

/** An account or a team of GitHub; other names would mention nobody, or be more than a name. */
const owner = z
  .string()
  .regex(/^@?[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,99})?$/u, {
    error: 'must be an account or a team of GitHub, such as `@ada` or `@shop/support`',
  })
  .transform((name) => name.replace(/^@/u, ''));

/** What is another for some prompts, by path. @param model a model as the config writes it */
export function overridesOn<Model extends z.ZodType>(model: Model) {
  return z
    .array(
      z.strictObject({
        paths: listOf(repositoryPath),
        gate: overridingGate.prefault({}),
        models: listOf(model).optional(),
        budget: z
          .strictObject({
            calls: z.int().min(1).optional().describe('Calls of these prompts at most, judge included.'),
            usd: z.number().min(0).optional().describe('Dollars of these prompts at most.'),
          })
          .refine(({ calls, usd }) => calls !== undefined || usd !== undefined, {
            error: 'must say `calls`, `usd` or both',
          })
          .optional()
          .describe('What these prompts may take together in a run, within the budget of the whole run.'),
        owners: z.array(owner).optional().describe('Named in the comment where such a prompt is regressed.'),
      }),
    )
    .default([])
    .describe(
      'What is another for some prompts, by path: the gate key by key, models, a budget of their own, owners. The last that fits wins.',
    );
}
