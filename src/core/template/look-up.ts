import type { Json, JsonObject } from '../json.ts';

/**
 * The value a template's name stands for: the key of that very name, else the way through nested objects and
 * lists that its dots describe. Only what the values themselves hold counts, never what objects inherit.
 * @returns `undefined` where there is none.
 */
export function lookUp(name: string, values: JsonObject): Json | undefined {
  if (Object.hasOwn(values, name)) return values[name];
  if (!name.includes('.')) return undefined;
  let held: Json | undefined = values;
  for (const key of name.split('.')) {
    if (held === undefined || held === null || typeof held !== 'object') return undefined;
    held = isList(held) ? itemOf(held, key) : Object.hasOwn(held, key) ? held[key] : undefined;
  }
  return held;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function itemOf(list: readonly Json[], key: string): Json | undefined {
  return /^\d{1,9}$/u.test(key) ? list[Number(key)] : undefined;
}
