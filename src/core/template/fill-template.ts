import type { JsonObject } from '../json.ts';
import { lookUp } from './look-up.ts';
import { showValue } from './show-value.ts';

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
