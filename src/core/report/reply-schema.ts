import { z } from 'zod';
import { failureReasons } from '../reply.ts';
import { conversationEnds } from '../run/held-conversation.ts';
import { sides } from '../side.ts';
import { count, dollars, jsonObject, milliseconds, share } from './quantities.ts';

/** What one check made of one reply (`CheckScore`). */
const checkScoreSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('scored'),
    check: z.string(),
    scorer: z.string(),
    value: share,
    passed: z.boolean().exactOptional(),
    binary: z.boolean(),
    weight: z.number(),
    required: z.boolean(),
    reason: z.string(),
    details: jsonObject.exactOptional(),
  }),
  z.object({ kind: z.literal('unscored'), check: z.string(), scorer: z.string(), why: z.string() }),
]);

/** One reply of one side. `text` is absent where it failed; `error` says why it failed or could not be scored. */
export const replySchema = z.object({
  side: z.enum(sides),
  /** Counted from 0, through all rounds. */
  trial: count,
  round: count.exactOptional(),
  text: z.string().exactOptional(),
  /**
   * What was said after the opening, where a user was simulated; `text` is then all the assistant said. Usage and cost
   * are sums over its turns, `latencyMs` is the mean of a turn.
   */
  transcript: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.string() })).exactOptional(),
  /** How the conversation ended: the user's goal was met or given up, or no turn was left. */
  conversationEnd: z.enum(conversationEnds).exactOptional(),
  score: share.exactOptional(),
  passes: z.boolean().exactOptional(),
  checks: z.array(checkScoreSchema),
  usage: z
    .object({
      inputTokens: count.exactOptional(),
      outputTokens: count.exactOptional(),
      cachedTokens: count.exactOptional(),
      reasoningTokens: count.exactOptional(),
      estimated: z.boolean().exactOptional(),
    })
    .exactOptional(),
  costUsd: dollars.exactOptional(),
  latencyMs: milliseconds.exactOptional(),
  /** Model that served it, by the service's own word. */
  model: z.string().exactOptional(),
  finishReason: z.string().exactOptional(),
  toolCalls: z.array(z.object({ name: z.string(), arguments: z.string() })).exactOptional(),
  /** Taken from the store instead of asked. */
  kept: z.boolean().exactOptional(),
  error: z.object({ reason: z.enum([...failureReasons, 'unscored']), message: z.string() }).exactOptional(),
});
