import { z } from 'zod';
import { listOf } from './prompt-rules.ts';

const quality = z.strictObject({
  sample: z
    .int()
    .min(10)
    .max(5000)
    .default(200)
    .describe('Calls that are judged, drawn at random, as many of one segment as of another.'),
  metrics: listOf(z.string().trim().min(1))
    .prefault(['helpfulness', 'sentiment'])
    .superRefine((listed, context) => {
      if (listed.length === 0) context.addIssue({ code: 'custom', message: 'must name a metric' });
    })
    .describe('`helpfulness`, `sentiment`, and judged checks of `defaults` by their names.'),
  seed: z
    .int()
    .min(0)
    .max(0xff_ff_ff_ff)
    .default(1)
    .describe('What calls are drawn by: the same logs and seed give the same sample.'),
  budget: z
    .strictObject({
      calls: z.int().min(1).optional().describe('Calls of models at most.'),
      usd: z.number().min(0).optional().describe('Dollars at most.'),
    })
    .prefault({})
    .describe('What judging may take, within the budget of the run. Of a sample that does not fit, a part is judged.'),
});

/** What `monitor` asks models for. */
export const monitorSchema = z.strictObject({
  quality: quality
    .optional()
    .describe('Has a sample of the logged calls judged, and compared with the golden cases. Unset: no model is asked.'),
});

/** How a sample of logged calls is judged. */
export type QualitySettings = {
  readonly sample: number;
  readonly metrics: readonly string[];
  readonly seed: number;
  readonly budget: { readonly calls?: number | undefined; readonly usd?: number | undefined };
};
