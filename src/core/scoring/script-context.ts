import type { ScorerInput } from '../check-kind.ts';
import type { JsonObject } from '../json.ts';

/** What a script of promptfoo's is told of a reply beside its output, by the names it has there. */
export function scriptContext(
  { golden, messages, answer, costUsd, text, output = text }: Omit<ScorerInput<unknown>, 'argument' | 'options'>,
  config?: JsonObject,
): JsonObject {
  const { inputTokens = 0, outputTokens = 0 } = answer.usage;
  const [only, ...others] = messages;
  const prompt = only !== undefined && others.length === 0 ? only.content : JSON.stringify(messages);
  return {
    vars: golden.vars,
    prompt,
    test: { vars: golden.vars, description: golden.id, metadata: {}, options: {} },
    ...(config !== undefined && { config }),
    metadata: {},
    provider: { id: answer.servedModel, config: {} },
    providerResponse: {
      output,
      finishReason: answer.finishReason,
      latencyMs: answer.latencyMs,
      ...(costUsd !== undefined && { cost: costUsd }),
      tokenUsage: { total: inputTokens + outputTokens, prompt: inputTokens, completion: outputTokens },
    },
  };
}
