import type { Json, JsonObject } from '../json.ts';
import { partOf, showPart } from '../parts/part-value.ts';

/** A name between double braces, with or without spaces around it: the one construct plain templates have. */
const placeholder = /\{\{[ \t]*([\w.-]+)[ \t]*\}\}/gu;

/** Names that a template uses, in order of first use. */
export function listVariables(template: string): readonly string[] {
  return [...new Set(Array.from(template.matchAll(placeholder), (match) => match[1] ?? ''))];
}

/**
 * Fills `{{name}}` in one pass: what a value itself holds between braces is text. Texts go in as they are,
 * numbers and booleans plainly, lists, objects and null as JSON. Unknown names stay as written and are returned.
 */
export function fillTemplate(
  template: string,
  values: JsonObject,
): { readonly text: string; readonly unknown: readonly string[] } {
  const unknown = new Set<string>();
  const text = template.replace(placeholder, (written: string, name: string) => {
    const value = lookUp(name, values);
    if (value !== undefined) return showValue(value);
    unknown.add(name);
    return written;
  });
  return { text, unknown: [...unknown] };
}

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

/** A value as a template shows it: a text as it is, a part by its name, all else as JSON. */
export function showValue(value: Json | undefined): string {
  const part = partOf(value);
  if (part !== undefined) return showPart(part);
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** Variables of a case that are shown. */
const mostVars = 6;

/** What a case asks, by its values: of a single text that, else each with its name. */
export function showValues(vars: Readonly<JsonObject>): string {
  const [only, ...others] = Object.values(vars);
  if (typeof only === 'string' && others.length === 0) return only;
  return Object.entries(vars)
    .slice(0, mostVars)
    .map(([name, value]) => `${name}: ${showValue(value)}`)
    .join(' · ');
}
