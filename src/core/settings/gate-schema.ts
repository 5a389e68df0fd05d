import { z } from 'zod';
import { share } from './written-values.ts';

const proportion = z.number().min(0).max(1);
const dollars = z.number().min(0);
/** What blocks, what it takes to block, and what a reply may cost and take. */
export const gateSchema = z.strictObject({
  tolerance: proportion.default(0.02).describe('A drop of the mean score this small is accepted.'),
  alpha: z.number().gt(0).max(0.5).default(0.05).describe('Chance of blocking a review in which nothing got worse.'),
  cases: z.enum(['block', 'warn']).default('block').describe('What one confirmed worse case does.'),
  'exam-changes': z
    .enum(['ratchet', 'strict', 'allow'])
    .default('ratchet')
    .describe('Which changed cases also run as the base had them: loosened ones, all edited ones, none.'),
  repeats: z
    .enum(['fact', 'chance'])
    .default('fact')
    .describe(
      'What replies that repeat byte for byte say of a case: that it now always fails, or no more than one reply.',
    ),
  'served-model': z
    .enum(['warn', 'block', 'allow'])
    .default('warn')
    .describe('What it means that another model answered than the one that was asked for.'),
  margin: z.number().gt(0).max(1).default(0.1).describe('What `sampling: confirm` must rule out before it passes.'),
  'min-score': proportion.optional().describe('A mean score below this fails, whatever it was before.'),
  metrics: z
    .record(z.string().trim().min(1), z.strictObject({ tolerance: proportion }))
    .default({})
    .describe('Graded checks that gate by themselves, each with the drop of its mean that is accepted.'),
  cost: z
    .strictObject({
      'max-increase': share
        .optional()
        .describe(
          'How far a reply may cost more on average over the golden cases, beyond chance, whatever traffic `segments` declare.',
        ),
      'max-usd-per-1000': dollars
        .optional()
        .describe('Most dollars of 1,000 replies of the new side, whatever they cost before.'),
      'max-output-tokens': z
        .int()
        .min(1)
        .optional()
        .describe('Most output tokens of a reply of the new side on average.'),
    })
    .refine((limits) => Object.keys(limits).length > 0, {
      error: 'must have one of `max-increase`, `max-usd-per-1000` and `max-output-tokens`',
    })
    .optional()
    .describe('Limits of what a reply costs.'),
  latency: z
    .strictObject({
      'max-increase': share,
      of: z
        .enum(['p50', 'p95', 'first-token'])
        .default('p50')
        .describe(
          'What of it: the median time of a reply, the time that a twentieth exceed, or the median time to the first token, which needs `latency: { stream: true }`.',
        ),
    })
    .optional()
    .describe('How far the time of a reply may rise, beyond chance.'),
});
