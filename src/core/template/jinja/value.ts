import type { Json, JsonObject } from '../../json.ts';
import { fail } from './fault.ts';

/**
 * A value of Python, as templates see them: `str`, `bool`, `None` and `int` are JavaScript's own; a number with a
 * fraction is a `Float`, so that `4 / 2` shows as `2.0`. Nothing here leads to an object of the host.
 */
export type Value =
  | string
  | number
  | boolean
  | null
  | Float
  | Value[]
  | Tuple
  | Dict
  | Range
  | View
  | Undefined
  | Callable
  | Fields;

export class Float {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export class Tuple {
  readonly items: readonly Value[];
  /** Of a named tuple. */
  readonly names: readonly string[];
  constructor(items: readonly Value[], names: readonly string[] = []) {
    this.items = items;
    this.names = names;
  }
}

/** A `dict`: keys in order of insertion; `1`, `1.0` and `True` are one key, as in Python. */
export class Dict {
  readonly #entries = new Map<string, readonly [key: Value, value: Value]>();

  static of(entries: Iterable<readonly [Value, Value]>): Dict {
    const dict = new Dict();
    for (const [key, value] of entries) dict.set(key, value);
    return dict;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: Value): Value | undefined {
    return this.#entries.get(hash(key))?.[1];
  }

  has(key: Value): boolean {
    return this.#entries.has(hash(key));
  }

  set(key: Value, value: Value): void {
    const hashed = hash(key);
    const held = this.#entries.get(hashed);
    this.#entries.set(hashed, [held === undefined ? key : held[0], value]);
  }

  delete(key: Value): void {
    this.#entries.delete(hash(key));
  }

  entries(): readonly (readonly [Value, Value])[] {
    return [...this.#entries.values()];
  }

  keys(): Value[] {
    return Array.from(this.#entries.values(), ([key]) => key);
  }
}

/** `range(…)`: its items are never laid out before they are visited. */
export class Range {
  readonly start: number;
  readonly step: number;
  readonly length: number;
  constructor(start: number, stop: number, step: number) {
    this.start = start;
    this.step = step;
    this.length = Math.max(0, Math.ceil((stop - start) / step));
  }

  get stop(): number {
    return this.start + this.length * this.step;
  }

  at(index: number): number {
    return this.start + index * this.step;
  }
}

/** `keys()`, `values()` and `items()` of a dict. */
export class View {
  readonly name: 'dict_keys' | 'dict_values' | 'dict_items';
  readonly items: readonly Value[];
  constructor(name: View['name'], items: readonly Value[]) {
    this.name = name;
    this.items = items;
  }
}

/** A name or attribute without a value. It shows as nothing, loops as nothing, and fails wherever more is asked of it. */
export class Undefined {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

export type Call = { readonly args: readonly Value[]; readonly named: ReadonlyMap<string, Value> };

export class Callable {
  readonly name: string;
  readonly call: (call: Call) => Value;
  /** What is known of a macro. */
  readonly fields: ReadonlyMap<string, Value>;
  constructor(name: string, call: (call: Call) => Value, fields: ReadonlyMap<string, Value> = new Map()) {
    this.name = name;
    this.call = call;
    this.fields = fields;
  }
}

/** A value with named fields and nothing else: `loop`, a namespace, an imported template. */
export class Fields {
  readonly kind: string;
  readonly get: (name: string) => Value | undefined;
  readonly set: ((name: string, value: Value) => void) | undefined;
  readonly call: Callable['call'] | undefined;
  constructor(
    kind: string,
    get: Fields['get'],
    more: { readonly set?: Fields['set']; readonly call?: Fields['call'] } = {},
  ) {
    this.kind = kind;
    this.get = get;
    this.set = more.set;
    this.call = more.call;
  }
}

/** What is there, `None` included, else what `otherwise` says. */
export function presentOr(value: Value | undefined, otherwise: () => Value): Value {
  return value === undefined ? otherwise() : value;
}

function hash(key: Value): string {
  if (typeof key === 'string') return `s${key}`;
  if (typeof key === 'number' || typeof key === 'boolean') return `n${Number(key)}`;
  if (key === null) return 'none';
  if (key instanceof Float) return `n${key.value}`;
  if (key instanceof Tuple) return `t${JSON.stringify(key.items.map(hash))}`;
  return fail(`a ${typeName(key)} cannot be a key`);
}

/** A value of a golden case as Python would have read it from JSON. */
function fromJson(value: Json): Value {
  if (typeof value === 'number') return Number.isInteger(value) ? value : new Float(value);
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(fromJson);
  return dictOf(value);
}

export function dictOf(object: JsonObject): Dict {
  return Dict.of(Object.keys(object).map((key) => [key, fromJson(object[key] ?? null)] as const));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Python's name of a value's type, for messages. */
export function typeName(value: Value): string {
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return 'int';
  if (value === null) return 'NoneType';
  if (value instanceof Float) return 'float';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Tuple) return 'tuple';
  if (value instanceof Dict) return 'dict';
  if (value instanceof Range) return 'range';
  if (value instanceof View) return value.name;
  if (value instanceof Undefined) return 'Undefined';
  if (value instanceof Callable) return 'function';
  return value.kind;
}
