import { z } from 'zod';
import { listOf } from './prompt-rules.ts';

/** What of a model is watched, the cheapest first: who answers, by which set-up, how it counts, a canary, the judge, what the golden cases say. */
export const driftLayers = ['served', 'fingerprint', 'tokens', 'canary', 'judge', 'cases'] as const;

/** What scheduled runs watch. */
export const driftSchema = z.strictObject({
  layers: listOf(z.enum(driftLayers))
    .prefault(['served', 'tokens', 'judge', 'cases'])
    .describe(
      'What may raise an alarm: `served`, the models that answer; `fingerprint`, what a service calls its set-up, which changes with every deployment; `tokens`, how they count unchanged requests; `canary`, a few one-token requests that show a silent change; `judge`, what the judge makes of a few texts that stay the same; `cases`, what the golden cases say. With `canary` and without `cases` no golden case is asked.',
    ),
  trials: z
    .int()
    .min(1)
    .max(100)
    .default(2)
    .describe('Replies a golden case, model and run. More find a fall sooner, and cost as many times more.'),
  metrics: listOf(z.string().trim().min(1))
    .prefault([])
    .describe(
      'What every reply is judged by beside the checks of its case, for the watch alone: `helpfulness`, `sentiment`, and judged checks of `defaults` by their names. Each takes a judgement a reply.',
    ),
  history: z
    .enum(['branch', 'artifact'])
    .default('branch')
    .describe(
      'Where the action keeps the history: on the branch `promptgate-history`, or in an artifact of each run, which takes `actions: read` in place of `contents: write` and ends where no run comes for as long as artifacts are kept.',
    ),
  'history-texts': z
    .boolean()
    .default(false)
    .describe(
      'Keep replies with the history, masked and cut, so that a drift shows what was said before it, and the judge grades a few of the first runs again. Else it holds no text. `publish-replies: none` keeps none.',
    ),
  budget: z
    .strictObject({
      calls: z.int().min(1).optional().describe('Calls of a run at most, over `budget.calls`.'),
      usd: z.number().min(0).optional().describe('Dollars of a run at most, over `budget.usd`.'),
      setup: z
        .int()
        .min(0)
        .max(15_000)
        .default(1_500)
        .describe('One-token calls that the search of the canary’s inputs may take, over all runs, for each model.'),
    })
    .prefault({}),
});
