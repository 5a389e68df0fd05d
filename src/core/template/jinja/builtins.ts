import { Arguments } from './arguments.ts';
import type { Budget } from './budget.ts';
import { areEqual, itemsOf } from './compare.ts';
import { fail } from './fault.ts';
import { type Call, Callable, Dict, Fields, presentOr, Range, typeName, type Value } from './value.ts';

/** The functions that every template knows. */
export function builtinsOf(budget: Budget): ReadonlyMap<string, Value> {
  const builtin = (name: string, call: Callable['call']): [string, Value] => [name, new Callable(name, call)];
  return new Map([
    builtin('range', ({ args }) => {
      const [first = 0, second, third = 1] = args.map((arg) =>
        typeof arg === 'number' || typeof arg === 'boolean'
          ? Number(arg)
          : fail(`\`range\` takes whole numbers, not a ${typeName(arg)}`),
      );
      if (args.length === 0 || args.length > 3) fail('`range` takes one to three numbers');
      if (third === 0) fail('the step of `range` is zero');
      return second === undefined ? new Range(0, first, 1) : new Range(first, second, third);
    }),
    builtin('dict', ({ args: [given], named }) => Dict.of([...pairsOf(given, budget), ...named])),
    builtin('namespace', ({ args: [given], named }) => namespaceOf([...pairsOf(given, budget), ...named])),
    builtin('joiner', (call) => {
      const between = new Arguments('joiner', call, ['sep']).text('sep', ', ');
      let used = false;
      return new Callable('joiner', () => {
        const text = used ? between : '';
        used = true;
        return text;
      });
    }),
    builtin('cycler', cyclerOf),
    builtin('lipsum', () => fail('`lipsum` makes a text of chance, which would be another one each time')),
  ]);
}

function pairsOf(given: Value | undefined, budget: Budget): readonly (readonly [Value, Value])[] {
  if (given === undefined) return [];
  if (given instanceof Dict) return given.entries();
  return itemsOf(given, budget).map((pair) => {
    const [key, held] = itemsOf(pair, budget);
    return key === undefined || held === undefined ? fail('a dict is made of pairs') : ([key, held] as const);
  });
}

function namespaceOf(entries: readonly (readonly [Value, Value])[]): Fields {
  const held = new Map(entries.map(([key, value]) => [String(key), value]));
  return new Fields('Namespace', (name) => held.get(name), { set: (name, value) => held.set(name, value) });
}

function cyclerOf({ args }: Call): Value {
  let at = 0;
  const current = (): Value => presentOr(args[at], () => fail('`cycler` is given nothing to go through'));
  const methods = new Map<string, () => Value>([
    [
      'next',
      () => {
        const value = current();
        at = (at + 1) % args.length;
        return value;
      },
    ],
    [
      'reset',
      () => {
        at = 0;
        return null;
      },
    ],
  ]);
  return new Fields('Cycler', (name) => {
    if (name === 'current') return current();
    const method = methods.get(name);
    return method === undefined ? undefined : new Callable(name, method);
  });
}

/** What a loop tells of itself, as `loop` in its body. */
export function loopOf(
  items: readonly Value[],
  at: () => number,
  depth: number,
  budget: Budget,
  again: Callable['call'] | undefined,
): Fields {
  let last: Value | undefined;
  const fields: Readonly<Record<string, () => Value | undefined>> = {
    index: () => at() + 1,
    index0: at,
    revindex: () => items.length - at(),
    revindex0: () => items.length - at() - 1,
    first: () => at() === 0,
    last: () => at() === items.length - 1,
    length: () => items.length,
    depth: () => depth,
    depth0: () => depth - 1,
    previtem: () => items[at() - 1],
    nextitem: () => items[at() + 1],
    cycle: () =>
      new Callable('cycle', ({ args }) =>
        presentOr(args[at() % args.length], () => fail('`cycle` is given nothing to go through')),
      ),
    changed: () =>
      new Callable('changed', ({ args }) => {
        const now = [...args];
        const same = last !== undefined && areEqual(last, now, budget);
        last = now;
        return !same;
      }),
  };
  return new Fields('LoopContext', (name) => (Object.hasOwn(fields, name) ? fields[name]?.() : undefined), {
    call: again,
  });
}
