import { z } from 'zod';
import type { Answer } from '../core/reply.ts';

const count = z.number().optional();
const answerSchema = z.looseObject({
  text: z.string(),
  toolCalls: z.array(z.object({ name: z.string(), arguments: z.string() })),
  finishReason: z.string(),
  usage: z.looseObject({ inputTokens: count, outputTokens: count, cachedTokens: count, reasoningTokens: count }),
  servedModel: z.string(),
  servedBy: z.string(),
  latencyMs: z.number(),
  at: z.number(),
  vectors: z.array(z.array(z.number())).optional(),
});

/** The answer of a row. Undefined where it is not what was written there: the call is then asked again. */
export function readKeptAnswer(written: string): Answer | undefined {
  try {
    // Typed as what was written; the schema looks whether it is.
    const answer: Answer = JSON.parse(written);
    return answerSchema.safeParse(answer).success ? answer : undefined;
  } catch {
    return undefined;
  }
}
