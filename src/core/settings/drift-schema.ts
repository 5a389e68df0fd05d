import { z } from 'zod';
import { listOf } from './prompt-rules.ts';

/** What of a model is watched, the cheapest first: who answers, how it counts, what the golden cases say. */
export const driftLayers = ['served', 'tokens', 'cases'] as const;

/** What scheduled runs watch. */
export const driftSchema = z.strictObject({
  layers: listOf(z.enum(driftLayers))
    .prefault([...driftLayers])
    .describe(
      'What may raise an alarm: `served`, the models that answer; `tokens`, how they count unchanged requests; `cases`, what the golden cases say.',
    ),
  trials: z
    .int()
    .min(1)
    .max(100)
    .default(2)
    .describe('Replies a golden case, model and run. More find a fall sooner, and cost as many times more.'),
});
