import { isTruthy, itemsOf } from './compare.ts';
import { fail } from './fault.ts';
import { show } from './show.ts';
import { attributeGetter, type Tools } from './tool.ts';
import type { Call, Value } from './value.ts';

/** What `select`, `reject` and their kin keep. */
export function chosen(name: string, value: Value, call: Call, tools: Tools): Value {
  const byAttribute = name.endsWith('attr');
  const attribute = byAttribute ? call.args[0] : undefined;
  const get = attribute === undefined ? (item: Value) => item : attributeGetter(attribute, tools.budget);
  if (byAttribute && attribute === undefined) return fail(`\`${name}\` needs an attribute`);
  const [test, ...rest] = call.args.slice(byAttribute ? 1 : 0);
  const wanted = name.startsWith('select');
  return itemsOf(value, tools.budget).filter((item) => {
    const held = get(item);
    const fits =
      test === undefined
        ? isTruthy(held)
        : tools.test(show(test, tools.budget), held, { args: rest, named: call.named });
    return fits === wanted;
  });
}

/** `map('filter', …)` and `map(attribute=…, default=…)`. */
export function mapped(value: Value, { args, named }: Call, tools: Tools): Value {
  const attribute = named.get('attribute');
  const items = itemsOf(value, tools.budget);
  if (args.length === 0 && attribute !== undefined) {
    return items.map(attributeGetter(attribute, tools.budget, named.get('default')));
  }
  const [name, ...rest] = args;
  if (name === undefined) return fail('`map` needs a filter');
  return items.map((item) => tools.filter(show(name, tools.budget), item, { args: rest, named }));
}
