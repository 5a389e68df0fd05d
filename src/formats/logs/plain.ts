import type { Json, JsonObject } from '../../core/json.ts';
import type { LogFields, LoggedCall } from '../../core/logs/logged-call.ts';
import type { Position } from '../../core/problem.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import { type FoundFields, findFields } from './plain-fields.ts';
import { readMessages, readOutput, variablesOf } from './read-messages.ts';
import { firstQuantity, firstText, mapOf, quantityOf, textOf, timeOf, tokensOf } from './read-values.ts';
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

const nothing: JsonObject = {};

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

function countTokens(found: FoundFields, usage: JsonObject): LoggedCall['tokens'] {
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
