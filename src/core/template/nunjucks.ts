import type { Json } from '../json.ts';
import type { Engine, Filled } from './engine.ts';
import { listVariables, lookUp } from './fill-template.ts';
import { readJinjaNames } from './jinja/render-jinja.ts';

const placeholder = /\{\{-?\s*([A-Za-z_$][\w$]*(?:\.[A-Za-z_$\d][\w$]*)*)\s*-?\}\}/gu;

/**
 * Nunjucks, as promptfoo fills its prompts. Names alone are filled here; a template that does more (`needsNunjucks`) is
 * Nunjucks' own to render, in the sandbox.
 */
export const nunjucks: Engine = {
  variables: namesOf,
  show: (name) => `{{ ${name} }}`,
  fill(template, values): Filled {
    if (needsNunjucks(template)) {
      return {
        text: template,
        unknown: [],
        failed: { why: 'its template can only be rendered in the sandbox', line: 1 },
      };
    }
    const unknown = new Set<string>();
    const text = template.replaceAll(placeholder, (_, name: string) => {
      const value = lookUp(name, values);
      if (value === undefined) unknown.add(name);
      return writtenByNunjucks(value);
    });
    return { text, unknown: [...unknown] };
  },
};

/** Whether a template does more than to name variables. */
export function needsNunjucks(template: string): boolean {
  return /\{[{%#]/u.test(template.replaceAll(placeholder, '')) || /\{\{-|-\}\}/u.test(template);
}

/** What Nunjucks writes for a value that stands alone between braces: of a list its items, of a map nothing that helps. */
export function writtenByNunjucks(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (isList(value)) return value.map(writtenByNunjucks).join(',');
  return typeof value === 'object' ? '[object Object]' : String(value);
}

/** Names, as far as the template reads as Jinja too, which it mostly does. */
function namesOf(template: string): readonly string[] {
  const read = readJinjaNames(template);
  return read.kind === 'names' ? read.names : listVariables(template);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
