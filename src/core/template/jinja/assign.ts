import type { Budget } from './budget.ts';
import { demand, itemsOf } from './compare.ts';
import { fail } from './fault.ts';
import type { Scope } from './scope.ts';
import type { Target } from './syntax.ts';
import { Fields, type Value } from './value.ts';

/** Puts a value into a name, a field of a namespace, or its items into several. */
export function assign(target: Target, value: Value, scope: Scope, budget: Budget): void {
  switch (target.kind) {
    case 'name':
      scope.set(target.name, value);
      return;
    case 'field': {
      const held = scope.get(target.of);
      if (!(held instanceof Fields) || held.set === undefined) fail('a field can be set of a namespace only');
      else held.set(target.name, value);
      return;
    }
    case 'tuple': {
      const items = itemsOf(demand(value), budget);
      if (items.length !== target.targets.length) {
        fail(`${items.length} values cannot be put into ${target.targets.length} names`);
      }
      for (const [at, one] of target.targets.entries()) assign(one, items[at] ?? null, scope, budget);
    }
  }
}
