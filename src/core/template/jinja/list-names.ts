import { MOST_NESTED } from './budget.ts';
import {
  type Body,
  bodiesOf,
  type Callee,
  type Expression,
  type Given,
  type Statement,
  type Target,
} from './syntax.ts';

/** Names that every template knows. */
const known = ['range', 'dict', 'namespace', 'joiner', 'cycler', 'lipsum', 'self', 'super'];

/** Of the template `name`, parsed; `undefined` where it is not there. */
export type FindBody = (name: string) => Body | undefined;

export type TemplateNames = {
  readonly names: readonly string[];
  /** Those that the template only asks about, or has another value for. */
  readonly optional: readonly string[];
};

/**
 * Names that a template takes from outside, in order of first use: those it reads before it defines them itself. Templates
 * that it names by a plain text are gone through too.
 */
export function listNames(body: Body, find: FindBody): TemplateNames {
  const names = new Set<string>();
  const needed = new Set<string>();
  const open = new Set<string>();

  const within = (inner: Body, declared: ReadonlySet<string>, more: readonly string[] = []): void => {
    const all = new Set([...declared, ...more]);
    for (const statement of inner) walk(statement, all);
  };

  const follow = (template: Expression, declared: ReadonlySet<string>): void => {
    read(template, declared);
    if (template.kind !== 'constant' || typeof template.value !== 'string' || open.has(template.value)) return;
    const other = open.size < MOST_NESTED ? find(template.value) : undefined;
    if (other === undefined) return;
    open.add(template.value);
    within(other, declared);
    open.delete(template.value);
  };

  const callee = ({ parameters, body: inner }: Callee, declared: ReadonlySet<string>): void => {
    for (const { fallback } of parameters) if (fallback !== undefined) read(fallback, declared);
    within(inner, declared, ['varargs', 'kwargs', 'caller', ...parameters.map(({ name }) => name)]);
  };

  const walk = (statement: Statement, declared: Set<string>): void => {
    switch (statement.kind) {
      case 'text':
      case 'break':
      case 'continue':
        return;
      case 'print':
      case 'do':
        read(statement.value, declared);
        return;
      case 'if': {
        for (const { test } of statement.branches) read(test, declared, 'asked');
        // What every branch may set is set afterwards, as Jinja has no scope of its own for `if`.
        for (const inner of bodiesOf(statement)) for (const one of inner) walk(one, declared);
        return;
      }
      case 'for': {
        read(statement.over, declared);
        const targets = targetNames(statement.target);
        if (statement.test !== undefined) read(statement.test, new Set([...declared, ...targets]));
        within(statement.body, declared, ['loop', ...targets]);
        within(statement.otherwise, declared);
        return;
      }
      case 'set':
        read(statement.value, declared);
        declare(statement.target, declared);
        return;
      case 'capture':
        within(statement.body, declared);
        if (statement.filter !== undefined) read(statement.filter, declared);
        declare(statement.target, declared);
        return;
      case 'macro':
        declared.add(statement.name);
        callee(statement, declared);
        return;
      case 'call':
        read(statement.of, declared);
        callee(statement, declared);
        return;
      case 'filter':
        read(statement.filter, declared);
        within(statement.body, declared);
        return;
      case 'block':
      case 'group':
        within(statement.body, declared);
        return;
      case 'extends':
      case 'include':
        follow(statement.template, declared);
        return;
      case 'import':
        follow(statement.template, declared);
        declared.add(statement.as);
        return;
      case 'from':
        follow(statement.template, declared);
        for (const [, as] of statement.names) declared.add(as);
        return;
      case 'with':
        for (const [, value] of statement.values) read(value, declared);
        within(
          statement.body,
          declared,
          statement.values.flatMap(([target]) => targetNames(target)),
        );
    }
  };

  const asked = new Set<string>();
  const read = (expression: Expression, declared: ReadonlySet<string>, by?: 'asked'): void => {
    if (expression.kind === 'name') {
      if (declared.has(expression.name)) return;
      names.add(expression.name);
      // `{% if x %}{{ x }}{% endif %}` does without it too.
      if (by === 'asked') asked.add(expression.name);
      else if (!asked.has(expression.name)) needed.add(expression.name);
      return;
    }
    const [first, ...others] = partsOf(expression);
    if (first !== undefined) read(first, declared, asksOnly(expression, by) ? 'asked' : undefined);
    for (const part of others)
      read(part, declared, asksOnly(expression, by) && !('given' in expression) ? 'asked' : undefined);
  };

  within(body, new Set(known));
  return { names: [...names], optional: [...names].filter((name) => !needed.has(name)) };
}

function declare(target: Target, declared: Set<string>): void {
  for (const name of targetNames(target)) declared.add(name);
}

function targetNames(target: Target): readonly string[] {
  if (target.kind === 'name') return [target.name];
  return target.kind === 'tuple' ? target.targets.flatMap(targetNames) : [];
}

/** Whether an expression does with its parts what works without a value. */
function asksOnly(expression: Expression, by: 'asked' | undefined): boolean {
  switch (expression.kind) {
    case 'filter':
      return expression.name === 'default' || expression.name === 'd';
    case 'test':
    case 'or':
      return true;
    case 'and':
    case 'not':
    case 'choice':
      return by === 'asked' || expression.kind === 'choice';
    default:
      return false;
  }
}

/** The expressions that an expression is made of. */
function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'constant':
    case 'float':
    case 'name':
      return [];
    case 'attribute':
    case 'sign':
    case 'not':
      return [expression.of];
    case 'item':
      return [expression.of, expression.key];
    case 'slice':
      return [expression.of, ...expression.bounds.filter((bound) => bound !== undefined)];
    case 'call':
    case 'filter':
    case 'test':
      return [...(expression.of === undefined ? [] : [expression.of]), ...givenParts(expression.given)];
    case 'list':
    case 'tuple':
    case 'join':
      return expression.items;
    case 'dict':
      return expression.entries.flat();
    case 'arithmetic':
    case 'and':
    case 'or':
      return [expression.left, expression.right];
    case 'compare':
      return [expression.first, ...expression.rest.map(([, part]) => part)];
    case 'choice':
      return [expression.test, expression.yes, ...(expression.no === undefined ? [] : [expression.no])];
  }
}

function givenParts({ args, named, rest, namedRest }: Given): readonly Expression[] {
  return [...args, ...named.map(([, part]) => part), ...[rest, namedRest].filter((part) => part !== undefined)];
}
