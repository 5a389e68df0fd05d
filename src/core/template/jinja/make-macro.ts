import { evaluate } from './evaluate.ts';
import { fail } from './fault.ts';
import { Scope } from './scope.ts';
import type { Body, Callee } from './syntax.ts';
import type { Tools } from './tool.ts';
import { type Call, Callable, Dict, presentOr, Tuple, Undefined, type Value } from './value.ts';

/** A macro as a value. @param render what its body makes in a scope that holds the parameters */
export function makeMacro(
  name: string,
  { parameters, body }: Callee,
  scope: Scope,
  tools: Tools,
  render: (inner: Scope) => string,
): Callable {
  const names = parameters.map((parameter) => parameter.name);
  const run = ({ args, named }: Call): Value => {
    const inner = new Scope(scope);
    if (args.length > parameters.length && !reads(body, 'varargs')) {
      fail(`\`${name}\` takes at most ${parameters.length} arguments`);
    }
    const more = Array.from(named).filter(([key]) => !names.includes(key) && key !== 'caller');
    const [unknown] = more;
    if (unknown !== undefined && !reads(body, 'kwargs')) fail(`\`${name}\` takes no \`${unknown[0]}\``);
    inner.set('varargs', new Tuple(args.slice(parameters.length)));
    inner.set('kwargs', Dict.of(more));
    const caller = presentOr(named.get('caller'), () => new Undefined('No caller defined'));
    inner.set('caller', caller);
    for (const [at, parameter] of parameters.entries()) {
      const given = args[at] === undefined ? named.get(parameter.name) : args[at];
      const fallback = (): Value =>
        parameter.fallback === undefined
          ? new Undefined(`parameter '${parameter.name}' was not provided`)
          : evaluate(parameter.fallback, inner, tools);
      inner.set(parameter.name, presentOr(given, fallback));
    }
    return tools.budget.nest(() => render(inner));
  };
  const fields: readonly (readonly [string, Value])[] = [
    ['name', name],
    ['arguments', new Tuple(names)],
  ];
  return new Callable(name, run, new Map(fields));
}

/** Whether a macro uses one of the names that it has without declaring them. */
function reads(body: Body, name: string): boolean {
  return JSON.stringify(body).includes(`"name":"${name}"`);
}
