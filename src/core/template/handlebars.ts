import type { Engine } from './engine.ts';
import { type HandlebarsNames, listHandlebarsNames } from './handlebars/list-names.ts';
import { parseHandlebars } from './handlebars/parse.ts';
import type { FindTemplate } from './jinja/render.ts';

/** Handlebars, with the helpers of Dotprompt. What is there to fill in is read here; the library fills it in, in the sandbox. */
export const handlebars: Engine = {
  variables: (template, find) => readHandlebarsNames(template, find).variables,
  optional: (template, find) => readHandlebarsNames(template, find).optional,
  show: (name) => `{{${name}}}`,
  fill: (template) => ({
    text: template,
    unknown: [],
    failed: { why: 'its template can only be rendered in the sandbox', line: 1 },
  }),
};

/** Names in a template; none where it cannot be read. */
export function readHandlebarsNames(template: string, find: FindTemplate = () => undefined): HandlebarsNames {
  const parsed = parseHandlebars(template);
  return parsed.kind === 'parsed'
    ? listHandlebarsNames(parsed.program, find)
    : { variables: [], optional: [], partials: [], foreign: [] };
}
