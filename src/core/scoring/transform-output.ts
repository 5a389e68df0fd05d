import type { ScorerInput, ScorerResult } from '../check-kind.ts';
import type { Check } from '../golden-case.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Sandbox, SandboxResult } from '../ports.ts';

type Read = Omit<ScorerInput<unknown>, 'argument' | 'options' | 'min'>;

/** What a check reads, or what it comes to where a script could not make it. */
export type Transformed =
  | { readonly kind: 'read'; readonly read: Read }
  | { readonly kind: 'result'; readonly result: Exclude<ScorerResult, { readonly kind: 'ask' }> };

/** Makes what a check reads out of the reply, by the check's own scripts. One that throws fails the check, as in promptfoo. */
export function transformOutput({ transforms = [], contextFrom }: Check, reply: Read): Transformed {
  let read = reply;
  for (const script of transforms) {
    const made = call(script, read);
    if (made.kind === 'result') return made;
    read = { ...read, output: made.value, text: asText(made.value) };
  }
  if (contextFrom === undefined) return { kind: 'read', read };
  const made = call(contextFrom, read);
  if (made.kind === 'result') return made;
  const context = (isList(made.value) ? made.value : [made.value]).map(asText);
  return { kind: 'read', read: { ...read, golden: { ...read.golden, context } } };
}

type Made = { readonly kind: 'made'; readonly value: Json } | Extract<Transformed, { readonly kind: 'result' }>;

function call(script: Parameters<Sandbox['run']>[0], read: Read): Made {
  if (read.sandbox === undefined) return unscored('no script is run here');
  const made = read.sandbox.run(script, [read.output ?? read.text, scriptContext(read)]);
  if (made.kind === 'failed') return failed(script.name, made);
  const { value } = made;
  if (value !== undefined && value !== null) return { kind: 'made', value };
  return { kind: 'result', result: fault(`\`${script.name}\` returned nothing`) };
}

function failed(name: string, { cause, why }: Extract<SandboxResult, { readonly kind: 'failed' }>): Made {
  if (cause === 'time' || cause === 'memory') return unscored(`\`${name}\`: ${why}`);
  return { kind: 'result', result: fault(`\`${name}\` threw: ${why}`) };
}

function fault(reason: string): Extract<Transformed, { readonly kind: 'result' }>['result'] {
  return { kind: 'scored', value: 0, passed: false, threw: true, reason };
}

function unscored(why: string): Made {
  return { kind: 'result', result: { kind: 'unscored', why } };
}

function asText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

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
