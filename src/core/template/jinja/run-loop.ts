import { assign } from './assign.ts';
import { loopOf } from './builtins.ts';
import { isTruthy, itemsOf } from './compare.ts';
import { evaluate } from './evaluate.ts';
import { Scope } from './scope.ts';
import type { Body, Statement } from './syntax.ts';
import type { Tools } from './tool.ts';
import type { Call, Value } from './value.ts';

/** `break` and `continue` on their way to the loop they are of. */
export type Leaving = 'break' | 'continue' | undefined;

type Runner = {
  readonly tools: Tools;
  readonly body: (body: Body, scope: Scope) => Leaving;
  readonly capture: (run: () => void) => string;
};

/** Runs a `for`; `loop(…)` in the body of a recursive one runs it again, one level deeper. */
export function runLoop(
  loop: Extract<Statement, { readonly kind: 'for' }>,
  over: Value,
  scope: Scope,
  runner: Runner,
  depth = 1,
): void {
  const { tools, body, capture } = runner;
  const { budget } = tools;
  const items = itemsOf(over, budget).filter((item) => {
    if (loop.test === undefined) return true;
    const inner = new Scope(scope);
    assign(loop.target, item, inner, budget);
    return isTruthy(evaluate(loop.test, inner, tools));
  });
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
