import type { JsonObject } from '../../../core/json.ts';
import type { Sandbox, SandboxScript } from '../../../core/ports.ts';

/** A filter of the team's own: a file that exports a function. */
export type TemplateFilter = { readonly name: string; readonly source: string };

/** What a template comes to, or why it cannot be rendered. */
export type Rendered =
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
