import { Arguments } from './arguments.ts';
import type { Budget } from './budget.ts';
import { areEqual, demand, itemsOf, order, sizeOf } from './compare.ts';
import { fail } from './fault.ts';
import { formatBraces } from './format-braces.ts';
import { textMethods } from './text-methods.ts';
import {
  Callable,
  Dict,
  Fields,
  Float,
  presentOr,
  Range,
  Tuple,
  typeName,
  Undefined,
  type Value,
  View,
} from './value.ts';

/** `value.name`: a method or field of the value, else its item of that name. */
export function attributeOf(value: Value, name: string, budget: Budget): Value {
  demand(value);
  return presentOr(methodOf(value, name, budget), () =>
    presentOr(itemAt(value, name, budget), () => missing(value, name)),
  );
}

/** `value[key]`: its item, else the method or field of that name. */
export function itemOf(value: Value, key: Value, budget: Budget): Value {
  demand(value);
  const found = itemAt(value, key, budget);
  if (found !== undefined) return found;
  return presentOr(typeof key === 'string' ? methodOf(value, key, budget) : undefined, () => missing(value, key));
}

function missing(value: Value, key: Value): Undefined {
  const what =
    typeof key === 'string' ? `attribute '${key}'` : `element ${key instanceof Float ? key.value : String(key)}`;
  return new Undefined(`'${typeName(value)} object' has no ${what}`);
}

function itemAt(value: Value, key: Value, budget: Budget): Value | undefined {
  if (value instanceof Dict) return isKey(key) ? value.get(key) : undefined;
  if (typeof key !== 'number' && typeof key !== 'boolean') return undefined;
  const size = sizeOf(value);
  if (size === undefined || value instanceof View) return undefined;
  const at = Number(key) < 0 ? Number(key) + size : Number(key);
  if (at < 0 || at >= size) return undefined;
  if (typeof value === 'string') {
    if (size === value.length) return value[at];
    budget.step(size / 10);
    return [...value][at];
  }
  if (Array.isArray(value)) return value[at];
  if (value instanceof Tuple) return value.items[at];
  return value instanceof Range ? value.at(at) : undefined;
}

function isKey(key: Value): boolean {
  return key === null || typeof key !== 'object' || key instanceof Float || key instanceof Tuple;
}

/** `value[from:to:step]`. */
export function sliceOf(value: Value, bounds: readonly (Value | undefined)[], budget: Budget): Value {
  demand(value);
  const items = itemsOf(value instanceof Dict ? fail('a dict has no slices') : value, budget);
  const [from, to, by] = bounds.map((bound) => {
    if (bound === undefined || bound === null) return undefined;
    return typeof bound === 'number' || typeof bound === 'boolean'
      ? Number(bound)
      : fail('the bounds of a slice must be whole numbers');
  });
  const step = by ?? 1;
  if (step === 0) return fail('the step of a slice is zero');
  const size = items.length;
  const place = (bound: number | undefined, otherwise: number): number => {
    if (bound === undefined) return otherwise;
    const at = bound < 0 ? bound + size : bound;
    return step > 0 ? Math.min(Math.max(at, 0), size) : Math.min(Math.max(at, -1), size - 1);
  };
  const [start, end] = step > 0 ? [place(from, 0), place(to, size)] : [place(from, size - 1), place(to, -1)];
  const taken: Value[] = [];
  for (let at = start; step > 0 ? at < end : at > end; at += step) taken.push(items[at] ?? null);
  if (typeof value === 'string') return taken.join('');
  return value instanceof Tuple ? new Tuple(taken) : taken;
}

function methodOf(value: Value, name: string, budget: Budget): Value | undefined {
  if (value instanceof Fields) return value.get(name);
  if (value instanceof Callable) return value.fields.get(name);
  if (typeof value === 'string') return textMethod(value, name, budget);
  const method = (parameters: readonly string[], run: (given: Arguments) => Value): Callable =>
    new Callable(name, (call) => run(new Arguments(name, call, parameters)));
  if (value instanceof Dict) return dictMethod(value, name, method);
  if (Array.isArray(value)) return listMethod(value, name, method, budget);
  if (value instanceof Float && name === 'is_integer') return method([], () => Number.isInteger(value.value));
  if (value instanceof Tuple && value.names.includes(name)) return value.items[value.names.indexOf(name)];
  if (value instanceof Tuple && (name === 'index' || name === 'count'))
    return listMethod([...value.items], name, method, budget);
  return undefined;
}

