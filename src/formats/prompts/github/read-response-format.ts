import type { Json, JsonObject } from '../../../core/json.ts';
import type { Problem } from '../../../core/problem.ts';
import type { Prompt } from '../../../core/prompt.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { showValue } from '../../../core/template/show-value.ts';
import { fixUnknown } from '../../../core/yaml/fix-unknown.ts';
import type { Located } from '../../../core/yaml/located.ts';

const formats = ['text', 'json_object', 'json_schema'] as const;

/** What `responseFormat` and `jsonSchema` of a GitHub prompt file come to as the API's `response_format`. */
export type ResponseFormatRead = {
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
