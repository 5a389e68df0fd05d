import type { LoggedCall, LoggedTexts, LoggedTokens } from '../../core/logs/logged-call.ts';
import type { CostOf } from '../../core/money/prices.ts';
import type { CountedCall } from '../../core/monitor/call-sum.ts';
import { servedAs } from '../../core/served-model.ts';
import { findRefusal } from '../../scorers/index.ts';

/** What the price list calls the service behind a log: which one it was, no log says for sure. */
export const loggedService = 'logs';

/** How services say that a reply was cut by its limit. */
export const cutEndings: ReadonlySet<string> = new Set(['length', 'max_tokens', 'max_output_tokens', 'model_length']);

/** How they say that they, or their filter, declined. */
export const declinedEndings: ReadonlySet<string> = new Set(['content_filter', 'refusal', 'safety']);

/** A logged call in numbers. */
export function countCall(call: LoggedCall, costOf: CostOf): CountedCall {
  const output = call.output();
  const ended = call.finishReason?.toLowerCase() ?? '';
  const isError = call.error !== undefined;
  return {
    tokens: isError ? withoutZeros(call.tokens) : call.tokens,
    cost: costOfLogged(call, costOf),
    latencyMs: call.latencyMs,
    // Some logs name the model that was asked for there, though none answered.
    served: isError ? undefined : call.served,
    promptCharacters: () => charactersSent(call),
    // What a failed call says is no reply.
    replyCharacters: isError ? undefined : output?.text.length,
    isError,
    isRefusal: !isError && (declinedEndings.has(ended) || isRefused(output)),
    isTruncated: !isError && cutEndings.has(ended),
  };
}

function charactersSent(call: LoggedCall): number {
  return call.texts().input.reduce((sum, { content }) => sum + content.length, 0);
}

/** Of a failed call some logs count 0 tokens where nothing was counted. */
function withoutZeros({ in: sent, out, cached, reasoning }: LoggedTokens): LoggedTokens {
  const known = (tokens: number | undefined) => (tokens === 0 ? undefined : tokens);
  return { in: known(sent), out: known(out), cached: known(cached), reasoning: known(reasoning) };
}

function isRefused(output: LoggedTexts['output']): boolean {
  return output !== undefined && output.text !== '' && findRefusal(output.text) !== undefined;
}

function costOfLogged({ usd, asked, served, tokens }: LoggedCall, costOf: CostOf): CountedCall['cost'] {
  if (usd !== undefined) return { kind: 'billed', usd };
  const model = billedModel({ asked, served }, costOf);
  if (model === undefined) return { kind: 'unknown' };
  const computed = costOf(loggedService, model, {
    ...(tokens.in === undefined ? {} : { inputTokens: tokens.in }),
    ...(tokens.out === undefined ? {} : { outputTokens: tokens.out }),
    ...(tokens.cached === undefined ? {} : { cachedTokens: tokens.cached }),
  });
  return computed === undefined ? { kind: 'unknown' } : { kind: 'computed', usd: computed };
}

/** The model whose price a call has: the one that answered, where it is another than was asked for. */
export function billedModel(
  { asked, served }: Pick<LoggedCall, 'asked' | 'served'>,
  { knows = () => false }: Pick<CostOf, 'knows'>,
): string | undefined {
  const another = asked === undefined || (served !== undefined && servedAs(asked, served, knows) !== 'asked');
  return another ? served : asked;
}
