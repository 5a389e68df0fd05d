import type { Arguments } from './arguments.ts';
import { attributeOf, itemOf } from './attributes.ts';
import type { Budget } from './budget.ts';
import { type Call, Undefined, type Value } from './value.ts';

/** What filters and tests may use of the rendering they are part of. */
export type Tools = {
  readonly budget: Budget;
  readonly filter: (name: string, value: Value, call: Call) => Value;
  readonly test: (name: string, value: Value, call: Call) => boolean;
  readonly call: (callee: Value, call: Call) => Value;
};

/** A filter or a test, with the names that Python gives to what follows the value. */
export type Tool<Result> = {
  readonly parameters: readonly string[];
  readonly run: (value: Value, given: Arguments, tools: Tools) => Result;
};

export type ToolTable<Result> = Readonly<Record<string, Tool<Result>>>;

/** Finds `a.b.0` behind a value, as filters that take an `attribute` do. */
export function attributeGetter(attribute: Value, budget: Budget, otherwise?: Value): (value: Value) => Value {
  const path = typeof attribute === 'string' ? attribute.split('.') : [attribute];
  return (value) =>
    path.reduce((held: Value, key) => {
      const found =
        typeof key === 'string' && !/^\d+$/u.test(key)
          ? itemOrAttribute(held, key, budget)
          : itemOf(held, Number(key), budget);
      return found instanceof Undefined && otherwise !== undefined ? otherwise : found;
    }, value);
}

function itemOrAttribute(value: Value, key: string, budget: Budget): Value {
  const item = itemOf(value, key, budget);
  return item instanceof Undefined ? attributeOf(value, key, budget) : item;
}
