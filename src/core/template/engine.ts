import type { JsonObject } from '../json.ts';
import type { Spacing } from './jinja/lex.ts';
import type { FindTemplate } from './jinja/render.ts';

/** How the variables of a template are written and filled; the names that `templates` in the config takes. */
export const engineNames = [
  'mustache',
  'jinja',
  'f-string',
  'string-template',
  'percent',
  'nunjucks',
  'handlebars',
  'none',
] as const;
export type EngineName = (typeof engineNames)[number];

/** A template with its variables in place; `unknown` are names without a value, left as they are written or empty. */
export type Filled = {
  readonly text: string;
  readonly unknown: readonly string[];
  /** The template cannot be rendered with these values; `text` is no request then. */
  readonly failed?: FillFailure;
};

export type FillFailure = {
  /** A clause without a full stop. */
  readonly why: string;
  /** Line of the template, from 1. */
  readonly line: number;
  /** Another template, included or extended, that the line is of. */
  readonly template?: string;
  /** What to do about it, where it is not the template that is at fault. */
  readonly fix?: string;
  /** What a message shows beside texts: pictures and the like are not sent. */
  readonly unsent?: true;
};

/**
 * One way of writing variables into a text. What a value itself holds between markers is text. `find` gives the text of
 * another template, where an engine has templates that take in others.
 */
export type Engine = {
  /** Names that a template uses, in order of first use. */
  readonly variables: (template: string, find?: FindTemplate) => readonly string[];
  /** Those of them that a template does without: it asks whether they are there, or has a value in their place. */
  readonly optional?: (template: string, find?: FindTemplate) => readonly string[];
  /** A variable as it is written in a template. */
  readonly show: (name: string) => string;
  readonly fill: (template: string, values: JsonObject, find?: FindTemplate, spacing?: Spacing) => Filled;
};
