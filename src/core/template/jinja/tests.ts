import type { Budget } from './budget.ts';
import { areEqual, contains, numberOf, order, sizeOf } from './compare.ts';
import { fail } from './fault.ts';
import type { Tool, ToolTable } from './tool.ts';
import { Callable, Dict, Fields, Float, presentOr, typeName, Undefined, type Value } from './value.ts';

const plain = (run: (value: Value) => boolean): Tool<boolean> => ({ parameters: [], run });
const between = (run: (value: Value, other: Value, budget: Budget) => boolean): Tool<boolean> => ({
  parameters: ['other'],
  run: (value, given, { budget }) =>
    run(
      value,
      presentOr(given.get('other'), () => fail('the test needs a value to compare with')),
      budget,
    ),
});
const ordered = (fits: (sign: number) => boolean): Tool<boolean> =>
  between((a, b, budget) => fits(order(a, b, budget)));

const eq = between(areEqual);
const ne = between((a, b, budget) => !areEqual(a, b, budget));
const lt = ordered((sign) => sign < 0);
const le = ordered((sign) => sign <= 0);
const gt = ordered((sign) => sign > 0);
const ge = ordered((sign) => sign >= 0);

/** What can follow `is`. */
export const tests: ToolTable<boolean> = {
  defined: plain((value) => !(value instanceof Undefined)),
  undefined: plain((value) => value instanceof Undefined),
  none: plain((value) => value === null),
  boolean: plain((value) => typeof value === 'boolean'),
  true: plain((value) => value === true),
  false: plain((value) => value === false),
  integer: plain((value) => typeof value === 'number'),
  float: plain((value) => value instanceof Float),
  number: plain((value) => numberOf(value) !== undefined),
  string: plain((value) => typeof value === 'string'),
  mapping: plain((value) => value instanceof Dict),
  iterable: plain((value) => sizeOf(value) !== undefined),
  sequence: plain((value) => sizeOf(value) !== undefined),
  callable: plain((value) => value instanceof Callable || (value instanceof Fields && value.call !== undefined)),
  escaped: plain(() => false),
  odd: plain((value) => remainder(value, 2) === 1),
  even: plain((value) => remainder(value, 2) === 0),
  upper: plain((value) => typeof value === 'string' && /\p{L}/u.test(value) && value === value.toUpperCase()),
  lower: plain((value) => typeof value === 'string' && /\p{L}/u.test(value) && value === value.toLowerCase()),
  divisibleby: { parameters: ['num'], run: (value, given) => remainder(value, given.number('num', 1)) === 0 },
  sameas: between((a, b) => a === b),
  in: between((item, container, budget) => contains(container, item, budget)),
  eq,
  equalto: eq,
  '==': eq,
  ne,
  '!=': ne,
  lt,
  lessthan: lt,
  '<': lt,
  le,
  '<=': le,
  gt,
  greaterthan: gt,
  '>': gt,
  ge,
  '>=': ge,
};

function remainder(value: Value, by: number): number {
  const number = numberOf(value);
  if (number === undefined) return fail(`a ${typeName(value)} cannot be divided`);
  return number - by * Math.floor(number / by);
}
