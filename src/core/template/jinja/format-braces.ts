import type { Budget } from './budget.ts';
import { numberOf } from './compare.ts';
import { fail } from './fault.ts';
import { formatNumber, toPlaces } from './format-percent.ts';
import { represent, show } from './show.ts';
import { type Call, Float, type Value } from './value.ts';

const field = /\{\{|\}\}|\{([^{}!:]*)(?:!([rsa]))?(?::([^{}]*))?\}|[{}]/gu;
const spec = /^(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/u;

/** Python's `str.format`. `look` finds the items and attributes that a field names behind its value. */
export function formatBraces(
  text: string,
  { args, named }: Call,
  look: (value: Value, key: Value) => Value,
  budget: Budget,
): string {
  let next = 0;
  const made = text.replaceAll(field, (all: string, name?: string, as?: string, written = '') => {
    if (all === '{{' || all === '}}') return all[0] ?? '';
    if (name === undefined) return fail('a brace of the format is not closed');
    const [first = '', ...path] = name.split(/[.[]/u).map((part) => part.replace(/\]$/u, ''));
    const place = first === '' ? next++ : /^\d+$/u.test(first) ? Number(first) : undefined;
    const base = place === undefined ? named.get(first) : args[place];
    if (base === undefined) return fail(`the format asks for \`${name || String(place)}\`, which is not given`);
    const value = path.reduce((held, key) => look(held, /^\d+$/u.test(key) ? Number(key) : key), base);
    return formatValue(
      as === 'r' || as === 'a' ? represent(value, budget) : as === 's' ? show(value, budget) : value,
      written,
      budget,
    );
  });
  budget.make(made.length);
  return made;
}

function formatValue(value: Value, written: string, budget: Budget): string {
  if (written === '') return show(value, budget);
  const found = spec.exec(written);
  if (found === null) return fail(`\`${written}\` is no format`);
  const [, filler, given, plus, alternative, zero, wide, group, exact, type] = found;
  const width = Number(wide ?? 0);
  budget.make(width + Number(exact ?? 0));
  const number = typeof value === 'string' ? undefined : numberOf(value);
  const text =
    number === undefined || typeof value === 'string' || value === null
      ? show(value, budget).slice(0, exact === undefined ? undefined : Number(exact))
      : formatSigned();
  const align = given ?? (zero === undefined ? (number === undefined ? '<' : '>') : '=');
  const char = filler ?? (zero === undefined ? ' ' : '0');
  const missing = Math.max(0, width - [...text].length);
  if (align === '<') return text + char.repeat(missing);
  if (align === '^') return char.repeat(missing >> 1) + text + char.repeat(missing - (missing >> 1));
  const sign = align === '=' ? (/^[-+ ]/u.exec(text)?.[0] ?? '') : '';
  return sign + char.repeat(missing) + text.slice(sign.length);

  function formatSigned(): string {
    const held = number ?? 0;
    const sign = held < 0 ? '-' : plus === '+' || plus === ' ' ? plus : '';
    const size = Math.abs(held);
    const digits = exact === undefined ? undefined : Number(exact);
    let shown: string;
    if (type === '%') shown = `${toPlaces(size * 100, digits ?? 6)}%`;
    else if (type === 'b') shown = `${alternative === undefined ? '' : '0b'}${size.toString(2)}`;
    else if (type !== undefined)
      shown = formatNumber(type === 'n' ? 'd' : type, size, digits, alternative !== undefined);
    else if (digits !== undefined) shown = formatNumber('g', size, digits);
    else shown = show(value instanceof Float ? new Float(size) : size, budget);
    if (group === undefined) return sign + shown;
    const [whole = '', rest] = shown.split(/(?=\.|%|e)/u, 2);
    const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, group);
    return sign + grouped + (rest === undefined ? '' : shown.slice(whole.length));
  }
}
