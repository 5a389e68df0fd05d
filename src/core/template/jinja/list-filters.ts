import type { Arguments } from './arguments.ts';
import { calculate } from './arithmetic.ts';
import { areEqual, demand, isTruthy, itemsOf, order, sizeOf } from './compare.ts';
import { fail } from './fault.ts';
import { show } from './show.ts';
import { attributeGetter, type Tools, type ToolTable } from './tool.ts';
import { Dict, presentOr, Tuple, typeName, Undefined, type Value } from './value.ts';

/** Filters of lists, dicts and numbers. */
export const listFilters: ToolTable<Value> = {
  default: { parameters: ['default_value', 'boolean'], run: otherwise },
  d: { parameters: ['default_value', 'boolean'], run: otherwise },
  length: { parameters: [], run: count },
  count: { parameters: [], run: count },
  list: { parameters: [], run: (value, _given, { budget }) => itemsOf(value, budget) },
  first: {
    parameters: [],
    run: (value, _given, { budget }) =>
      presentOr(itemsOf(value, budget)[0], () => none('No first item, sequence was empty.')),
  },
  last: {
    parameters: [],
    run: (value, _given, { budget }) =>
      presentOr(itemsOf(value, budget).at(-1), () => none('No last item, sequence was empty.')),
  },
  reverse: {
    parameters: [],
    run: (value, _given, { budget }) => {
      const items = itemsOf(value, budget).reverse();
      return typeof value === 'string' ? items.join('') : items;
    },
  },
  join: {
    parameters: ['d', 'attribute'],
    run(value, given, { budget }) {
      const attribute = given.get('attribute') ?? null;
      const get = attribute === null ? undefined : attributeGetter(attribute, budget);
      const between = show(given.get('d') ?? '', budget);
      const texts = itemsOf(value, budget).map((item) => show(get === undefined ? item : get(item), budget));
      budget.make(texts.reduce((sum, one) => sum + one.length + between.length, 0));
      return texts.join(between);
    },
  },
  sort: {
    parameters: ['reverse', 'case_sensitive', 'attribute'],
    run(value, given, tools) {
      const key = sortKeys(given, tools);
      const sign = given.flag('reverse', false) ? -1 : 1;
      return itemsOf(value, tools.budget)
        .map((item) => ({ item, key: key(item) }))
        .sort((a, b) => sign * order(a.key, b.key, tools.budget))
        .map(({ item }) => item);
    },
  },
  unique: {
    parameters: ['case_sensitive', 'attribute'],
    run(value, given, tools) {
      const key = sortKeys(given, tools);
      const seen = new Dict();
      return itemsOf(value, tools.budget).filter((item) => {
        const known = seen.has(key(item));
        seen.set(key(item), true);
        return !known;
      });
    },
  },
  min: { parameters: ['case_sensitive', 'attribute'], run: (value, given, tools) => extreme(value, given, tools, -1) },
  max: { parameters: ['case_sensitive', 'attribute'], run: (value, given, tools) => extreme(value, given, tools, 1) },
  sum: {
    parameters: ['attribute', 'start'],
    run(value, given, { budget }) {
      const attribute = given.get('attribute') ?? null;
      const get = attribute === null ? undefined : attributeGetter(attribute, budget);
      return itemsOf(value, budget).reduce(
        (sum: Value, item) => calculate('+', sum, get === undefined ? item : get(item), budget),
        given.get('start') ?? 0,
      );
    },
  },
  dictsort: {
    parameters: ['case_sensitive', 'by', 'reverse'],
    run(value, given, { budget }) {
      demand(value);
      if (!(value instanceof Dict)) return fail(`\`dictsort\` needs a dict, not a ${typeName(value)}`);
      const at = given.text('by', 'key') === 'value' ? 1 : 0;
      const fold = given.flag('case_sensitive', false) ? (key: Value) => key : foldCase;
      const sign = given.flag('reverse', false) ? -1 : 1;
      return value
        .entries()
        .toSorted((a, b) => sign * order(fold(a[at]), fold(b[at]), budget))
        .map((pair) => new Tuple(pair));
    },
  },
  items: {
    parameters: [],
    run(value) {
      if (value instanceof Undefined) return [];
      if (!(value instanceof Dict)) return fail('`items` needs a dict');
      return value.entries().map((pair) => new Tuple(pair));
    },
  },
  batch: {
    parameters: ['linecount', 'fill_with'],
    run(value, given, { budget }) {
      const size = Math.max(1, given.whole('linecount', 1));
      const items = itemsOf(value, budget);
      const rows = Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
        items.slice(at * size, (at + 1) * size),
      );
      return filled(rows, size, given, budget);
    },
  },
  slice: {
    parameters: ['slices', 'fill_with'],
    run(value, given, { budget }) {
      const columns = Math.max(1, given.whole('slices', 1));
      budget.make(columns);
      const items = itemsOf(value, budget);
      const [size, longer] = [Math.floor(items.length / columns), items.length % columns];
      const fill = given.get('fill_with') ?? null;
      return Array.from({ length: columns }, (_, at): Value[] => {
        const from = at * size + Math.min(at, longer);
        const row = items.slice(from, from + size + (at < longer ? 1 : 0));
        return fill !== null && at >= longer ? [...row, fill] : row;
      });
    },
  },
  groupby: {
    parameters: ['attribute', 'default', 'case_sensitive'],
    run(value, given, { budget }) {
      const get = attributeGetter(
        given.get('attribute') ?? fail('`groupby` needs an attribute'),
        budget,
        given.get('default'),
      );
      const fold = given.flag('case_sensitive', false) ? (key: Value) => key : foldCase;
      const sorted = itemsOf(value, budget).toSorted((a, b) => order(fold(get(a)), fold(get(b)), budget));
      const groups: { readonly key: Value; readonly items: Value[] }[] = [];
      for (const item of sorted) {
        const last = groups.at(-1);
        if (last !== undefined && areEqual(fold(last.key), fold(get(item)), budget)) last.items.push(item);
        else groups.push({ key: get(item), items: [item] });
      }
      return groups.map(({ key, items }) => new Tuple([key, items], ['grouper', 'list']));
    },
  },
  attr: {
    parameters: ['name'],
    run: (value, given, { budget }) => attributeGetter(given.text('name', ''), budget)(value),
  },
};

