import type { Json, JsonObject } from '../../../core/json.ts';
import type { Position, Problem } from '../../../core/problem.ts';
import type { PromptMessage } from '../../../core/prompt.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import type { EngineName } from '../../../core/template/engine.ts';

/** What a file of LangChain holds. */
export type Held = {
  readonly messages: readonly PromptMessage[];
  readonly engine: EngineName;
  /** Values that it brings. */
  readonly defaults: JsonObject;
  /** Variables that it does without. */
  readonly optional: readonly string[];
  /** Where its text stands. */
  readonly at: Position;
};

/** `other`: it is none, or holds more than what is in it. */
export type HeldRead =
  | { readonly kind: 'held'; readonly held: Held }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] }
  | { readonly kind: 'other' };

/** Its names for template languages, and what they are called here. */
const languages = { 'f-string': 'f-string', jinja2: 'jinja', mustache: 'mustache' } as const satisfies Record<
  string,
  EngineName
>;

/** The engine of a `template_format`; `undefined` for one that LangChain has not. */
export function engineOf(format: Json = 'f-string'): EngineName | undefined {
  return Object.entries(languages).find(([name]) => name === format)?.[1];
}

/** Values of `partial_variables`; `undefined` where a function of the program gives them. */
export function partialsOf(written: Json = null): JsonObject | undefined {
  if (written === null) return {};
  return isObject(written) && Object.values(written).every((value) => typeof value === 'string') ? written : undefined;
}

/** What no variable can fill and Python's `format` refuses, and its line: a brace that is neither doubled nor around a name. */
export function findLoneBrace(template: string): { readonly brace: string; readonly line: number } | undefined {
  const pieces = template.matchAll(/\{\{|\}\}|\{[A-Za-z_][^{}\n]*\}|\{[^{}\n]{0,40}\}?|\}/gu);
  const lone = Array.from(pieces).find(
    ([piece]) => piece !== '{{' && piece !== '}}' && !/^\{[A-Za-z_].*\}$/u.test(piece),
  );
  return lone && { brace: lone[0], line: template.slice(0, lone.index).split('\n').length };
}
