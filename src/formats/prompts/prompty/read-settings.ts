import type { Json, JsonObject } from '../../../core/json.ts';
import type { Problem } from '../../../core/problem.ts';
import type { Prompt } from '../../../core/prompt.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { nameParams } from '../../../core/prompt-file/read-params.ts';
import { showValue } from '../../../core/template/fill-template.ts';
import type { Located } from '../../../core/yaml/located.ts';
import { readProperties } from './read-properties.ts';

/** What the front matter of a Prompty file says beside its template. */
export type PromptySettings = Pick<Prompt, 'params' | 'defaults' | 'notes' | 'model' | 'schema'> & {
  readonly engine: 'jinja' | 'mustache';
  /** Variables that stand for the turns before: a case gives them as its `history`. */
  readonly threads: readonly string[];
  readonly problems: readonly Problem[];
};

/** Its names for parameters that the chat-completions API calls otherwise. */
const renamed: Readonly<Record<string, string>> = {
  max_output_tokens: 'max_tokens',
  stop_sequences: 'stop',
  allow_multiple_tool_calls: 'parallel_tool_calls',
};
const engines = { jinja2: 'jinja', mustache: 'mustache' } as const;
/** What a value is taken from elsewhere by. Nothing of a pull request reads a file or a variable of the runner. */
const reference = /\$\{(?:env|file):[^}]*\}/u;

/** Reads either version: v1 has `model.configuration`, `parameters` and `sample`, v2 `model.id`, `options` and defaults of inputs. */
export function readSettings(matter: JsonObject, at: Located['at']): PromptySettings {
  const problems: Problem[] = [];
  const notes: Prompt['notes'][number][] = [];
  const followed = (value: Json, path: readonly string[]): Json | undefined => {
    if (typeof value !== 'string' || !reference.test(value)) return value;
    notes.push({ text: `\`${reference.exec(value)?.[0]}\` is not followed: its value is left out.`, at: at(path) });
    return undefined;
  };
  const mapOf = (value: Json | undefined): JsonObject => (isObject(value ?? null) && isObject(value) ? value : {});
  const written: Json = matter['model'] ?? null;
  const model = typeof written === 'string' ? { id: written } : mapOf(written);
  const configuration = mapOf(model['configuration']);
  // Between the versions it stood under `connection`, whose own name is that of no model.
  const connection = mapOf(model['connection']);
  const api = model['apiType'] ?? model['api'] ?? 'chat';
  if (api !== 'chat' && api !== 'responses' && api !== 'agent') {
    const what = `\`${showValue(api)}\` asks for another thing than a reply of a chat.`;
    problems.push({ reason: 'files', what, at: at(['model']), fix: 'Exclude the file under `prompts` with `!`.' });
  }
  const format = formatOf(matter['template']);
  const engine = Object.entries(engines).find(([name]) => name === format)?.[1];
  if (engine === undefined) {
    const what = `\`${format}\` is no template language that is read.`;
    problems.push({ reason: 'files', what, at: at(['template']), fix: 'Use `jinja2` or `mustache`.' });
  }
  const named = [
    model['id'],
    ...[configuration['model'], configuration['name'], configuration['azure_deployment']],
    connection['azure_deployment'],
  ].find((one) => typeof one === 'string');
  const id = named === undefined ? undefined : followed(named, ['model']);
  const {
    additional_properties: more = null,
    tools: ofParameters = [],
    ...options
  } = nameParams(mapOf(model['options'] ?? model['parameters']));
  const inputs = readProperties(matter['inputs']);
  const outputs = readProperties(matter['outputs']);
  const { tools, others } = readTools(Array.isArray(matter['tools']) ? matter['tools'] : ofParameters);
  if (others.length > 0) {
    const text = `Tools that a program runs are not sent: ${others.map((one) => `\`${one}\``).join(', ')}.`;
    notes.push({ text, at: at(['tools']) });
  }
  const sample = matter['sample'] === undefined ? {} : followed(matter['sample'], ['sample']);
  const defaults = Object.entries({ ...inputs.defaults, ...mapOf(sample) }).flatMap(([name, value]) => {
    const kept = followed(value, ['inputs', name]);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  const params = { ...options, ...nameParams(mapOf(more)) };
  return {
    engine: engine ?? 'jinja',
    ...(typeof id === 'string' && { model: id }),
    params: {
      ...Object.fromEntries(Object.entries(params).map(([key, value]) => [renamed[key] ?? key, value])),
      ...(outputs.typed && {
        response_format: { type: 'json_schema', json_schema: { name: 'output', schema: outputs.schema } },
      }),
      ...(tools.length > 0 && { tools }),
    },
    defaults: Object.fromEntries(defaults),
    ...(inputs.typed && { schema: inputs.schema }),
    threads: inputs.threads,
    notes,
    problems,
  };
}

/** `template: jinja2`, `{ format: jinja2 }`, `{ format: { kind: jinja2 } }`, `{ type: jinja2 }`. */
function formatOf(template: Json | undefined): string {
  if (typeof template === 'string') return template;
  if (!isObject(template ?? null) || !isObject(template)) return 'jinja2';
  const { format = template['type'] ?? template['kind'] ?? 'jinja2' } = template;
  return showValue(isObject(format) ? (format['kind'] ?? 'jinja2') : format);
}

/** Functions as the API has them, without what a program binds itself; of other tools their names. */
function readTools(written: Json): { readonly tools: readonly JsonObject[]; readonly others: readonly string[] } {
  const listed: readonly Json[] = Array.isArray(written) ? written : [];
  const tools: JsonObject[] = [];
  const others: string[] = [];
  for (const one of listed) {
    if (!isObject(one)) continue;
    const { kind = one['type'] ?? 'function', name = '', description, parameters = null, bindings = null } = one;
    // v1 has them as the API does.
    if (isObject(one['function'] ?? null)) tools.push(one);
    else if (kind !== 'function') others.push(showValue(name));
    else {
      const bound = Object.keys(isObject(bindings) ? bindings : {});
      const { schema } = readProperties(
        isObject(parameters) ? (parameters['properties'] ?? parameters) : parameters,
        bound,
      );
      const described = typeof description === 'string' ? { description } : {};
      tools.push({ type: 'function', function: { name, ...described, parameters: schema } });
    }
  }
  return { tools, others };
}