function textMethod(text: string, name: string, budget: Budget): Callable | undefined {
  if (name === 'format') {
    return new Callable(name, (call) => formatBraces(text, call, (of, key) => itemOf(of, key, budget), budget));
  }
  const found = Object.hasOwn(textMethods, name) ? textMethods[name] : undefined;
  if (found === undefined) return undefined;
  return new Callable(name, (call) => {
    budget.make(text.length);
    return found.run(text, new Arguments(name, call, found.parameters), budget);
  });
}

type Maker = (parameters: readonly string[], run: (given: Arguments) => Value) => Callable;

function dictMethod(dict: Dict, name: string, method: Maker): Callable | undefined {
  const pairs = (): Value[] => dict.entries().map(([key, held]) => new Tuple([key, held]));
  switch (name) {
    case 'items':
      return method([], () => new View('dict_items', pairs()));
    case 'keys':
      return method([], () => new View('dict_keys', dict.keys()));
    case 'values':
      return method(
        [],
        () =>
          new View(
            'dict_values',
            dict.entries().map(([, held]) => held),
          ),
      );
    case 'get':
      return method(['key', 'default'], (given) =>
        presentOr(dict.get(given.get('key') ?? null), () => given.get('default') ?? null),
      );
    case 'copy':
      return method([], () => Dict.of(dict.entries()));
    case 'pop':
      return method(['key', 'default'], (given) => {
        const key = given.get('key') ?? null;
        const held = presentOr(dict.get(key), () =>
          presentOr(given.get('default'), () => fail('the key to be popped is not there')),
        );
        dict.delete(key);
        return held;
      });
    case 'setdefault':
      return method(['key', 'default'], (given) => {
        const key = given.get('key') ?? null;
        if (!dict.has(key)) dict.set(key, given.get('default') ?? null);
        return dict.get(key) ?? null;
      });
    case 'update':
      return new Callable(name, ({ args: [other], named }) => {
        if (other instanceof Dict) for (const [key, held] of other.entries()) dict.set(key, held);
        for (const [key, held] of named) dict.set(key, held);
        return null;
      });
    default:
      return undefined;
  }
}

function listMethod(list: Value[], name: string, method: Maker, budget: Budget): Callable | undefined {
  const one = (given: Arguments): Value => presentOr(given.get('value'), () => fail(`\`${name}\` needs a value`));
  const find = (value: Value): number => list.findIndex((item) => areEqual(item, value, budget));
  const change = (run: () => unknown): null => {
    budget.make(1);
    run();
    return null;
  };
  switch (name) {
    case 'append':
      return method(['value'], (given) => change(() => list.push(one(given))));
    case 'extend':
      return method(['value'], (given) =>
        change(() => {
          for (const item of itemsOf(one(given), budget)) list.push(item);
        }),
      );
    case 'insert':
      return method(['index', 'value'], (given) => change(() => list.splice(given.whole('index', 0), 0, one(given))));
    case 'pop':
      return method(['index'], (given) =>
        presentOr(list.splice(given.whole('index', -1), 1)[0], () => fail('there is no such item to be popped')),
      );
    case 'remove':
      return method(['value'], (given) => {
        const at = find(one(given));
        if (at < 0) fail('the item to be removed is not there');
        return change(() => list.splice(at, 1));
      });
    case 'index':
      return method(['value'], (given) => {
        const at = find(one(given));
        return at < 0 ? fail('the item to be found is not there') : at;
      });
    case 'count':
      return method(['value'], (given) => list.filter((item) => areEqual(item, one(given), budget)).length);
    case 'copy':
      return method([], () => itemsOf(list, budget));
    case 'clear':
      return method([], () => change(() => list.splice(0)));
    case 'reverse':
      return method([], () => change(() => list.reverse()));
    case 'sort':
      return method(['reverse'], (given) =>
        change(() => list.sort((a, b) => (given.flag('reverse', false) ? -1 : 1) * order(a, b, budget))),
      );
    default:
      return undefined;
  }
}
