import type { Json, JsonObject } from '../../../core/json.ts';
import type { Problem } from '../../../core/problem.ts';
import type { Prompt } from '../../../core/prompt.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { nameParams, readParams } from '../../../core/prompt-file/read-params.ts';
import { showValue } from '../../../core/template/fill-template.ts';
import { fixUnknown } from '../../../core/yaml/explain-issues.ts';
import type { Located } from '../../../core/yaml/located.ts';
import { nameType } from '../../../core/yaml/name-type.ts';

/** The model that a GitHub prompt file names, and its parameters under the API's names. */
export type ModelRead = {
  readonly model?: string;
  readonly params: JsonObject;
  readonly problems: readonly Problem[];
  readonly notes: Prompt['notes'];
};

/**
 * Reads them from `model` and `modelParameters`, from the `config` that a dialect of the format groups them under, and from the file
 * itself: `tools` written there are what somebody sends, and a change of them must not pass unseen.
 * @param others the file's keys that the format does not know
 */
export function readModel(file: JsonObject, located: Located, others: readonly string[] = []): ModelRead {
  const { config = null } = file;
  const { model: configured = null, ...grouped }: JsonObject = isObject(config) ? config : {};
  const model = file['model'] ?? configured;
  const parameters = file['modelParameters'] ?? null;
  const { params } = readParams(grouped);
  const { params: beside } = readParams(Object.fromEntries(others.map((key) => [key, file[key] ?? null])));
  const problems: Problem[] = [];
  if (model !== null && typeof model !== 'string') {
    const at = located.at((file['model'] ?? null) === null ? ['config', 'model'] : ['model']);
    problems.push({ reason: 'files', what: '`model` must be a text.', at, fix: 'Write its id.' });
  }
  if (parameters !== null && !isObject(parameters)) {
    const what = `\`modelParameters\` must be a map, not ${nameType(parameters)}.`;
    problems.push({
      reason: 'files',
      what,
      at: located.at(['modelParameters']),
      fix: 'Write `temperature: 0` under it.',
    });
  }
  return {
    ...(typeof model === 'string' && { model }),
    params: { ...beside, ...params, ...(isObject(parameters) && nameParams(parameters)) },
    problems,
    notes: [
      ...notesBeside(beside, located),
      ...Object.keys(grouped)
        .filter(
          (key) => isSaid(grouped[key]) && Object.keys(readParams({ [key]: grouped[key] ?? null }).params).length === 0,
        )
        .map((key) => ({ text: `\`${key}\` of \`config\` is not sent.`, at: located.at(['config', key], 'key') })),
    ],
  };
}

function notesBeside(params: JsonObject, located: Located): Prompt['notes'] {
  return Object.keys(params).map((key) => ({
    text: `\`${key}\` is sent, though the format has it under \`modelParameters\`: move it there.`,
    at: located.at([key], 'key'),
  }));
}

function isSaid(value: Json | undefined): boolean {
  return value !== undefined && value !== null;
}

const formats = ['text', 'json_object', 'json_schema'] as const;

/** What `responseFormat` and `jsonSchema` of a GitHub prompt file come to as the API's `response_format`. */
type ResponseFormatRead = {
  readonly params: JsonObject;
  readonly problems: readonly Problem[];
  readonly notes: Prompt['notes'];
};

/** Reads them; the schema is JSON in a text, with `name` and `schema` in it (a map of YAML is taken too). */
export function readResponseFormat(file: JsonObject, located: Located): ResponseFormatRead {
  const { responseFormat: written = null, jsonSchema = null } = file;
  const problem = (what: string, key: string, fix: string): ResponseFormatRead => ({
    params: {},
    problems: [{ reason: 'files', what, at: located.at([key]), fix }],
    notes: [],
  });
  const format = formats.find((one) => one === written);
  if (written !== null && format === undefined) {
    return problem(
      `\`${showValue(written)}\` is no \`responseFormat\`.`,
      'responseFormat',
      fixUnknown(showValue(written), formats),
    );
  }
  if (format !== 'json_schema') {
    const unused = {
      text: '`jsonSchema` is not sent without `responseFormat: json_schema`.',
      at: located.at(['jsonSchema'], 'key'),
    };
    const params = format === undefined ? {} : { response_format: { type: format } };
    return { params, problems: [], notes: jsonSchema === null ? [] : [unused] };
  }
  const schema = typeof jsonSchema === 'string' ? parseJson(jsonSchema) : jsonSchema;
  if (schema === null)
    return problem('`responseFormat: json_schema` needs a `jsonSchema`.', 'responseFormat', 'Add it.');
  if (!isObject(schema))
    return problem('`jsonSchema` is no JSON object.', 'jsonSchema', 'Write it as JSON after `jsonSchema: |`.');
  const missing = ['name', 'schema'].find((key) => !Object.hasOwn(schema, key));
  if (missing !== undefined) {
    return problem(
      `\`jsonSchema\` has no \`${missing}\`.`,
      'jsonSchema',
      'Write `{"name": …, "strict": true, "schema": {…}}`.',
    );
  }
  return { params: { response_format: { type: format, json_schema: schema } }, problems: [], notes: [] };
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
