import type { Engine, EngineName } from './engine.ts';
import { fString } from './f-string.ts';
import { fillTemplate, listVariables } from './fill-template.ts';
import { handlebars } from './handlebars.ts';
import { jinja } from './jinja.ts';
import { nunjucks } from './nunjucks.ts';
import { percent } from './percent.ts';
import { stringTemplate } from './string-template.ts';

/** Every engine by its name. */
export const engines = {
  /** `{{name}}` */
  mustache: { variables: listVariables, show: (name) => `{{${name}}}`, fill: fillTemplate },
  /** Python's jinja2 */
  jinja,
  /** `{name}`, as Python's `str.format` and f-strings have it */
  'f-string': fString,
  /** `$name` and `${name}`, as Python's `string.Template` and JavaScript have them */
  'string-template': stringTemplate,
  /** `%(name)s`, as Python's `%` has it */
  percent,
  /** What promptfoo fills prompts with */
  nunjucks,
  /** Handlebars, as Dotprompt has it */
  handlebars,
  /** The text is sent as it is. */
  none: { variables: () => [], show: (name) => name, fill: (text) => ({ text, unknown: [] }) },
} as const satisfies Record<EngineName, Engine>;
