import type { Json, JsonObject } from '../../../core/json.ts';
import type { Sandbox, SandboxScript } from '../../../core/ports.ts';
import { writtenByNunjucks } from '../../../core/template/nunjucks.ts';
import type { SuiteReading } from './suite-reading.ts';

/** A value with its variables in place, or why only promptfoo's own template engine could fill it. */
export type Filled<T extends Json> =
  | { readonly kind: 'filled'; readonly value: T }
  | { readonly kind: 'not-run'; readonly why: string };

type Templates = Pick<SuiteReading, 'sandbox' | 'filters'>;

/** A variable by its name alone: what a Nunjucks template and a logic-less one mean alike. */
const placeholder = /\{\{[ \t]*([A-Za-z_$][\w$]*)[ \t]*\}\}/gu;

/** Whether a text has anything to fill in. */
export function isTemplate(text: string): boolean {
  return /\{[{%#]/u.test(text);
}

/** Fills a template from the vars, once: what a value holds itself is text. Only what does more than to name variables is rendered. */
export function fillText(text: string, vars: JsonObject, templates: Templates): Filled<string> {
  if (!isTemplate(text)) return { kind: 'filled', value: text };
  const names = [...text.matchAll(placeholder)].map(([, name = '']) => name);
  // `env` is a name of the engine's own.
  if (isTemplate(text.replaceAll(placeholder, '')) || names.includes('env'))
    return renderTemplate(text, vars, templates);
  const value = text.replaceAll(placeholder, (_, name: string) =>
    writtenByNunjucks(Object.hasOwn(vars, name) ? vars[name] : undefined),
  );
  return { kind: 'filled', value };
}

/** Fills the texts of a value: itself, or the items of a list. Maps are taken as they are, as promptfoo does. */
export function fillValue(value: Json, vars: JsonObject, templates: Templates): Filled<Json> {
  if (typeof value === 'string') return fillText(value, vars, templates);
  if (!isList(value)) return { kind: 'filled', value };
  const filled: Json[] = [];
  for (const item of value) {
    const one = typeof item === 'string' ? fillText(item, vars, templates) : { kind: 'filled' as const, value: item };
    if (one.kind === 'not-run') return one;
    filled.push(one.value);
  }
  return { kind: 'filled', value: filled };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** A filter of the team's own: a file that exports a function. */
export type TemplateFilter = { readonly name: string; readonly source: string };

/** What a template comes to, or why it cannot be rendered. */
type Rendered =
  | { readonly kind: 'filled'; readonly value: string }
  | { readonly kind: 'not-run'; readonly why: string };

/** Renders a Nunjucks template as promptfoo does, in the sandbox: nothing is escaped, what is unset is empty. */
export function renderTemplate(
  text: string,
  vars: JsonObject,
  { sandbox, filters }: { readonly sandbox?: Sandbox; readonly filters: readonly TemplateFilter[] },
): Rendered {
  if (sandbox === undefined) return { kind: 'not-run', why: 'it has a template that does more than to name variables' };
  const made = sandbox.run(engine(filters), [text, vars]);
  if (made.kind === 'failed') {
    // Nunjucks says first where, which is nowhere here, and what in the last line.
    const what = made.why
      .split('\n')
      .at(-1)
      ?.trim()
      .replace(/^Error: /u, '');
    return { kind: 'not-run', why: `its template cannot be rendered: ${what}` };
  }
  return typeof made.value === 'string'
    ? { kind: 'filled', value: made.value }
    : { kind: 'not-run', why: 'its template comes to no text' };
}

function engine(filters: readonly TemplateFilter[]): SandboxScript {
  const own = filters.map(({ name, source }) => {
    const exported = `((module) => { const exports = module.exports; ${source}\n; return module.exports; })({ exports: {} })`;
    return `env.addFilter(${JSON.stringify(name)}, ${exported});`;
  });
  const source = `(() => {
    const env = new nunjucks.Environment(null, { autoescape: false });
    env.addGlobal('env', {});
    env.addFilter('load', (text) => JSON.parse(text));
    ${own.join('\n')}
    return (text, vars) => env.renderString(text, vars);
  })()`;
  return { name: 'template', source, form: 'function', library: 'nunjucks' };
}
