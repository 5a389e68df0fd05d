import type { Budget } from './budget.ts';
import { loopOf } from './builtins.ts';
import { demand, isTruthy, itemsOf } from './compare.ts';
import { evaluate } from './evaluate.ts';
import { fail } from './fault.ts';
import { Scope } from './scope.ts';
import type { Body, Statement, Target } from './syntax.ts';
import type { Tools } from './tool.ts';
import { type Call, Fields, type Value } from './value.ts';

/** `break` and `continue` on their way to the loop they are of. */
export type Leaving = 'break' | 'continue' | undefined;

type Runner = {
  readonly tools: Tools;
  readonly body: (body: Body, scope: Scope) => Leaving;
  readonly capture: (run: () => void) => string;
  readonly saw: (isEmpty: boolean) => void;
};

/** Runs a `for`; `loop(…)` in the body of a recursive one runs it again, one level deeper. */
export function runLoop(
  loop: Extract<Statement, { readonly kind: 'for' }>,
  over: Value,
  scope: Scope,
  runner: Runner,
  depth = 1,
): void {
  const { tools, body, capture, saw } = runner;
  const { budget } = tools;
  const items = itemsOf(over, budget).filter((item) => {
    if (loop.test === undefined) return true;
    const inner = new Scope(scope);
    assign(loop.target, item, inner, budget);
    return isTruthy(evaluate(loop.test, inner, tools));
  });
  saw(items.length === 0);
  if (items.length === 0) body(loop.otherwise, new Scope(scope));
  let at = 0;
  const again = ({ args: [deeper = null] }: Call): Value =>
    budget.nest(() => capture(() => runLoop(loop, deeper, scope, runner, depth + 1)));
  const told = loopOf(items, () => at, depth, budget, loop.recursive ? again : undefined);
  for (const item of items) {
    budget.step();
    const inner = new Scope(scope);
    inner.set('loop', told);
    assign(loop.target, item, inner, budget);
    if (body(loop.body, inner) === 'break') return;
    at++;
  }
}

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
