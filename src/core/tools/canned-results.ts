import type { Json, JsonObject } from '../json.ts';
import type { ToolCall } from '../reply.ts';
import { argumentsOf, countDemands, includesJson } from './call-arguments.ts';

/** What a tool answers in a case. `when`: to calls with these among their arguments; absent: to any call of it. */
export type CannedResult = { readonly when?: JsonObject; readonly returns: Json };

/** The results of a case by the tool's name. */
export type CannedTools = Readonly<Record<string, readonly CannedResult[]>>;

/** Replies of a model to one message, the calls of tools among them, where a case does not say. */
export const usualSteps = 8;

/**
 * Replies to one message that a case takes, usually and at most. Usually: one call after another of the first tools it has results
 * for, and the answer in words.
 */
export function stepsOf({ tools, maxSteps = usualSteps }: StepsAsked): {
  readonly usual: number;
  readonly most: number;
} {
  if (tools === undefined) return { usual: 1, most: 1 };
  return { usual: Math.min(maxSteps, 1 + Math.min(2, Math.max(1, Object.keys(tools).length))), most: maxSteps };
}

type StepsAsked = { readonly tools?: CannedTools; readonly maxSteps?: number };

/**
 * What a case has the tool answer to a call, as it is sent: a text as it is, all else as JSON. Of several results that fit the one
 * counts that names most of the arguments, of equals the first. Undefined where none fits.
 */
export function cannedResult(tools: CannedTools, call: ToolCall): string | undefined {
  const results = Object.hasOwn(tools, call.name) ? (tools[call.name] ?? []) : [];
  const given = argumentsOf(call);
  let best: { readonly result: CannedResult; readonly names: number } | undefined;
  for (const result of results) {
    const { when } = result;
    if (when !== undefined && (given === undefined || !includesJson(given, when))) continue;
    const names = when === undefined ? -1 : countDemands(when);
    if (best === undefined || names > best.names) best = { result, names };
  }
  if (best === undefined) return undefined;
  const { returns } = best.result;
  return typeof returns === 'string' ? returns : JSON.stringify(returns);
}

/** Texts of arguments that are longer differ from reply to reply: what a result hangs on is seldom among them. */
const longestText = 60;

/** What to paste into a case so that these calls are answered: YAML, its results to be filled in. */
export function stubFor(calls: readonly ToolCall[]): string {
  const tools = [...byTool(calls)].map(([name, held]) => {
    const results = held.map((call) => {
      const when = whenOf(call);
      const returns = 'returns: {} # what the tool answers';
      return when === undefined ? `    - ${returns}` : `    - when: ${spaced(when)}\n      ${returns}`;
    });
    return `  ${nameInYaml(name)}:\n${results.join('\n')}`;
  });
  return `tools:\n${tools.join('\n')}`;
}

/** The same on one line. */
export function stubOnLine(calls: readonly ToolCall[]): string {
  const tools = [...byTool(calls)].map(([name, held]) => {
    const results = held
      .map(whenOf)
      .map((when) => `{ ${when === undefined ? '' : `when: ${spaced(when)}, `}returns: {} }`);
    return `${nameInYaml(name)}: [${results.join(', ')}]`;
  });
  return `tools: { ${tools.join(', ')} }`;
}

/** Calls that lack different results, by their tool. */
function byTool(calls: readonly ToolCall[]): ReadonlyMap<string, readonly ToolCall[]> {
  const once = new Map(calls.map((call) => [JSON.stringify([call.name, whenOf(call)]), call]));
  return Map.groupBy(once.values(), ({ name }) => name);
}

function nameInYaml(name: string): string {
  return /^[A-Za-z_][\w-]*$/u.test(name) ? name : JSON.stringify(name);
}

/** The arguments of a call that a result may hang on; undefined where there are none. */
function whenOf(call: ToolCall): JsonObject | undefined {
  const given = argumentsOf(call);
  if (typeof given !== 'object' || given === null || isList(given)) return undefined;
  const telling = Object.entries(given).filter(([, value]) => JSON.stringify(value).length <= longestText + 2);
  return telling.length === 0 ? undefined : Object.fromEntries(telling);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** JSON with the spaces that YAML wants in a flow. */
function spaced(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(spaced).join(', ')}]`;
  const members = Object.entries(value).map(([key, held]) => `${JSON.stringify(key)}: ${spaced(held)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
