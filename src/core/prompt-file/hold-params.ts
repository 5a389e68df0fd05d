import type { Json, JsonObject } from '../json.ts';
import { isObject } from './is-object.ts';
import { knownParams } from './known-params.ts';

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
    else if (name === 'tools' && Array.isArray(value)) {
      const run = value.filter((tool) => isServed(tool));
      leftOut.push(...run.map((tool) => `tools (${isObject(tool) ? String(tool['type']) : 'unknown'})`));
      const own = value.filter((tool) => !isServed(tool));
      if (own.length > 0 || run.length === 0) kept.push([name, own]);
    } else kept.push([name, value]);
  }
  return { params: Object.fromEntries(kept), leftOut: [...new Set(leftOut)] };
}

/** A tool of another type than `function` is run by the service: it searches, fetches, or calls a server that it names. */
function isServed(tool: Json): boolean {
  return !isObject(tool) || (tool['type'] !== undefined && tool['type'] !== 'function');
}
