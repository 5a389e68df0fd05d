import type { Budget } from './budget.ts';
import { fail, TemplateFault } from './fault.ts';
import { Callable, Dict, Fields, Float, Range, Tuple, typeName, Undefined, type Value, View } from './value.ts';

/** The number that a value is in arithmetic: `True` is 1. */
export function numberOf(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  return value instanceof Float ? value.value : undefined;
}

/** Refuses what has no value: `'x' is undefined`. */
export function demand(value: Value): Value {
  if (value instanceof Undefined) throw new TemplateFault('undefined', value.why);
  return value;
}

export function isTruthy(value: Value): boolean {
  if (value === null || value instanceof Undefined) return false;
  if (typeof value === 'string') return value !== '';
  const number = numberOf(value);
  if (number !== undefined) return number !== 0;
  return value instanceof Callable || value instanceof Fields || sizeOf(value) !== 0;
}

/** How many items a value has; `undefined` where it has none to count. */
export function sizeOf(value: Value): number | undefined {
  if (typeof value === 'string') return /[\ud800-\udbff]/.test(value) ? [...value].length : value.length;
  if (Array.isArray(value) || value instanceof Range) return value.length;
  if (value instanceof Tuple || value instanceof View) return value.items.length;
  if (value instanceof Dict) return value.size;
  return value instanceof Undefined ? 0 : undefined;
}

/** The items of a value, as a list of their own. @throws TemplateFault where it has none, or too many */
export function itemsOf(value: Value, budget: Budget): Value[] {
  const size = sizeOf(value);
  if (size === undefined) return fail(`a ${typeName(value)} cannot be gone through`);
  budget.step(size);
  budget.make(size);
  if (typeof value === 'string') return [...value];
  if (Array.isArray(value)) return [...value];
  if (value instanceof Range) return Array.from({ length: size }, (_, index) => value.at(index));
  if (value instanceof Dict) return value.keys();
  return value instanceof Tuple || value instanceof View ? [...value.items] : [];
}

/** Python's `==`. */
export function areEqual(left: Value, right: Value, budget: Budget): boolean {
  budget.step();
  const number = numberOf(left);
  if (number !== undefined) return number === numberOf(right);
  if (left instanceof Undefined) return right instanceof Undefined;
  const all = (a: readonly Value[], b: readonly Value[]): boolean =>
    a.length === b.length && budget.nest(() => a.every((item, at) => areEqual(item, b[at] ?? null, budget)));
  if (Array.isArray(left)) return Array.isArray(right) && all(left, right);
  if (left instanceof Tuple) return right instanceof Tuple && all(left.items, right.items);
  if (left instanceof Range) return right instanceof Range && all(itemsOf(left, budget), itemsOf(right, budget));
  if (left instanceof Dict) {
    if (!(right instanceof Dict) || left.size !== right.size) return false;
    return left.entries().every(([key, held]) => {
      const other = right.get(key);
      return other !== undefined && budget.nest(() => areEqual(held, other, budget));
    });
  }
  return left === right;
}

/** Python's order: below 0, 0 or above 0. @throws TemplateFault where two values have none */
export function order(left: Value, right: Value, budget: Budget): number {
  budget.step();
  demand(left);
  demand(right);
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== undefined && b !== undefined) return a - b;
  if (typeof left === 'string' && typeof right === 'string') return orderTexts(left, right);
  const items = (value: Value) => (Array.isArray(value) ? value : value instanceof Tuple ? value.items : undefined);
  const [these, those] = [items(left), items(right)];
  if (these === undefined || those === undefined || Array.isArray(left) !== Array.isArray(right)) {
    return fail(`a ${typeName(left)} and a ${typeName(right)} have no order`);
  }
  for (const [at, item] of these.entries()) {
    const other = those[at];
    if (other === undefined) return 1;
    if (!areEqual(item, other, budget)) return budget.nest(() => order(item, other, budget));
  }
  return these.length - those.length;
}

/** By code points, as Python compares; JavaScript compares halves of pairs. */
function orderTexts(left: string, right: string): number {
  if (left === right) return 0;
  const [a, b] = [left, right].map((text) => (/[\ud800-\udbff]/.test(text) ? [...text] : undefined));
  if (a === undefined && b === undefined) return left < right ? -1 : 1;
  const [these, those] = [[...left], [...right]];
  for (const [at, char] of these.entries()) {
    const difference = (char.codePointAt(0) ?? 0) - (those[at]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return these.length - those.length;
}

/** Python's `in`. */
export function contains(container: Value, item: Value, budget: Budget): boolean {
  if (typeof container === 'string') {
    if (typeof item !== 'string')
      return fail(`only a text can be looked for in a text, not a ${typeName(demand(item))}`);
    budget.step(1 + container.length / 100);
    return container.includes(item);
  }
  if (container instanceof Dict) return container.has(item);
  if (container instanceof Fields || container instanceof Callable)
    return fail(`nothing can be looked for in a ${typeName(container)}`);
  return itemsOf(container, budget).some((held) => areEqual(held, item, budget));
}
