import { z } from 'zod';
import type { GoldenCase } from '../../core/golden-case.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import { fillTemplate, lookUp } from '../../core/template/fill-template.ts';
import { memberPath } from './field-rules.ts';

/** What a reply is compared with, or what the case lacks. */
export type WantedJson =
  | { readonly kind: 'json'; readonly value: Container }
  | { readonly kind: 'lacks'; readonly why: string };

export type Container = JsonObject | readonly Json[];

/** A text that is one variable in braces and nothing else. */
const variable = /^\s*\{\{[ \t]*([\w.-]+)[ \t]*\}\}\s*$/u;

/** An object or a list as it is written, the text of one, or a variable of the case that holds either. Kept by its object. */
export const wantedJson = z.custom<Container | string>(
  (written) =>
    typeof written === 'string' ? variable.test(written) || parse(written) !== undefined : isContainer(written),
  { error: '"reference" is an object or a list, or a variable of the case that holds one, such as "{{expected}}"' },
);

/** The reference of a check with the case's variables in place; without one of its own, the case's. */
export function wantedFor(written: Container | string | undefined, golden: GoldenCase): WantedJson {
  if (written === undefined) {
    if (golden.reference === undefined)
      return { kind: 'lacks', why: 'there is nothing to compare with: give the check or the case a reference' };
    return read(golden.reference, 'the reference of the case');
  }
  if (typeof written !== 'string') return fill(written, golden.vars);
  const name = variable.exec(written)?.[1];
  if (name === undefined) return read(written, 'the reference');
  const value = lookUp(name, golden.vars);
  if (value === undefined)
    return { kind: 'lacks', why: `the case has no variable \`${name}\`, which is the reference` };
  return read(value, `the variable \`${name}\``);
}

function read(value: Json, what: string): WantedJson {
  const held = typeof value === 'string' ? parse(value) : value;
  return isContainer(held)
    ? { kind: 'json', value: held }
    : { kind: 'lacks', why: `${what} holds no JSON object or list` };
}

function fill(written: Container, vars: JsonObject): WantedJson {
  const unknown = new Set<string>();
  const filled = fillIn(written, vars, unknown);
  const [name] = unknown;
  if (name !== undefined)
    return { kind: 'lacks', why: `the reference names \`{{${name}}}\`, and the case has no such variable` };
  return read(filled, 'the reference');
}

/** A text that is a variable alone becomes its value, a number or a list too; elsewhere its text goes in. */
function fillIn(value: Json, vars: JsonObject, unknown: Set<string>): Json {
  if (typeof value === 'string') {
    if (!value.includes('{{')) return value;
    const name = variable.exec(value)?.[1];
    const whole = name === undefined ? undefined : lookUp(name, vars);
    if (whole !== undefined) return whole;
    const { text, unknown: names } = fillTemplate(value, vars);
    for (const one of names) unknown.add(one);
    return text;
  }
  if (isList(value)) return value.map((member) => fillIn(member, vars, unknown));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, fillIn(held, vars, unknown)]));
}

function parse(text: string): Container | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isContainer(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** All ways that lead to a part of a reference, and whether a way leads on into what a variable will hold. */
export function waysIn(reference: Container): { readonly ways: readonly string[]; isOpen: (way: string) => boolean } {
  const ways = new Set<string>();
  const open = new Set<string>();
  const visit = (value: Json, path: string): void => {
    if (path !== '') ways.add(path);
    if (typeof value === 'string' && variable.test(value)) open.add(path);
    if (isList(value)) for (const member of value) visit(member, `${path}[]`);
    else if (isObject(value)) for (const [key, held] of Object.entries(value)) visit(held, memberPath(path, key));
  };
  visit(reference, '');
  return { ways: [...ways], isOpen: (way) => [...open].some((one) => way.startsWith(one)) };
}
