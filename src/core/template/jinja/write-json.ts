import type { Budget } from './budget.ts';
import { demand, numberOf } from './compare.ts';
import { fail } from './fault.ts';
import { show, showFloat } from './show.ts';
import { Dict, Float, Tuple, typeName, type Value } from './value.ts';

/** Jinja's `tojson`: Python's `json.dumps` with sorted keys and only ASCII, safe inside HTML. */
export function writeJson(value: Value, indent: Value, budget: Budget): string {
  const space =
    indent === null
      ? undefined
      : typeof indent === 'string'
        ? indent
        : ' '.repeat(Math.min(100, Math.max(0, numberOf(indent) ?? 0)));
  const written = write(value, space, '\n', budget);
  budget.make(written.length);
  return written.replaceAll(/[<>&']/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function write(value: Value, space: string | undefined, line: string, budget: Budget): string {
  budget.step();
  demand(value);
  if (typeof value === 'string') return quoteJson(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (typeof value === 'number') return String(value);
  if (value instanceof Float)
    return { nan: 'NaN', inf: 'Infinity', '-inf': '-Infinity' }[showFloat(value.value)] ?? showFloat(value.value);
  const inner = space === undefined ? line : line + space;
  const all = (open: string, members: readonly string[], close: string): string => {
    if (members.length === 0) return open + close;
    budget.make(members.length * inner.length);
    return space === undefined
      ? open + members.join(', ') + close
      : open + inner + members.join(`,${inner}`) + line + close;
  };
  if (Array.isArray(value) || value instanceof Tuple) {
    const items = Array.isArray(value) ? value : value.items;
    return budget.nest(() =>
      all(
        '[',
        items.map((item) => write(item, space, inner, budget)),
        ']',
      ),
    );
  }
  if (!(value instanceof Dict)) return fail(`a ${typeName(value)} cannot be written as JSON`);
  const named = value.entries().map(([key, held]) => [keyOf(key, budget), held] as const);
  const sorted = named.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return budget.nest(() =>
    all(
      '{',
      sorted.map(([key, held]) => `${quoteJson(key)}: ${write(held, space, inner, budget)}`),
      '}',
    ),
  );
}

function keyOf(key: Value, budget: Budget): string {
  if (typeof key === 'boolean' || key === null) return String(key);
  return show(key, budget);
}

function quoteJson(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
