import type { Budget } from './budget.ts';
import { demand, numberOf } from './compare.ts';
import { fail } from './fault.ts';
import { formatPercent } from './format-percent.ts';
import { Float, Tuple, typeName, type Value } from './value.ts';

/** Python's `+ - * / // % **`. */
export function calculate(sign: string, left: Value, right: Value, budget: Budget): Value {
  demand(left);
  if (sign === '%' && typeof left === 'string') return formatPercent(left, right, budget);
  demand(right);
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== undefined && b !== undefined) {
    const whole = !(left instanceof Float) && !(right instanceof Float) && sign !== '/' && !(sign === '**' && b < 0);
    return numberFrom(calculateNumbers(sign, a, b), whole);
  }
  if (sign === '+') {
    const joined = join(left, right, budget);
    if (joined !== undefined) return joined;
  }
  if (sign === '*') {
    const repeated = a === undefined ? repeat(left, right, budget) : repeat(right, left, budget);
    if (repeated !== undefined) return repeated;
  }
  return fail(`\`${sign}\` does not work on a ${typeName(left)} and a ${typeName(right)}`);
}

/** An `int` or a `float`. @throws TemplateFault where an `int` is beyond what is exact here */
export function numberFrom(value: number, whole: boolean): Value {
  if (!whole) return new Float(value);
  if (!Number.isSafeInteger(value)) return fail('a whole number becomes larger than 2^53');
  return value === 0 ? 0 : value;
}

function calculateNumbers(sign: string, a: number, b: number): number {
  switch (sign) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '**':
      return a ** b;
    default: {
      if (b === 0) return fail('it divides by zero');
      if (sign === '/') return a / b;
      return sign === '//' ? Math.floor(a / b) : a - b * Math.floor(a / b);
    }
  }
}

function join(left: Value, right: Value, budget: Budget): Value | undefined {
  if (typeof left === 'string' && typeof right === 'string') {
    budget.make(left.length + right.length);
    return left + right;
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    budget.make(left.length + right.length);
    return [...left, ...right];
  }
  if (left instanceof Tuple && right instanceof Tuple) {
    budget.make(left.items.length + right.items.length);
    return new Tuple([...left.items, ...right.items]);
  }
  return undefined;
}

function repeat(value: Value, count: Value, budget: Budget): Value | undefined {
  if (typeof count !== 'number' && typeof count !== 'boolean') return undefined;
  const times = Math.max(0, Number(count));
  if (typeof value === 'string') {
    budget.make(value.length * times);
    return value.repeat(value === '' ? 0 : times);
  }
  const items = Array.isArray(value) ? value : value instanceof Tuple ? value.items : undefined;
  if (items === undefined) return undefined;
  budget.make(items.length * times);
  const all = items.length === 0 ? [] : Array.from({ length: times }, () => items).flat();
  return Array.isArray(value) ? all : new Tuple(all);
}
