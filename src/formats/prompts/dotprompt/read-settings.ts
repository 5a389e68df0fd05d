import type { Json, JsonObject } from '../../../core/json.ts';
import type { Problem } from '../../../core/problem.ts';
import type { Prompt } from '../../../core/prompt.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { nameParams } from '../../../core/prompt-file/read-params.ts';
import type { Located } from '../../../core/yaml/located.ts';
import { nameType } from '../../../core/yaml/name-type.ts';
import { readPicoschema } from './read-picoschema.ts';

/** What the front matter of a Dotprompt file says beside its template. */
export type DotpromptSettings = Pick<Prompt, 'params' | 'defaults' | 'notes' | 'model' | 'schema'> & {
  readonly problems: readonly Problem[];
};

/** Genkit's names for parameters that the chat-completions API calls otherwise. */
const renamed: Readonly<Record<string, string>> = { max_output_tokens: 'max_tokens', stop_sequences: 'stop' };

/** Reads model, parameters, schemas, tools and defaults. @param name what the output is called where a service wants a name */
export function readSettings(matter: JsonObject, at: Located['at'], name: string): DotpromptSettings {
  const problems: Problem[] = [];
  const notes: Prompt['notes'][number][] = [];
  const map = (key: string, value: Json | undefined): JsonObject => {
    if (value === undefined || value === null) return {};
    if (isObject(value)) return value;
    problems.push({
      reason: 'files',
      what: `\`${key}\` must be a map, not ${nameType(value)}.`,
      at: at(key.split('.')),
    });
    return {};
  };
  const schemaAt = (key: 'input' | 'output', written: Json | undefined): JsonObject | undefined => {
    if (written === undefined || written === null) return undefined;
    const { schema, named, fault } = readPicoschema(written);
    const place = at([key, 'schema']);
    if (fault !== undefined)
      problems.push({ reason: 'files', what: fault, at: place, fix: 'See Dotprompt’s Picoschema.' });
    for (const one of named)
      notes.push({ text: `The schema \`${one}\` is registered in code: it is taken for anything.`, at: place });
    return schema;
  };
  const { model } = matter;
  if (model !== undefined && model !== null && typeof model !== 'string') {
    const what = `\`model\` must be a text, not ${nameType(model)}.`;
    problems.push({ reason: 'files', what, at: at(['model']), fix: 'Write its id.' });
  }
  const input = map('input', matter['input']);
  const output = map('output', matter['output']);
  const config = nameParams(map('config', matter['config']));
  const outputSchema = schemaAt('output', output['schema']);
  const schema = schemaAt('input', input['schema']);
  const { tools, named } = readTools(matter);
  if (named.length > 0) {
    const text = `Tools that are defined in code are not sent: ${named.map((one) => `\`${one}\``).join(', ')}. Write them under \`toolDefs\`.`;
    notes.push({ text, at: at(['tools']) });
  }
  const format = output['format'] ?? (outputSchema === undefined ? null : 'json');
  if (format !== null && format !== 'json' && format !== 'text')
    notes.push({
      text: `\`output.format: ${String(format)}\` is not sent: only \`json\` and \`text\` are.`,
      at: at(['output', 'format']),
    });
  return {
    ...(typeof model === 'string' && { model }),
    params: {
      ...Object.fromEntries(Object.entries(config).map(([key, value]) => [renamed[key] ?? key, value])),
      ...(format === 'json' && { response_format: responseFormat(outputSchema, name) }),
      ...(tools.length > 0 && { tools }),
    },
    defaults: map('input.default', input['default']),
    ...(schema !== undefined && { schema }),
    notes,
    problems,
  };
}

/** A schema of nothing but a name that code knows asks for any JSON. */
function responseFormat(schema: JsonObject | undefined, name: string): JsonObject {
  if (schema === undefined || Object.keys(schema).every((key) => key === 'description')) return { type: 'json_object' };
  return { type: 'json_schema', json_schema: { name, schema } };
}

/** Tools that the file defines, as the API has them; of the others their names. */
function readTools(matter: JsonObject): { readonly tools: readonly JsonObject[]; readonly named: readonly string[] } {
  const listed: readonly Json[] = [matter['tools'] ?? [], matter['toolDefs'] ?? []].flat();
  const named = listed.flatMap((one) => (typeof one === 'string' ? [one] : []));
  const tools = listed.flatMap((one): readonly JsonObject[] => {
    if (!isObject(one) || typeof one['name'] !== 'string') return [];
    const { name, description, inputSchema = {} } = one;
    const described = typeof description === 'string' ? { description } : {};
    return [{ type: 'function', function: { name, ...described, parameters: readPicoschema(inputSchema).schema } }];
  });
  const defined = new Set(tools.flatMap((one) => (isObject(one['function']) ? [one['function']['name']] : [])));
  return { tools, named: named.filter((one) => !defined.has(one)) };
}
