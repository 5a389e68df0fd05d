import { Arguments } from './arguments.ts';
import { calculate, numberFrom } from './arithmetic.ts';
import { attributeOf, itemOf, sliceOf } from './attributes.ts';
import type { Budget } from './budget.ts';
import { chosen, mapped } from './choose-items.ts';
import { areEqual, contains, demand, isTruthy, itemsOf, numberOf, order } from './compare.ts';
import { fail, TemplateFault } from './fault.ts';
import { listFilters } from './list-filters.ts';
import { numberFilters } from './number-filters.ts';
import type { Scope } from './scope.ts';
import { show } from './show.ts';
import type { Expression, Given } from './syntax.ts';
import { tests } from './tests.ts';
import { textFilters } from './text-filters.ts';
import type { Tools } from './tool.ts';
import { type Call, Callable, Dict, Fields, Float, Tuple, typeName, Undefined, type Value } from './value.ts';

const filters = { ...textFilters, ...listFilters, ...numberFilters };
const choosing = ['select', 'reject', 'selectattr', 'rejectattr'];

/** Filters, tests and calls of one rendering. */
export function createTools(budget: Budget): Tools {
  const tools: Tools = {
    budget,
    filter(name, value, call) {
      budget.step();
      if (choosing.includes(name)) return chosen(name, value, call, tools);
      if (name === 'map') return mapped(value, call, tools);
      const found = Object.hasOwn(filters, name) ? filters[name] : undefined;
      if (found === undefined) return fail(`there is no filter \`${name}\` in Jinja itself`);
      return found.run(value, new Arguments(name, call, found.parameters), tools);
    },
    test(name, value, call) {
      budget.step();
      if (name === 'filter')
        return typeof value === 'string' && (Object.hasOwn(filters, value) || choosing.includes(value));
      if (name === 'test') return typeof value === 'string' && Object.hasOwn(tests, value);
      const found = Object.hasOwn(tests, name) ? tests[name] : undefined;
      if (found === undefined) return fail(`there is no test \`${name}\` in Jinja itself`);
      return found.run(value, new Arguments(name, call, found.parameters), tools);
    },
    call(callee, call) {
      budget.step();
      demand(callee);
      if (callee instanceof Callable) return callee.call(call);
      if (callee instanceof Fields && callee.call !== undefined) return callee.call(call);
      return fail(`a ${typeName(callee)} cannot be called`);
    },
  };
  return tools;
}

/** The value of an expression. @throws TemplateFault with the line it is in */
export function evaluate(expression: Expression, scope: Scope, tools: Tools): Value {
  tools.budget.step();
  try {
    return compute(expression, scope, tools);
  } catch (fault) {
    if (fault instanceof TemplateFault) fault.line ??= expression.line;
    throw fault;
  }
}

function compute(expression: Expression, scope: Scope, tools: Tools): Value {
  const { budget } = tools;
  const inner = (part: Expression): Value => evaluate(part, scope, tools);
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'float':
      return new Float(expression.value);
    case 'name':
      return scope.get(expression.name);
    case 'attribute':
      return attributeOf(inner(expression.of), expression.name, budget);
    case 'item':
      return itemOf(inner(expression.of), inner(expression.key), budget);
    case 'slice': {
      const bounds = expression.bounds.map((bound) => (bound === undefined ? undefined : inner(bound)));
      return sliceOf(inner(expression.of), bounds, budget);
    }
    case 'call':
      return tools.call(inner(expression.of), evaluateGiven(expression.given, scope, tools));
    case 'filter': {
      const of = expression.of === undefined ? '' : inner(expression.of);
      return tools.filter(expression.name, of, evaluateGiven(expression.given, scope, tools));
    }
    case 'test':
      return tools.test(expression.name, inner(expression.of), evaluateGiven(expression.given, scope, tools));
    case 'list':
      return expression.items.map(inner);
    case 'tuple':
      return new Tuple(expression.items.map(inner));
    case 'join': {
      const texts = expression.items.map((item) => show(inner(item), budget));
      budget.make(texts.reduce((sum, text) => sum + text.length, 0));
      return texts.join('');
    }
    case 'dict':
      return Dict.of(expression.entries.map(([key, held]) => [inner(key), inner(held)] as const));
    case 'sign': {
      const of = demand(inner(expression.of));
      const number = numberOf(of) ?? fail(`a ${typeName(of)} has no sign`);
      return numberFrom(expression.sign === '-' ? -number : number, !(of instanceof Float));
    }
    case 'arithmetic':
      return calculate(expression.sign, inner(expression.left), inner(expression.right), budget);
    case 'compare':
      return compareChain(expression, inner, budget);
    case 'not':
      return !isTruthy(inner(expression.of));
    case 'and': {
      const left = inner(expression.left);
      return isTruthy(left) ? inner(expression.right) : left;
    }
    case 'or': {
      const left = inner(expression.left);
      return isTruthy(left) ? left : inner(expression.right);
    }
    case 'choice':
      if (isTruthy(inner(expression.test))) return inner(expression.yes);
      if (expression.no !== undefined) return inner(expression.no);
      return new Undefined('the inline `if` is false and has no `else`');
  }
}

function compareChain(
  { first, rest }: Extract<Expression, { readonly kind: 'compare' }>,
  inner: (part: Expression) => Value,
  budget: Budget,
): boolean {
  let left = inner(first);
  for (const [sign, part] of rest) {
    const right = inner(part);
    if (!holds(sign, left, right, budget)) return false;
    left = right;
  }
  return true;
}

function holds(sign: string, left: Value, right: Value, budget: Budget): boolean {
  switch (sign) {
    case '==':
      return areEqual(left, right, budget);
    case '!=':
      return !areEqual(left, right, budget);
    case 'in':
      return contains(right, left, budget);
    case 'not in':
      return !contains(right, left, budget);
    case '<':
      return order(left, right, budget) < 0;
    case '<=':
      return order(left, right, budget) <= 0;
    case '>':
      return order(left, right, budget) > 0;
    default:
      return order(left, right, budget) >= 0;
  }
}

export function evaluateGiven({ args, named, rest, namedRest }: Given, scope: Scope, tools: Tools): Call {
  const inner = (part: Expression): Value => evaluate(part, scope, tools);
  const values = args.map(inner);
  const byName = new Map(named.map(([name, part]) => [name, inner(part)] as const));
  if (rest !== undefined) values.push(...itemsOf(demand(inner(rest)), tools.budget));
  if (namedRest !== undefined) {
    const more = demand(inner(namedRest));
    if (!(more instanceof Dict)) return fail('what follows `**` must be a dict');
    for (const [key, held] of more.entries()) byName.set(show(key, tools.budget), held);
  }
  return { args: values, named: byName };
}
