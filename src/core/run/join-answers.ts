import type { Answer, Usage } from '../reply.ts';
import { cutBy } from './cell-of.ts';

/** An answer without what stays in the store. */
type AnswerFacts = Omit<Answer, 'text' | 'vectors'>;

/**
 * The answers of a conversation's turns as one. Tokens and dollars are summed: that is what the conversation takes. The
 * latency, and the time to the first token, is the mean of a turn: a user waits for one reply at a time, and a side whose conversations end sooner is not
 * faster. Tool calls are those of all turns; the finish reason is the first that is no plain end, so that a turn cut
 * short is seen. Who served it, and when, is of the last turn.
 */
export function joinAnswers(turns: readonly [AnswerFacts, ...AnswerFacts[]]): AnswerFacts {
  const last = turns.at(-1) ?? turns[0];
  const {
    carried: _carried,
    responseId: _response,
    fingerprint: _fingerprint,
    billedUsd: _billed,
    adapted: _adapted,
    firstTokenMs: _first,
    ...facts
  } = last;
  const billed = turns.flatMap(({ billedUsd }) => billedUsd ?? []);
  const first = turns.flatMap(({ firstTokenMs }) => firstTokenMs ?? []);
  const adapted = turns.flatMap((turn) => Object.entries(turn.adapted ?? {}));
  return {
    ...facts,
    toolCalls: turns.flatMap(({ toolCalls }) => toolCalls),
    finishReason: turns.find(({ finishReason }) => finishReason !== 'stop')?.finishReason ?? 'stop',
    usage: sumUsage(turns.map(({ usage }) => usage)),
    latencyMs: turns.reduce((sum, { latencyMs }) => sum + latencyMs, 0) / turns.length,
    ...(first.length === turns.length ? { firstTokenMs: first.reduce((sum, ms) => sum + ms, 0) / turns.length } : {}),
    ...(billed.length === turns.length ? { billedUsd: billed.reduce((sum, usd) => sum + usd, 0) } : {}),
    ...(adapted.length === 0 ? {} : { adapted: Object.fromEntries(adapted) }),
  };
}

/**
 * The answers of the steps of one turn as one: a user waits for all of them. That a step called tools is no other end than a plain
 * one, where a further step followed.
 */
export function joinSteps(steps: readonly [AnswerFacts, ...AnswerFacts[]]): AnswerFacts {
  if (steps.length === 1) return steps[0];
  const [first, ...more] = steps.map((step, at): AnswerFacts => {
    const isPlain = at < steps.length - 1 && cutBy(step.finishReason) === undefined;
    return isPlain ? { ...step, finishReason: 'stop' } : step;
  });
  const { firstTokenMs: _, ...joined } = joinAnswers([first ?? steps[0], ...more]);
  const latencyMs = steps.reduce((sum, step) => sum + step.latencyMs, 0);
  const last = steps.at(-1);
  // What a user reads begins with the last step's first token; the calls before it are none of it.
  return last?.firstTokenMs === undefined
    ? { ...joined, latencyMs }
    : { ...joined, latencyMs, firstTokenMs: latencyMs - last.latencyMs + last.firstTokenMs };
}

/** A count that one turn does not know is unknown of all; what few services tell at all (`cachedTokens` …) is summed as far as told. */
function sumUsage(usages: readonly Usage[]): Usage {
  const counts = (name: 'inputTokens' | 'outputTokens' | 'cachedTokens' | 'reasoningTokens') =>
    usages.flatMap((usage) => usage[name] ?? []);
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const [input, output] = [counts('inputTokens'), counts('outputTokens')];
  const [cached, reasoning] = [counts('cachedTokens'), counts('reasoningTokens')];
  return {
    ...(input.length === usages.length ? { inputTokens: total(input) } : {}),
    ...(output.length === usages.length ? { outputTokens: total(output) } : {}),
    ...(cached.length > 0 ? { cachedTokens: total(cached) } : {}),
    ...(reasoning.length > 0 ? { reasoningTokens: total(reasoning) } : {}),
    ...(usages.some(({ estimated }) => estimated === true) ? { estimated: true } : {}),
  };
}
