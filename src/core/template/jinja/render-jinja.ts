import type { Json, JsonObject } from '../../json.ts';
import { TemplateFault } from './fault.ts';
import type { Spacing } from './lex.ts';
import { listNames, type TemplateNames } from './list-names.ts';
import { parse } from './parse.ts';
import { type FindTemplate, Rendering } from './render.ts';
import { type Body, bodiesOf, type Expression } from './syntax.ts';
import { dictOf } from './value.ts';

/** Why a template could not be rendered, and where. */
export type RenderFailure = {
  readonly kind: TemplateFault['kind'];
  /** A clause without a full stop. */
  readonly why: string;
  /** Line of the template, from 1. */
  readonly line: number;
  /** The included or extended template that the line is of; left out for the template itself. */
  readonly template?: string;
};

export type RenderedTemplate =
  | { readonly kind: 'rendered'; readonly text: string }
  | { readonly kind: 'failed'; readonly failure: RenderFailure };

const nothing: FindTemplate = () => undefined;

/**
 * Renders a template as Python's jinja2 3.1 does, with its defaults but for `spacing`. It reaches nothing but `values` and what `find` gives it;
 * its work, its output and its nesting are bounded by counts.
 * @param escapes what is printed is escaped for HTML, as in an environment with `autoescape`
 */
export function renderJinja(
  template: string,
  values: JsonObject,
  find: FindTemplate = nothing,
  spacing?: Spacing,
  escapes = false,
): RenderedTemplate {
  return guarded(() => {
    const text = new Rendering(find, spacing, escapes).run(parse(template, spacing), dictOf(values));
    return { kind: 'rendered', text };
  });
}

/** A value as Python's `str()` has it: `True`, `['a']`. */
export function showAsPython(value: Json): string {
  if (typeof value === 'string') return value;
  const shown = renderJinja('{{ value }}', { value });
  return shown.kind === 'rendered' ? shown.text : JSON.stringify(value);
}

/** Names that a template takes from outside; why it cannot be read where it cannot. */
export function readJinjaNames(
  template: string,
  find: FindTemplate = nothing,
): ({ readonly kind: 'names' } & TemplateNames) | Extract<RenderedTemplate, { kind: 'failed' }> {
  return guarded(() => {
    const names = listNames(parse(template), (name) => {
      const text = find(name);
      return text === undefined ? undefined : parse(text);
    });
    return { kind: 'names', ...names };
  });
}

/** Names of the templates that a template includes, extends or imports, as far as they stand in it; none where it cannot be read. */
export function readJinjaTemplates(template: string): readonly string[] {
  const read = guarded(() => ({ kind: 'names' as const, names: listTemplates(parse(template)) }));
  return read.kind === 'names' ? read.names : [];
}

/** What a template at fault ends with, where running it throws. */
export function guarded<T>(run: () => T): T | Extract<RenderedTemplate, { kind: 'failed' }> {
  try {
    return run();
  } catch (fault) {
    if (fault instanceof RangeError && /call stack/u.test(fault.message)) {
      return { kind: 'failed', failure: { kind: 'limit', why: 'it nests too deeply', line: 1 } };
    }
    if (!(fault instanceof TemplateFault)) throw fault;
    const { kind, message: why, line = 1, file } = fault;
    return { kind: 'failed', failure: { kind, why, line, ...(file !== undefined && { template: file }) } };
  }
}

/**
 * Names by which a template takes in others, in order of first use: plain texts, in a list or on either side of an `if` too.
 * What is put together while it is rendered is not known before.
 */
function listTemplates(body: Body): readonly string[] {
  const names = new Set<string>();
  const walk = (inner: Body): void => {
    for (const statement of inner) {
      if ('template' in statement) for (const name of textsIn(statement.template)) names.add(name);
      for (const one of bodiesOf(statement)) walk(one);
    }
  };
  walk(body);
  return [...names];
}

function textsIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'constant':
      return typeof expression.value === 'string' ? [expression.value] : [];
    case 'list':
    case 'tuple':
      return expression.items.flatMap(textsIn);
    case 'choice':
      return [expression.yes, ...(expression.no === undefined ? [] : [expression.no])].flatMap(textsIn);
    default:
      return [];
  }
}
