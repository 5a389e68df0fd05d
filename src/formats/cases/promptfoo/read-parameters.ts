import { canonicalJson, type Json, type JsonObject } from '../../../core/json.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { readParams } from '../../../core/prompt-file/read-params.ts';
import { isTemplate } from './fill-value.ts';
import type { Part } from './part.ts';
import type { Config, NamedPrompt } from './read-config.ts';
import { namesFile, readFileValue } from './read-file-value.ts';
import type { SuiteReading } from './suite-reading.ts';

/** What the prompts of a config are asked with, each by what its own entry says and what the providers agree in. */
export type ConfigParameters = {
  readonly of: (prompt: NamedPrompt) => JsonObject;
  /** Names of what is taken from the providers. */
  readonly taken: readonly string[];
};

/**
 * Reads the parameters of the chat-completions API that a config writes under `config` of its providers and prompts.
 * Models are ours: a parameter is taken where all providers that set it agree. Addresses and keys are never read.
 */
export function readParameters({ root, path, prompts }: Config, reading: SuiteReading): ConfigParameters {
  const written = root.child('providers') ?? root.child('targets');
  const entries = written === undefined ? [] : Array.isArray(written.value) ? written.items() : [written];
  const each = entries.flatMap((entry) => configsOf(entry)).map((config) => paramsOf(config, path, reading));
  const { shared, disputed } = agreeIn(each);
  if (disputed.length > 0 && written !== undefined) {
    const names = disputed.map((name) => `\`${name}\``).join(', ');
    reading.notes.push({ text: `Providers differ in ${names}, which is not taken.`, at: written.at('key') });
  }
  const own = new Map(
    prompts.flatMap((prompt) =>
      prompt.config === undefined ? [] : [[prompt, paramsOf(prompt.config, path, reading)] as const],
    ),
  );
  return { of: (prompt) => ({ ...shared, ...own.get(prompt) }), taken: Object.keys(shared) };
}

/** What all that set a parameter agree in, and the names of the others. */
export function agreeIn(each: readonly JsonObject[]): {
  readonly shared: JsonObject;
  readonly disputed: readonly string[];
} {
  const names = [...new Set(each.flatMap((params) => Object.keys(params)))];
  const disputed = names.filter((name) => {
    const values = each.flatMap((params) => (Object.hasOwn(params, name) ? [canonicalJson(params[name] ?? null)] : []));
    return new Set(values).size > 1;
  });
  const said = each.flatMap((params) => Object.entries(params));
  return { shared: Object.fromEntries(said.filter(([name]) => !disputed.includes(name))), disputed };
}

/** `{ id, config }`, or the provider's id as the one key over them. */
function configsOf(entry: Part): readonly Part[] {
  const own = entry.child('config');
  if (own !== undefined) return [own];
  if (!isObject(entry.value) || entry.child('id') !== undefined) return [];
  return Object.keys(entry.value).flatMap((id) => entry.child(id)?.child('config') ?? []);
}

function paramsOf(config: Part, from: string, reading: SuiteReading): JsonObject {
  if (!isObject(config.value)) return {};
  const { passthrough = null } = config.value;
  const { params } = readParams({ ...config.value, ...(isObject(passthrough) && passthrough) });
  const { response_format: written, tools: _, ...plain } = params;
  const part = typeof written === 'string' ? config.child('response_format') : undefined;
  const [format = null] = part === undefined ? [written] : valuesOf(part, from, reading);
  const tools = toolsOf(config, from, reading);
  return { ...plain, ...(isObject(format) && { response_format: format }), ...(tools.length > 0 && { tools }) };
}

/** Functions that a model may call, as the chat-completions API takes them: under `tools`, or in the older way under `functions`. */
function toolsOf(config: Part, from: string, reading: SuiteReading): readonly Json[] {
  return ['tools', 'functions'].flatMap((key) => {
    const written = config.child(key);
    if (written === undefined) return [];
    const entries = Array.isArray(written.value) ? written.items() : [written];
    const values = entries.flatMap((entry) => valuesOf(entry, from, reading));
    return values.flatMap((value) => {
      const tool = toolIn(value);
      const why =
        tool === undefined
          ? 'is no function'
          : isTemplate(JSON.stringify(tool))
            ? 'has a template, which each test fills there'
            : undefined;
      if (why === undefined && tool !== undefined) return [tool];
      reading.notes.push({ text: `One of the \`${key}\` is not sent: it ${why}.`, at: written.at('key') });
      return [];
    });
  });
}

/** A value in place, or what the file holds that it names; a list one by one. */
function valuesOf(part: Part, from: string, reading: SuiteReading): readonly Json[] {
  if (typeof part.value !== 'string' || !namesFile(part.value)) return [part.value];
  const file = readFileValue(part.value, from, part.at(), reading);
  if (file.kind === 'not-run')
    reading.notes.push({ text: `\`${part.value}\` is not read: ${file.why}.`, at: part.at() });
  return file.kind === 'values' ? file.values.flatMap(({ value }) => value) : [];
}

/** A function in the API's form, from that of the responses API, the older one and Anthropic's as well. */
function toolIn(written: Json): JsonObject | undefined {
  if (!isObject(written)) return undefined;
  if (isObject(written['function'])) return { ...written, type: 'function' };
  const { name, description, parameters, input_schema: schema = parameters, strict } = written;
  if (typeof name !== 'string') return undefined;
  const declared = {
    name,
    ...(description !== undefined && { description }),
    ...(schema !== undefined && { parameters: schema }),
    ...(strict !== undefined && { strict }),
  };
  return { type: 'function', function: declared };
}
