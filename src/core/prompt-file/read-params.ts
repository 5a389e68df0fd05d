import type { Json, JsonObject } from '../json.ts';
import { suggestNearest } from '../suggest-nearest.ts';
import { isObject } from './is-object.ts';

/** Beside the known ones: tools as an older form of the API names them. */
const older: readonly string[] = ['functions', 'function_call'];

/** Parameters that are sent, and the names of those that are not. */
export type HeldParams = { readonly params: JsonObject; readonly leftOut: readonly string[] };

/**
 * Of the parameters that a pull request can set, those that shape a reply. Others (`models`, `service_tier`, `base_url`,
 * `extra_headers`, `plugins` …) can ask another model, at another price or place: they need a word of the base branch. So
 * do tools that the service itself would run, such as `{ type: mcp }`.
 * @param allowed the base config's `allowed-params`
 */
export function holdParams(params: JsonObject, allowed: readonly string[] = []): HeldParams {
  const kept: [string, Json][] = [];
  const leftOut: string[] = [];
  for (const [name, value] of Object.entries(params)) {
    if (allowed.includes(name)) kept.push([name, value]);
    else if (![...knownParams, ...older].includes(name)) leftOut.push(name);
    else if (name === 'tools') {
      const tools = Array.isArray(value) ? value : [value];
      const run = tools.filter((tool) => !isFunction(tool));
      leftOut.push(...run.map((tool) => `tools (${nameOfServed(tool)})`));
      const own = tools.filter(isFunction);
      if (own.length > 0 || run.length === 0) kept.push([name, own]);
    } else kept.push([name, value]);
  }
  return { params: Object.fromEntries(kept), leftOut: [...new Set(leftOut)] };
}

/** Keys of a function that is written without a type, as Anthropic's API has it. */
const ofFunction: ReadonlySet<string> = new Set([
  'name',
  'description',
  'parameters',
  'input_schema',
  'strict',
  'cache_control',
]);

/**
 * Whether a tool is a function that the application answers. All else the service runs itself, by whatever key its API names it: it
 * searches, fetches, runs code, or calls a server that the tool names.
 */
function isFunction(tool: Json): boolean {
  if (!isObject(tool)) return false;
  const { type, function: nested = null } = tool;
  if (type !== undefined && type !== 'function') return false;
  if (isObject(nested)) return typeof nested['name'] === 'string';
  if (typeof tool['name'] !== 'string') return false;
  return type === 'function' || Object.keys(tool).every((key) => ofFunction.has(key));
}

function nameOfServed(tool: Json): string {
  if (!isObject(tool)) return 'unknown';
  const { type } = tool;
  return typeof type === 'string' && type !== 'function'
    ? type
    : (Object.keys(tool).find((key) => key !== 'type') ?? 'unknown');
}

/**
 * Parameters of the chat-completions API (and those that compatible services add to it) which shape a reply and nothing
 * else: not whom is asked, what it costs by another tariff, what the service keeps, or what it reaches out to.
 * How replies are delivered (`stream`, `n`) is not the prompt's to say.
 */
export const knownParams = [
  'temperature',
  'top_p',
  'top_k',
  'min_p',
  'max_tokens',
  'max_completion_tokens',
  'frequency_penalty',
  'presence_penalty',
  'repetition_penalty',
  'seed',
  'stop',
  'logit_bias',
  'response_format',
  'tools',
  'tool_choice',
  'parallel_tool_calls',
  'reasoning',
  'reasoning_effort',
  'thinking',
  'verbosity',
] as const;

/** Where a file keeps parameters apart from its other keys. */
const groups = ['params', 'parameters', 'modelParameters', 'model_parameters'] as const;

const delivery = ['stream', 'stream_options', 'n'] as const;

/** Parameters as the API names them, and keys that look like a mistyped one. */
type ParamsRead = {
  readonly params: JsonObject;
  readonly doubtful: readonly { readonly key: string; readonly meant: string }[];
};

/**
 * The parameters among a file's top-level keys: the known ones by either spelling (`max_tokens`, `maxTokens`), and
 * everything in a group such as `params`. Other keys (title, author …) are the file's own.
 */
export function readParams(file: JsonObject): ParamsRead {
  const params: [string, Json][] = [];
  const doubtful: { key: string; meant: string }[] = [];
  for (const [key, value] of Object.entries(file)) {
    if (value === null) continue;
    if (groups.some((group) => group === key) && isObject(value)) {
      params.push(...Object.entries(nameParams(value)));
    } else if (knownParams.some((name) => name === toApiName(key))) params.push([toApiName(key), value]);
    else {
      const meant = suggestNearest(key, knownParams);
      if (meant !== undefined && key.length > 3) doubtful.push({ key, meant });
    }
  }
  return { params: Object.fromEntries(params), doubtful };
}

/** A group of parameters under the API's names (`topP` is `top_p`), without empty ones and without how replies are delivered. */
export function nameParams(written: JsonObject): JsonObject {
  const named = Object.entries(written).map(([key, value]) => [toApiName(key), value] as const);
  return Object.fromEntries(named.filter(([key, value]) => value !== null && !delivery.some((one) => one === key)));
}

function toApiName(key: string): string {
  return key.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
