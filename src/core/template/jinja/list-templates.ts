import { bodiesOf } from './bodies-of.ts';
import type { Body, Expression } from './syntax.ts';

/**
 * Names by which a template takes in others, in order of first use: plain texts, in a list or on either side of an `if` too.
 * What is put together while it is rendered is not known before.
 */
export function listTemplates(body: Body): readonly string[] {
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
