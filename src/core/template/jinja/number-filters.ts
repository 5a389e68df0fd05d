import { numberFrom } from './arithmetic.ts';
import { demand, numberOf } from './compare.ts';
import { fail } from './fault.ts';
import { toPlaces } from './format-percent.ts';
import type { ToolTable } from './tool.ts';
import { Float, presentOr, typeName, type Value } from './value.ts';

/** Filters of numbers. */
export const numberFilters: ToolTable<Value> = {
  abs: {
    parameters: [],
    run: (value) => (value instanceof Float ? new Float(Math.abs(value.value)) : Math.abs(asNumber(value, 'abs'))),
  },
  int: {
    parameters: ['default', 'base'],
    run(value, given) {
      demand(value);
      const base = given.whole('base', 10);
      const number = typeof value === 'string' ? readInteger(value, base) : numberOf(value);
      if (number === undefined || !Number.isFinite(number)) return presentOr(given.get('default'), () => 0);
      return numberFrom(Math.trunc(number), true);
    },
  },
  float: {
    parameters: ['default'],
    run(value, given) {
      demand(value);
      const number = typeof value === 'string' ? readFloat(value) : numberOf(value);
      return number === undefined ? presentOr(given.get('default'), () => new Float(0)) : new Float(number);
    },
  },
  round: {
    parameters: ['precision', 'method'],
    run(value, given) {
      const number = asNumber(value, 'round');
      const precision = given.whole('precision', 0);
      const method = given.text('method', 'common');
      const factor = 10 ** precision;
      if (method === 'ceil') return new Float(Math.ceil(number * factor) / factor);
      if (method === 'floor') return new Float(Math.floor(number * factor) / factor);
      if (method !== 'common') return fail('the method of `round` must be common, ceil or floor');
      const rounded =
        precision < 0
          ? Math.round(number * factor) / factor
          : Number(toPlaces(Math.abs(number), Math.min(precision, 100))) * (number < 0 ? -1 : 1);
      return value instanceof Float || precision >= 0 ? roundedOf(value, rounded) : rounded;
    },
  },
};

/** Python rounds a whole number to a whole one. */
function roundedOf(value: Value, rounded: number): Value {
  return value instanceof Float ? new Float(rounded) : rounded;
}

function asNumber(value: Value, name: string): number {
  return numberOf(demand(value)) ?? fail(`\`${name}\` needs a number, not a ${typeName(value)}`);
}

function readInteger(text: string, base: number): number | undefined {
  const digits = text
    .trim()
    .replaceAll('_', '')
    .replace(base === 16 ? /^0x/iu : base === 2 ? /^0b/iu : base === 8 ? /^0o/iu : /^$/u, '');
  const allowed = '0123456789abcdefghijklmnopqrstuvwxyz'.slice(0, base);
  if (new RegExp(`^[-+]?[${allowed}]+$`, 'iu').test(digits)) return Number.parseInt(digits, base);
  return readFloat(text);
}

function readFloat(text: string): number | undefined {
  const written = text.trim().replaceAll('_', '');
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/iu.test(written)) return Number(written);
  const special = /^([-+]?)(?:inf(?:inity)?|(nan))$/iu.exec(written);
  return special === null
    ? undefined
    : special[2] === undefined
      ? special[1] === '-'
        ? Number.NEGATIVE_INFINITY
        : Number.POSITIVE_INFINITY
      : Number.NaN;
}