function none(why: string): Undefined {
  return new Undefined(why);
}

function otherwise(value: Value, given: Arguments): Value {
  const replaced = value instanceof Undefined || (given.flag('boolean', false) && !isTruthy(value));
  return replaced ? presentOr(given.get('default_value'), () => '') : value;
}

function count(value: Value): Value {
  return sizeOf(value) ?? fail(`a ${typeName(value)} has no length`);
}

function foldCase(key: Value): Value {
  return typeof key === 'string' ? key.toLowerCase() : key;
}

function sortKeys(given: Arguments, { budget }: Tools): (item: Value) => Value {
  const fold = given.flag('case_sensitive', false) ? (key: Value) => key : foldCase;
  const attribute = given.get('attribute') ?? null;
  if (attribute === null) return fold;
  const getters = (typeof attribute === 'string' ? attribute.split(',') : [attribute]).map((one) =>
    attributeGetter(one, budget),
  );
  const [only] = getters;
  if (getters.length === 1 && only !== undefined) return (item) => fold(only(item));
  return (item) => getters.map((get) => fold(get(item)));
}

function extreme(value: Value, given: Arguments, tools: Tools, sign: number): Value {
  const key = sortKeys(given, tools);
  const [first, ...rest] = itemsOf(value, tools.budget);
  if (first === undefined) return none('No aggregated item, sequence was empty.');
  return rest.reduce((best, item) => (sign * order(key(item), key(best), tools.budget) > 0 ? item : best), first);
}

function filled(rows: readonly Value[][], size: number, given: Arguments, budget: Tools['budget']): Value[] {
  const fill = given.get('fill_with') ?? null;
  return rows.map((row) => {
    if (fill === null || row.length === size) return row;
    budget.make(size);
    return [...row, ...Array.from({ length: size - row.length }, () => fill)];
  });
}
