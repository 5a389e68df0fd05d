import type { Json, JsonObject } from '../../core/json.ts';
import { type LogField, type LogFields, type LoggedCall, logFieldNames } from '../../core/logs/logged-call.ts';
import type { Position } from '../../core/problem.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import { readMessages, readOutput, variablesOf } from './read-messages.ts';
import { firstQuantity, firstText, mapOf, quantityOf, textOf, timeOf, tokensOf, valueAt } from './read-values.ts';
import type { LogFormat } from './types.ts';

/** Records of an application's own: `{time, input, output, model, …}`, by these names or by those that the caller gives. */
export const plain: LogFormat = {
  name: 'plain',
  title: 'plain JSON Lines or CSV',
  about: {
    recognisedBy:
      'what is none of the others and has an `input` or an `output`, by these names or those of `logs.fields` in the config',
    notRead: ['fields of other names that `logs.fields` does not name'],
    example: {
      path: 'logs/calls.jsonl',
      text: `{"time":"2026-11-27T09:00:00Z","input":"Are you open?","output":"Until six.","model":"gpt-5.6-luna","usage":{"input":120,"output":4},"usd":0.0004,"latencyMs":1200,"segment":"free","user":"u-17","prompt":"support"}
`,
    },
  },
  knownBy: 'anything',
  recognises: (record, fields) => {
    const found = findFields(record, fields);
    return found.input !== undefined || found.output !== undefined;
  },
  read: readRecord,
};

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

const nothing: JsonObject = {};

type Found = { readonly [field in LogField]: Json | undefined };

const nothingFound: readonly (Json | undefined)[] = logFieldNames.map(() => undefined);

/** What a record says, by field; of several names for one the first counts that holds something. */
function findFields(record: JsonObject, fields: LogFields): Found {
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
]: readonly (Json | undefined)[]): Found {
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

function readRecord(record: JsonObject, at: Position, fields: LogFields): readonly LoggedCall[] | undefined {
  const found = findFields(record, fields);
  const { input, output, error, prompt } = found;
  if (input === undefined && output === undefined && error === undefined && prompt === undefined) return undefined;
  const usage = mapOf(found.usage) ?? nothing;
  // Where nothing else is what was put in, the prompt is.
  const asked = input ?? (fields.prompt === undefined ? prompt : undefined);
  const named = input === undefined ? undefined : prompt;
  return [
    {
      at,
      time: timeOf(found.time),
      prompt: promptOf(named, found.version),
      segment: textOf(found.segment),
      user: textOf(found.user),
      session: textOf(found.session),
      asked: textOf(found.model),
      served: textOf(found.served) ?? (isObject(output) ? textOf(output['model']) : undefined),
      tokens: countTokens(found, usage),
      usd: quantityOf(found.usd),
      latencyMs: quantityOf(found.latencyMs),
      firstTokenMs: quantityOf(found.firstTokenMs),
      finishReason: textOf(found.finishReason),
      error: isObject(error) ? (firstText(error['message'], error['type']) ?? 'error') : wordError(error),
      output: () => readOutput(output),
      texts: () => ({
        input: readMessages(asked, 'user'),
        output: readOutput(output),
        variables: variablesOf(found.variables),
      }),
    },
  ];
}

function promptOf(prompt: Json | undefined, version: Json | undefined): LoggedCall['prompt'] {
  const map = mapOf(prompt);
  const name = map === undefined ? textOf(prompt) : firstText(map['name'], map['id'], map['path']);
  return name === undefined ? undefined : { name, version: firstText(map?.['version'], version) };
}

function wordError(error: Json | undefined): string | undefined {
  return error === true ? 'error' : textOf(error);
}

function countTokens(found: Found, usage: JsonObject): LoggedCall['tokens'] {
  return tokensOf(
    firstQuantity(
      found.tokensIn,
      usage['in'],
      usage['input'],
      usage['input_tokens'],
      usage['prompt_tokens'],
      usage['inputTokens'],
    ),
    firstQuantity(
      found.tokensOut,
      usage['out'],
      usage['output'],
      usage['output_tokens'],
      usage['completion_tokens'],
      usage['outputTokens'],
    ),
    firstQuantity(
      found.tokensCached,
      usage['cached'],
      usage['cached_tokens'],
      usage['cachedTokens'],
      usage['cache_read_input_tokens'],
      mapOf(usage['prompt_tokens_details'] ?? usage['input_tokens_details'])?.['cached_tokens'],
    ),
    firstQuantity(
      found.tokensReasoning,
      usage['reasoning'],
      usage['reasoning_tokens'],
      usage['reasoningTokens'],
      mapOf(usage['completion_tokens_details'] ?? usage['output_tokens_details'])?.['reasoning_tokens'],
    ),
  );
}
