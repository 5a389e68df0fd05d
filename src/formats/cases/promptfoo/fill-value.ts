import type { Json, JsonObject } from '../../../core/json.ts';
import { lookUp } from '../../../core/template/look-up.ts';

/** A value with its variables in place, or why only promptfoo's own template engine could fill it. */
export type Filled<T extends Json> =
  | { readonly kind: 'filled'; readonly value: T }
  | { readonly kind: 'not-run'; readonly why: string };

/** A variable by its name, or the way to it: what a Nunjucks template and a logic-less one mean alike. */
const placeholder = /\{\{[ \t]*([A-Za-z_$][\w$]*(?:\.[A-Za-z_$\d][\w$]*)*)[ \t]*\}\}/gu;

/** Whether a text has anything to fill in. */
function isTemplate(text: string): boolean {
  return /\{[{%#]/u.test(text);
}

/** Fills `{{name}}` from the vars, once: what a value holds itself is text. Filters, calls and tags are refused. */
export function fillText(text: string, vars: JsonObject): Filled<string> {
  if (!isTemplate(text)) return { kind: 'filled', value: text };
  if (isTemplate(text.replaceAll(placeholder, ''))) {
    return { kind: 'not-run', why: 'it has a template that does more than to name variables' };
  }
  const unknown = new Set<string>();
  const value = text.replaceAll(placeholder, (_, name: string) => {
    const held = lookUp(name, vars);
    if (typeof held === 'string' || typeof held === 'number' || typeof held === 'boolean') return String(held);
    unknown.add(name);
    return '';
  });
  if (unknown.size === 0) return { kind: 'filled', value };
  return { kind: 'not-run', why: `no var gives a text for ${[...unknown].map((name) => `{{${name}}}`).join(', ')}` };
}

/** Fills the texts of a value: itself, or the items of a list. Maps are taken as they are, as promptfoo does. */
export function fillValue(value: Json, vars: JsonObject): Filled<Json> {
  if (typeof value === 'string') return fillText(value, vars);
  if (!isList(value)) return { kind: 'filled', value };
  const filled: Json[] = [];
  for (const item of value) {
    const one = typeof item === 'string' ? fillText(item, vars) : { kind: 'filled' as const, value: item };
    if (one.kind === 'not-run') return one;
    filled.push(one.value);
  }
  return { kind: 'filled', value: filled };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
