import type { Engine } from './engine.ts';
import type { FindTemplate } from './jinja/render.ts';
import { readJinjaNames, renderJinja } from './jinja/render-jinja.ts';

/** Jinja, as jinja2 of Python has it by default. A name without a value is empty, as there. */
export const jinja: Engine = jinjaThat(false);

/** The same in an environment with `autoescape`: what is printed is escaped for HTML. */
export const escapingJinja: Engine = jinjaThat(true);

function jinjaThat(escapes: boolean): Engine {
  return {
    variables: (template, find) => namesOf(template, find).names,
    optional: (template, find) => namesOf(template, find).optional,
    show: (name) => `{{ ${name} }}`,
    fill(template, values, find, spacing) {
      const rendered = renderJinja(template, values, find, spacing, escapes);
      const unknown = namesOf(template, find).names.filter((name) => !Object.hasOwn(values, name));
      if (rendered.kind === 'rendered') return { text: rendered.text, unknown };
      const { why, line, template: other } = rendered.failure;
      return { text: template, unknown, failed: { why, line, ...(other !== undefined && { template: other }) } };
    },
  };
}

function namesOf(
  template: string,
  find?: FindTemplate,
): { readonly names: readonly string[]; readonly optional: readonly string[] } {
  const read = readJinjaNames(template, find);
  return read.kind === 'names' ? read : { names: [], optional: [] };
}
