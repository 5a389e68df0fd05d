import type { JsonObject } from '../json.ts';

/** How the variables of a template are written and filled; the names that `templates` in the config takes. */
export const engineNames = ['mustache', 'f-string', 'string-template', 'percent', 'none'] as const;
export type EngineName = (typeof engineNames)[number];

/** A template with its variables in place; `unknown` are names without a value, left as they are written. */
export type Filled = { readonly text: string; readonly unknown: readonly string[] };

/** One way of writing variables into a text. Logic-less: what a value itself holds between markers is text. */
export type Engine = {
  /** Names that a template uses, in order of first use. */
  readonly variables: (template: string) => readonly string[];
  /** A variable as it is written in a template. */
  readonly show: (name: string) => string;
  readonly fill: (template: string, values: JsonObject) => Filled;
};
