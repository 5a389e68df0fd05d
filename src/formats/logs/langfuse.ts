import type { JsonObject } from '../../core/json.ts';
import type { LogFields, LoggedCall } from '../../core/logs/logged-call.ts';
import type { Position } from '../../core/problem.ts';
import { readMessages, readOutput, variablesOf } from './read-messages.ts';
import {
  between,
  firstQuantity,
  firstText,
  mapOf,
  quantityOf,
  secondsOf,
  textOf,
  timeOf,
  tokensOf,
  valueAt,
} from './read-values.ts';
import type { LogFormat } from './types.ts';

/** Observations as Langfuse exports them: JSON Lines or CSV of its blob storage, or as its API has them. */
export const langfuse: LogFormat = {
  name: 'langfuse',
  title: 'Langfuse',
  about: {
    recognisedBy:
      '`type`, `trace_id` and `start_time` (or `traceId`, `startTime`): JSON Lines or CSV of its export, or a list as its API has it',
    notRead: ['observations of another type than `GENERATION`'],
    example: {
      path: 'logs/observations.jsonl',
      text: `{"id":"o-1","trace_id":"t-1","type":"GENERATION","start_time":"2026-11-27 09:00:00.000000","latency":1.2,"provided_model_name":"gpt-5.6-luna","input":[{"role":"user","content":"Are you open?"}],"output":"Until six.","usage_details":{"input":120,"output":4,"total":124},"prompt_name":"support","prompt_version":3}
`,
    },
    reference: { library: '`langfuse/langfuse`, blob storage export' },
  },
  knownBy: 'keys',
  recognises: (record) =>
    typeof record['type'] === 'string' &&
    ('trace_id' in record || 'traceId' in record) &&
    ('start_time' in record || 'startTime' in record) &&
    !('attributes' in record),
  read: readObservation,
};

function readObservation(record: JsonObject, at: Position, fields: LogFields): readonly LoggedCall[] | undefined {
  const type = record['type'];
  if (typeof type !== 'string') return undefined;
  // Spans, events, tools and agents hold generations, and are none.
  if (type !== 'GENERATION') return [];
  const get = (name: string, camel: string) => record[name] ?? record[camel];
  const own = (field: keyof LogFields) => {
    const path = fields[field];
    return path === undefined ? undefined : valueAt(record, path);
  };
  const time = timeOf(get('start_time', 'startTime'));
  const usage = mapOf(get('usage_details', 'usageDetails') ?? record['usage']) ?? nothing;
  const name = textOf(own('prompt') ?? get('prompt_name', 'promptName'));
  const failed = record['level'] === 'ERROR';
  return [
    {
      at,
      time,
      prompt:
        name === undefined
          ? undefined
          : { name, version: textOf(own('version') ?? get('prompt_version', 'promptVersion')) },
      segment: textOf(own('segment') ?? valueAt(record, 'metadata.segment')),
      user: textOf(own('user') ?? get('user_id', 'userId')),
      session: textOf(own('session') ?? get('session_id', 'sessionId')),
      asked: textOf(own('model') ?? get('provided_model_name', 'providedModelName') ?? record['model']),
      served: textOf(own('served') ?? valueAt(record, 'metadata.response_model')),
      tokens: countTokens(usage),
      usd: firstQuantity(
        own('usd'),
        get('total_cost', 'totalCost'),
        record['calculatedTotalCost'],
        mapOf(get('cost_details', 'costDetails'))?.['total'],
      ),
      latencyMs:
        quantityOf(own('latencyMs')) ??
        secondsOf(record['latency']) ??
        between(time, timeOf(get('end_time', 'endTime'))),
      firstTokenMs:
        quantityOf(own('firstTokenMs')) ??
        secondsOf(get('time_to_first_token', 'timeToFirstToken')) ??
        between(time, timeOf(get('completion_start_time', 'completionStartTime'))),
      finishReason: textOf(own('finishReason') ?? valueAt(record, 'metadata.finish_reason')),
      error:
        textOf(own('error')) ?? (failed ? (firstText(get('status_message', 'statusMessage')) ?? 'error') : undefined),
      output: () => readOutput(own('output') ?? record['output']),
      texts: () => ({
        input: readMessages(own('input') ?? record['input'], 'user'),
        output: readOutput(own('output') ?? record['output']),
        variables: variablesOf(own('variables') ?? valueAt(record, 'metadata.variables')),
      }),
    },
  ];
}

/**
 * Langfuse keeps the kinds of tokens apart and adds them up; what an SDK handed over may count the cached ones in the input already.
 * The total tells which.
 */
function countTokens(usage: JsonObject): LoggedCall['tokens'] {
  const input = firstQuantity(usage['input'], usage['prompt_tokens'], usage['promptTokens'], usage['input_tokens']);
  const out = firstQuantity(
    usage['output'],
    usage['completion_tokens'],
    usage['completionTokens'],
    usage['output_tokens'],
  );
  const cached = firstQuantity(
    usage['input_cached_tokens'],
    usage['input_cache_read'],
    usage['cache_read_input_tokens'],
    usage['cached_tokens'],
  );
  const reasoning = firstQuantity(
    usage['reasoning_tokens'],
    usage['output_reasoning_tokens'],
    usage['output_reasoning'],
  );
  const total = firstQuantity(usage['total'], usage['total_tokens'], usage['totalTokens']);
  const isApart = (input ?? 0) + (out ?? 0) < (total ?? 0) && cached !== undefined && input !== undefined;
  if (!isApart) return tokensOf(input, out, cached, reasoning);
  const isReasoningApart = total === input + (out ?? 0) + cached + (reasoning ?? 0);
  return {
    in: input + cached,
    out: isReasoningApart && out !== undefined ? out + (reasoning ?? 0) : out,
    cached,
    reasoning,
  };
}

const nothing: JsonObject = {};
