import type { Budget } from './budget.ts';
import { demand, numberOf } from './compare.ts';
import { fail } from './fault.ts';
import { represent, show } from './show.ts';
import { Dict, presentOr, Tuple, type Value } from './value.ts';

const conversion = /%(?:\(([^)]*)\))?([-+ #0]*)(\d+|\*)?(?:\.(\d+|\*))?[hlL]?([\s\S]?)/gu;

/** Python's `text % values`. */
export function formatPercent(text: string, values: Value, budget: Budget): string {
  const rest = values instanceof Tuple ? [...values.items] : [values];
  let used = 0;
  const next = (): Value => presentOr(rest[used++], () => fail('the format asks for more values than it is given'));
  const width = (written: string | undefined): number =>
    written === '*' ? (numberOf(next()) ?? fail('a width must be a number')) : Number(written ?? 0);
  const made = text.replaceAll(
    conversion,
    (_all: string, key: string | undefined, flags: string, wide?: string, exact?: string, type = '') => {
      if (type === '%') return '%';
      const size = width(wide);
      const digits = exact === undefined ? undefined : width(exact);
      budget.make(size + (digits ?? 0));
      const value = key === undefined ? next() : keyed(values, key);
      return pad(convert(type, demand(value), digits, flags, budget), size, flags, /[diufFeEgGxXo]/u.test(type));
    },
  );
  if (used < rest.length && !(values instanceof Dict)) fail('the format asks for fewer values than it is given');
  budget.make(made.length);
  return made;
}

function keyed(values: Value, key: string): Value {
  if (!(values instanceof Dict)) return fail('the format needs a mapping');
  return presentOr(values.get(key), () => fail(`the format asks for \`${key}\`, which is not given`));
}

function convert(type: string, value: Value, digits: number | undefined, flags: string, budget: Budget): string {
  if (type === 's' || type === 'r' || type === 'a') {
    const text = type === 's' ? show(value, budget) : represent(value, budget);
    return digits === undefined ? text : [...text].slice(0, digits).join('');
  }
  if (type === 'c') return typeof value === 'number' ? String.fromCodePoint(value) : show(value, budget);
  const number = numberOf(value);
  if (number === undefined) return fail(`\`%${type}\` needs a number`);
  const sign = number < 0 || Object.is(number, -0) ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  return sign + formatNumber(type, Math.abs(number), digits, flags.includes('#'));
}

/** The digits of a number without its sign, as `%` and `format` write them. */
export function formatNumber(type: string, size: number, digits = 6, alternative = false): string {
  const places = Math.min(100, digits);
  switch (type) {
    case 'd':
    case 'i':
    case 'u':
      return String(Math.trunc(size));
    case 'x':
      return `${alternative ? '0x' : ''}${Math.trunc(size).toString(16)}`;
    case 'X':
      return `${alternative ? '0X' : ''}${Math.trunc(size).toString(16).toUpperCase()}`;
    case 'o':
      return `${alternative ? '0o' : ''}${Math.trunc(size).toString(8)}`;
    case 'f':
    case 'F':
      return toPlaces(size, places);
    case 'e':
    case 'E': {
      const text = size.toExponential(places).replace(/e([+-])(\d)$/u, 'e$10$2');
      return type === 'E' ? text.toUpperCase() : text;
    }
    case 'g':
    case 'G': {
      const text = general(size, Math.max(1, places));
      return type === 'G' ? text.toUpperCase() : text;
    }
    default:
      return fail(`\`%${type}\` is no format`);
  }
}

/** As many digits after the point, an exact half to the even digit, as Python rounds; JavaScript rounds it up. */
export function toPlaces(size: number, places: number): string {
  const exact = size.toFixed(Math.min(100, places + 30));
  const point = exact.indexOf('.');
  if (!/^50*$/u.test(exact.slice(point + 1 + places))) return size.toFixed(places);
  const cut = exact.slice(0, places === 0 ? point : point + 1 + places);
  return /[13579]$/u.test(cut) ? size.toFixed(places) : cut;
}

function general(size: number, digits: number): string {
  const exponent = size === 0 ? 0 : Number(size.toExponential(digits - 1).split('e')[1]);
  if (exponent >= -4 && exponent < digits) {
    const text = size.toFixed(Math.max(0, digits - 1 - exponent));
    return text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
  }
  const [number = '', power = ''] = size.toExponential(digits - 1).split('e');
  return `${number.includes('.') ? number.replace(/\.?0+$/u, '') : number}e${power[0] ?? '+'}${power.slice(1).padStart(2, '0')}`;
}

function pad(text: string, width: number, flags: string, number: boolean): string {
  const missing = width - [...text].length;
  if (missing <= 0) return text;
  if (flags.includes('-')) return text + ' '.repeat(missing);
  if (!number || !flags.includes('0')) return ' '.repeat(missing) + text;
  const sign = /^[-+ ]/u.exec(text)?.[0] ?? '';
  return sign + '0'.repeat(missing) + text.slice(sign.length);
}
