import type { Json, JsonObject } from '../../core/json.ts';
import { type LogField, type LogFields, logFieldNames } from '../../core/logs/logged-call.ts';
import { valueAt } from './read-values.ts';

/** What applications call a field, where the caller does not say. */
export const plainNames: Readonly<Partial<Record<LogField, readonly string[]>>> = {
  time: ['time', 'timestamp', 'ts', 'created_at', 'createdAt', 'start_time', 'startTime', 'date'],
  prompt: ['prompt', 'prompt_name', 'promptName'],
  version: ['prompt_version', 'promptVersion', 'version'],
  segment: ['segment'],
  user: ['user', 'user_id', 'userId'],
  session: ['session', 'session_id', 'sessionId', 'conversation_id', 'conversationId'],
  model: ['model', 'asked_model', 'request_model'],
  served: ['served', 'served_model', 'servedModel', 'response_model'],
  input: ['input', 'messages', 'question', 'query', 'request'],
  output: ['output', 'completion', 'response', 'reply', 'answer'],
  variables: ['variables', 'vars'],
  usage: ['usage', 'tokens'],
  tokensIn: ['tokensIn', 'tokens_in', 'input_tokens', 'prompt_tokens'],
  tokensOut: ['tokensOut', 'tokens_out', 'output_tokens', 'completion_tokens'],
  tokensCached: ['cached_tokens'],
  tokensReasoning: ['reasoning_tokens'],
  usd: ['usd', 'cost', 'cost_usd', 'costUsd'],
  latencyMs: ['latencyMs', 'latency_ms', 'duration_ms', 'durationMs'],
  firstTokenMs: ['firstTokenMs', 'first_token_ms', 'ttft_ms'],
  finishReason: ['finishReason', 'finish_reason', 'stop_reason'],
  error: ['error'],
};

/** Which field a name stands for, and how many names of it go before: records are read by the names they have, once each. */
const known = new Map(
  logFieldNames.flatMap((field, place) =>
    (plainNames[field] ?? []).map((name, rank) => [name, { field, place, rank }] as const),
  ),
);

/** What a record holds, by field. */
export type FoundFields = { readonly [field in LogField]: Json | undefined };

const nothingFound: readonly (Json | undefined)[] = logFieldNames.map(() => undefined);

/** What a record says, by field; of several names for one the first counts that holds something. */
export function findFields(record: JsonObject, fields: LogFields): FoundFields {
  // In the order of the fields' names: a map that grows field by field takes three times as long.
  const found = nothingFound.slice();
  for (const name in record) {
    const named = known.get(name);
    const value = record[name];
    if (named === undefined || value === undefined || value === null || value === '') continue;
    const isFirst = found[named.place] === undefined || !isAmong(record, plainNames[named.field], named.rank);
    if (isFirst) found[named.place] = value;
  }
  for (const [place, field] of hasNames(fields) ? logFieldNames.entries() : []) {
    const own = fields[field];
    if (own === undefined) continue;
    const value = valueAt(record, own);
    found[place] = value === null || value === '' ? undefined : value;
  }
  return byField(found);
}

/** @param found in the order of `logFieldNames` */
function byField([
  time,
  prompt,
  version,
  segment,
  user,
  session,
  model,
  served,
  input,
  output,
  variables,
  usage,
  tokensIn,
  tokensOut,
  tokensCached,
  tokensReasoning,
  usd,
  latencyMs,
  firstTokenMs,
  finishReason,
  error,
]: readonly (Json | undefined)[]): FoundFields {
  return {
    time,
    prompt,
    version,
    segment,
    user,
    session,
    model,
    served,
    input,
    output,
    variables,
    usage,
    tokensIn,
    tokensOut,
    tokensCached,
    tokensReasoning,
    usd,
    latencyMs,
    firstTokenMs,
    finishReason,
    error,
  };
}

function hasNames(fields: LogFields): boolean {
  for (const _ in fields) return true;
  return false;
}

/** Whether one of the names that go before says something. */
function isAmong(record: JsonObject, all: readonly string[] = [], before: number): boolean {
  return all
    .slice(0, before)
    .some((name) => record[name] !== undefined && record[name] !== null && record[name] !== '');
}
