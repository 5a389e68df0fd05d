import { z } from 'zod';
import type { Json, JsonObject } from '../../core/json.ts';

/** What an API makes of a parameter of chat completions. */
export type Mapped =
  /** The place in its body, parts divided by dots, and the value there; a value that has no form there is left out. */
  | { readonly at: string; readonly write?: (value: Json) => Json | undefined; readonly told?: string }
  /** It has no such parameter: left out, and said. */
  | { readonly none: string };

/** Parameters of chat completions by name. Those that are not in it go as they are. */
export type ParameterTable = Readonly<Record<string, Mapped>>;

/** The body that `params` make, and which of them have no place in it (`null`, as a refused parameter is told). */
export function mapParameters(
  params: JsonObject,
  table: ParameterTable,
): { readonly body: JsonObject; readonly left: JsonObject } {
  let body: JsonObject = {};
  const left: Record<string, null> = {};
  for (const [name, value] of Object.entries(params)) {
    const mapped = Object.hasOwn(table, name) ? table[name] : { at: name };
    if (mapped === undefined || 'none' in mapped) {
      left[name] = null;
      continue;
    }
    const written = mapped.write === undefined ? value : mapped.write(value);
    if (written === undefined) left[name] = null;
    else body = joinJson(body, nested(mapped.at.split('.'), written));
  }
  return { body, left };
}

function nested(steps: readonly string[], value: Json): JsonObject {
  const [last = '', ...outer] = steps.toReversed();
  return outer.reduce<JsonObject>((inside, step) => ({ [step]: inside }), { [last]: value });
}

/** `exact` over `held`; objects that meet are joined. */
export function joinJson(held: JsonObject, exact: JsonObject): JsonObject {
  const joined = Object.entries(exact).map(([name, value]): [string, Json] => {
    const before = held[name];
    return [name, isObject(before) && isObject(value) ? joinJson(before, value) : value];
  });
  return { ...held, ...Object.fromEntries(joined) };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What `names` of an API's dialect are, by its table. */
export function namesOf(table: ParameterTable): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, mapped]) => {
      if ('none' in mapped) return [];
      const steps = mapped.at.split('.');
      return [[name, [...new Set([steps[0] ?? '', steps.at(-1) ?? ''])]]];
    }),
  );
}

const json = z.json();
const called = z.looseObject({
  name: z.string(),
  description: z.string().optional(),
  parameters: z.record(z.string(), json).optional(),
  strict: z.boolean().nullish(),
});
const offered = z.object({ type: z.literal('function'), function: called });

/** A function that the model may call, as every API has it. */
export type FunctionTool = z.infer<typeof called>;

/** `tools` of chat completions: functions, and what is no such (a tool of the service itself), as it is. */
export function readTools(value: Json): readonly ({ readonly function: FunctionTool } | { readonly native: Json })[] {
  if (!Array.isArray(value)) return [{ native: value }];
  return value.map((tool: Json) => {
    const read = offered.safeParse(tool);
    return read.success ? { function: read.data.function } : { native: tool };
  });
}

const named = z.looseObject({ function: z.looseObject({ name: z.string() }) });

/** `tool_choice` of chat completions: a mode, or the function that must be called; undefined where it is neither. */
export function readToolChoice(value: Json): 'auto' | 'none' | 'required' | { readonly name: string } | undefined {
  if (value === 'auto' || value === 'none' || value === 'required') return value;
  const read = named.safeParse(value);
  return read.success ? { name: read.data.function.name } : undefined;
}

const format = z.union([
  z.object({ type: z.enum(['text', 'json_object']) }),
  z.object({
    type: z.literal('json_schema'),
    json_schema: z.looseObject({
      name: z.string().optional(),
      description: z.string().optional(),
      schema: z.record(z.string(), json).optional(),
      strict: z.boolean().nullish(),
    }),
  }),
]);

/** `response_format` of chat completions; undefined where it is none that is known. */
export function readFormat(value: Json): z.infer<typeof format> | undefined {
  return format.safeParse(value).data;
}

const efforts: ReadonlyMap<string, string> = new Map([
  ['minimal', 'low'],
  ...['low', 'medium', 'high', 'xhigh', 'max'].map((effort) => [effort, effort] as const),
]);

/** `reasoning_effort` of chat completions in the words of models by Anthropic. */
export function effortOf(value: Json): Json | undefined {
  return efforts.get(String(value));
}

/** `stop` of chat completions as a list. */
export function stopsOf(value: Json): Json {
  return Array.isArray(value) ? value : [value];
}
