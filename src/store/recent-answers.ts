import { z } from 'zod';
import type { Answer } from '../core/reply.ts';

/** Characters of answers that are held, and how many: those that are read soon after they came. */
const mostCharacters = 4_000_000;
const mostAnswers = 64;

/** An answer that was kept, when (milliseconds since 1970), and how many characters it takes. */
export type RecentAnswer = { readonly answer: Answer; readonly since: number; readonly size: number };

/**
 * The latest answers that were kept, the oldest let go first. A reply is read within moments of its coming, to be scored,
 * and hardly ever again.
 */
export class RecentAnswers {
  readonly #held = new Map<string, RecentAnswer>();
  #characters = 0;

  find(call: string): RecentAnswer | undefined {
    return this.#held.get(call);
  }

  add(call: string, kept: RecentAnswer): void {
    this.#remove(call);
    this.#held.set(call, kept);
    this.#characters += kept.size;
    for (const oldest of this.#held.keys()) {
      if (this.#characters <= mostCharacters && this.#held.size <= mostAnswers) break;
      this.#remove(oldest);
    }
  }

  clear(): void {
    this.#held.clear();
    this.#characters = 0;
  }

  #remove(call: string): void {
    this.#characters -= this.#held.get(call)?.size ?? 0;
    this.#held.delete(call);
  }
}

const count = z.number().optional();
const answerSchema = z.looseObject({
  text: z.string(),
  toolCalls: z.array(z.object({ name: z.string(), arguments: z.string(), id: z.string().optional() })),
  finishReason: z.string(),
  usage: z.looseObject({ inputTokens: count, outputTokens: count, cachedTokens: count, reasoningTokens: count }),
  servedModel: z.string(),
  servedBy: z.string(),
  latencyMs: z.number(),
  firstTokenMs: z.number().optional(),
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
