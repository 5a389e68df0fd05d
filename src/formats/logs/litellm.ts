import type { Json, JsonObject } from '../../core/json.ts';
import type { LogFields, LoggedCall, LoggedTexts } from '../../core/logs/logged-call.ts';
import type { Position } from '../../core/problem.ts';
import { readMessages, readOutput, variablesOf } from './read-messages.ts';
import {
  between,
  firstQuantity,
  firstText,
  mapOf,
  quantityOf,
  textOf,
  timeOf,
  tokensOf,
  valueAt,
} from './read-values.ts';
import type { LogFormat } from './types.ts';

/** Calls as LiteLLM logs them: its standard payload for callbacks, or a row of its table of spend. */
export const litellm: LogFormat = {
  name: 'litellm',
  title: 'LiteLLM',
  about: {
    recognisedBy:
      '`call_type` and `startTime` beside `response_cost` (`StandardLoggingPayload`) or `spend` (a row of `LiteLLM_SpendLogs`)',
    notRead: ['calls that are not answered in words, such as embeddings and images'],
    example: {
      path: 'logs/litellm.jsonl',
      text: `{"id":"c-1","call_type":"acompletion","status":"success","response_cost":0.0004,"prompt_tokens":120,"completion_tokens":4,"startTime":1795770000.0,"endTime":1795770001.2,"model":"gpt-5.6-luna","model_group":"gpt-5.6-luna","end_user":"u-17","metadata":{"segment":"free"},"messages":[{"role":"user","content":"Are you open?"}],"response":{"choices":[{"message":{"role":"assistant","content":"Until six."},"finish_reason":"stop"}]}}
`,
    },
    reference: { library: '`BerriAI/litellm`, `StandardLoggingPayload`' },
  },
  knownBy: 'keys',
  recognises: (record) =>
    'call_type' in record && ('response_cost' in record || 'spend' in record) && 'startTime' in record,
  read: readPayload,
};

/** Calls of a model that answers in words; the others embed, rank, draw, speak or moderate. */
export const wordedCalls = /completion|responses|messages|generate_?content/u;

function readPayload(record: JsonObject, at: Position, fields: LogFields): readonly LoggedCall[] | undefined {
  const type = record['call_type'];
  if (typeof type !== 'string') return undefined;
  if (type !== '' && !wordedCalls.test(type)) return [];
  const metadata = mapOf(record['metadata']) ?? nothing;
  const response = mapOf(record['response']) ?? nothing;
  const own = (field: keyof LogFields) => {
    const path = fields[field];
    return path === undefined ? undefined : valueAt(record, path);
  };
  const [start, end] = [timeOf(record['startTime']), timeOf(record['endTime'])];
  const first = timeOf(record['completionStartTime']);
  const managed = mapOf(metadata['prompt_management_metadata']);
  const name = textOf(own('prompt') ?? managed?.['prompt_id']);
  const usage = usageOf(record, metadata, response);
  return [
    {
      at,
      time: start,
      prompt: name === undefined ? undefined : { name, version: textOf(own('version') ?? managed?.['prompt_version']) },
      segment: textOf(own('segment') ?? metadata['segment'] ?? mapOf(metadata['requester_metadata'])?.['segment']),
      user: firstText(own('user'), record['end_user'], metadata['user_api_key_end_user_id'], record['user']),
      session: firstText(own('session'), record['session_id'], record['trace_id']),
      asked: firstText(own('model'), record['model_group'], record['model']),
      served: firstText(own('served'), response['model'], record['model']),
      tokens: tokensOf(
        firstQuantity(record['prompt_tokens']),
        firstQuantity(record['completion_tokens']),
        firstQuantity(mapOf(usage['prompt_tokens_details'])?.['cached_tokens'], usage['cache_read_input_tokens']),
        firstQuantity(mapOf(usage['completion_tokens_details'])?.['reasoning_tokens']),
      ),
      usd: firstQuantity(own('usd'), record['response_cost'], record['spend']),
      latencyMs: quantityOf(own('latencyMs')) ?? between(start, end),
      // Without streaming it writes the end here.
      firstTokenMs: quantityOf(own('firstTokenMs')) ?? (first === end ? undefined : between(start, first)),
      finishReason: textOf(own('finishReason') ?? firstChoice(response)?.['finish_reason']),
      error: textOf(own('error')) ?? errorOf(record, metadata),
      output: () => readReply(record, own('output')),
      texts: () => readTexts(record, own('input'), own('output'), own('variables') ?? managed?.['prompt_variables']),
    },
  ];
}

function usageOf(record: JsonObject, metadata: JsonObject, response: JsonObject): JsonObject {
  return mapOf(response['usage']) ?? mapOf(metadata['usage_object']) ?? mapOf(record['usage_object']) ?? nothing;
}

function firstChoice(response: JsonObject): JsonObject | undefined {
  const choices = response['choices'];
  return Array.isArray(choices) ? mapOf(choices[0]) : undefined;
}

function errorOf(record: JsonObject, metadata: JsonObject): string | undefined {
  const status = record['status'] ?? metadata['status'];
  if (status !== 'failure') return undefined;
  const about = mapOf(record['error_information'] ?? metadata['error_information']);
  return (
    firstText(record['error_str'], about?.['error_message'], about?.['error_class'], about?.['error_code']) ?? 'error'
  );
}

function readTexts(record: JsonObject, input?: Json, output?: Json, variables?: Json): LoggedTexts {
  const messages = readMessages(input ?? record['messages'], 'user');
  return {
    // The table of spend keeps the whole request where it keeps texts at all.
    input: messages.length > 0 ? messages : readMessages(record['proxy_server_request'], 'user'),
    output: readReply(record, output),
    variables: variablesOf(variables),
  };
}

function readReply(record: JsonObject, output?: Json): LoggedTexts['output'] {
  const said = output ?? record['response'];
  return isEmpty(said) ? undefined : readOutput(said);
}

function isEmpty(value: Json | undefined): boolean {
  return value === '{}' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

const nothing: JsonObject = {};
