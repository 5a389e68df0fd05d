import type { Budget } from './budget.ts';
import { Callable, Dict, Fields, Float, Range, Tuple, Undefined, type Value, View } from './value.ts';

/** Python's `str()` of a value: what `{{ … }}` writes. */
export function show(value: Value, budget: Budget): string {
  if (typeof value === 'string') return value;
  if (value instanceof Undefined) return '';
  const text = represent(value, budget);
  budget.make(text.length);
  return text;
}

/** Python's `repr()` of a value: how lists and dicts show what they hold. */
export function represent(value: Value, budget: Budget): string {
  budget.step();
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (value === null) return 'None';
  if (value instanceof Float) return showFloat(value.value);
  const all = (items: readonly Value[]): string =>
    budget.nest(() => items.map((item) => represent(item, budget)).join(', '));
  if (Array.isArray(value)) return `[${all(value)}]`;
  if (value instanceof Tuple) return value.items.length === 1 ? `(${all(value.items)},)` : `(${all(value.items)})`;
  if (value instanceof View) return `${value.name}([${all(value.items)}])`;
  if (value instanceof Dict) {
    const members = value.entries().map(([key, held]) => `${represent(key, budget)}: ${all([held])}`);
    return `{${members.join(', ')}}`;
  }
  if (value instanceof Range) {
    const step = value.step === 1 ? '' : `, ${value.step}`;
    return `range(${value.start}, ${value.stop}${step})`;
  }
  if (value instanceof Undefined) return 'Undefined';
  if (value instanceof Callable) return `<Macro '${value.name}'>`;
  return value instanceof Fields ? `<${value.kind}>` : '';
}

/** Python's `repr` of a float: the shortest digits, with an exponent below 1e-4 and from 1e16 on. */
export function showFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  if (value === 0) return '0.0';
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e16) {
    const [digits = '', exponent = ''] = value.toExponential().split('e');
    const power = exponent.slice(1).padStart(2, '0');
    return `${digits}e${exponent[0] ?? '+'}${power}`;
  }
  const text = size < 1e-6 ? value.toFixed(20).replace(/0+$/u, '') : String(value);
  return /[.e]/u.test(text) ? text : `${text}.0`;
}

/** Single quotes, unless the text holds such and no double ones; what cannot be printed is escaped. */
function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/[\\'"\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Zs}]/gu, (char) => {
    if (char === ' ') return char;
    if (char === '\\' || char === mark) return `\\${char}`;
    if (char === "'" || char === '"') return char;
    const named = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[char];
    if (named !== undefined) return named;
    const code = char.codePointAt(0) ?? 0;
    if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
    if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
    return `\\U${code.toString(16).padStart(8, '0')}`;
  });
  return `${mark}${escaped}${mark}`;
}
