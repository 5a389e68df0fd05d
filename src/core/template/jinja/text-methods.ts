import type { Arguments } from './arguments.ts';
import type { Budget } from './budget.ts';
import { itemsOf, sizeOf } from './compare.ts';
import { fail } from './fault.ts';
import { Tuple, typeName, type Value } from './value.ts';

type Method = {
  readonly parameters: readonly string[];
  readonly run: (text: string, given: Arguments, budget: Budget) => Value;
};

const cased = /\p{Lu}|\p{Ll}|\p{Lt}/u;
const lower = (text: string): string => text.toLowerCase();
const plain = (run: (text: string) => Value): Method => ({ parameters: [], run });
const test = (pattern: RegExp): Method => plain((text) => pattern.test(text));

/** Methods of `str`. */
export const textMethods: Readonly<Record<string, Method>> = {
  upper: plain((text) => text.toUpperCase()),
  lower: plain(lower),
  casefold: plain((text) => lower(text).replaceAll('ß', 'ss')),
  title: plain((text) => text.replaceAll(/\p{L}+/gu, (word) => capitalize(word))),
  capitalize: plain(capitalize),
  swapcase: plain((text) =>
    Array.from(text, (char) => (char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase())).join(''),
  ),
  isdigit: test(/^\p{Nd}+$/u),
  isdecimal: test(/^\p{Nd}+$/u),
  isnumeric: test(/^\p{N}+$/u),
  isalpha: test(/^\p{L}+$/u),
  isalnum: test(/^[\p{L}\p{N}]+$/u),
  isspace: test(/^\s+$/u),
  isidentifier: test(/^[\p{L}_][\p{L}\p{N}_]*$/u),
  isupper: plain((text) => cased.test(text) && text === text.toUpperCase()),
  islower: plain((text) => cased.test(text) && text === text.toLowerCase()),
  istitle: plain((text) => cased.test(text) && text === text.replaceAll(/\p{L}+/gu, capitalize)),
  strip: { parameters: ['chars'], run: (text, given) => strip(text, given, 'both') },
  lstrip: { parameters: ['chars'], run: (text, given) => strip(text, given, 'left') },
  rstrip: { parameters: ['chars'], run: (text, given) => strip(text, given, 'right') },
  split: { parameters: ['sep', 'maxsplit'], run: split },
  rsplit: {
    parameters: ['sep', 'maxsplit'],
    run(text, given, budget) {
      const most = given.whole('maxsplit', -1);
      const sep = given.get('sep') ?? null;
      if (most < 0) return split(text, given, budget);
      const parts = splitAt(text, sep);
      const kept = parts.slice(Math.max(0, parts.length - most));
      const rest = parts.slice(0, Math.max(0, parts.length - most));
      return rest.length === 0 ? kept : [rest.join(typeof sep === 'string' ? sep : ' '), ...kept];
    },
  },
  splitlines: {
    parameters: ['keepends'],
    run(text, given) {
      const lines = text.split(/(?<=\r\n|\n|\r(?!\n)|[\x85\u2028\u2029])/u).filter((line) => line !== '');
      return given.flag('keepends', false)
        ? lines
        : lines.map((line) => line.replace(/(?:\r\n|[\n\r\x85\u2028\u2029])$/u, ''));
    },
  },
  join: {
    parameters: ['iterable'],
    run(text, given, budget) {
      const items = itemsOf(given.get('iterable') ?? fail('`join` needs a list'), budget);
      const texts = items.map((item) =>
        typeof item === 'string' ? item : fail(`\`join\` takes texts, not a ${typeName(item)}`),
      );
      budget.make(texts.reduce((sum, one) => sum + one.length + text.length, 0));
      return texts.join(text);
    },
  },
  replace: {
    parameters: ['old', 'new', 'count'],
    run: (text, given, budget) =>
      replaceText(text, given.text('old', ''), given.text('new', ''), given.whole('count', -1), budget),
  },
  startswith: {
    parameters: ['prefix', 'start'],
    run: (text, given) => affixes(given, 'prefix').some((one) => text.startsWith(one, given.whole('start', 0))),
  },
  endswith: {
    parameters: ['suffix'],
    run: (text, given) => affixes(given, 'suffix').some((one) => text.endsWith(one)),
  },
  removeprefix: {
    parameters: ['prefix'],
    run: (text, given) =>
      text.startsWith(given.text('prefix', '')) ? text.slice(given.text('prefix', '').length) : text,
  },
  removesuffix: {
    parameters: ['suffix'],
    run: (text, given) => {
      const suffix = given.text('suffix', '');
      return suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
    },
  },
  find: {
    parameters: ['sub', 'start'],
    run: (text, given) => codePoints(text, text.indexOf(given.text('sub', ''), given.whole('start', 0))),
  },
  rfind: { parameters: ['sub'], run: (text, given) => codePoints(text, text.lastIndexOf(given.text('sub', ''))) },
  index: {
    parameters: ['sub', 'start'],
    run(text, given) {
      const at = text.indexOf(given.text('sub', ''), given.whole('start', 0));
      return at < 0 ? fail('the text to be found is not there') : codePoints(text, at);
    },
  },
  count: {
    parameters: ['sub'],
    run: (text, given) =>
      given.text('sub', '') === '' ? (sizeOf(text) ?? 0) + 1 : text.split(given.text('sub', '')).length - 1,
  },
  partition: {
    parameters: ['sep'],
    run: (text, given) => partition(text, given.text('sep', ''), text.indexOf(given.text('sep', '')), 'left'),
  },
  rpartition: {
    parameters: ['sep'],
    run: (text, given) => partition(text, given.text('sep', ''), text.lastIndexOf(given.text('sep', '')), 'right'),
  },
  zfill: {
    parameters: ['width'],
    run: (text, given, budget) => {
      const sign = /^[-+]/u.exec(text)?.[0] ?? '';
      return sign + fill(text, given, budget).replaceAll(' ', '0') + text.slice(sign.length);
    },
  },
  ljust: { parameters: ['width', 'fillchar'], run: (text, given, budget) => text + fill(text, given, budget) },
  rjust: { parameters: ['width', 'fillchar'], run: (text, given, budget) => fill(text, given, budget) + text },
  center: {
    parameters: ['width', 'fillchar'],
    run: (text, given, budget) => {
      const all = fill(text, given, budget);
      const width = given.whole('width', 0);
      const left = Math.floor(all.length / 2) + (all.length & width & 1);
      return all.slice(0, left) + text + all.slice(left);
    },
  },
  expandtabs: {
    parameters: ['tabsize'],
    run: (text, given, budget) => {
      const size = given.whole('tabsize', 8);
      budget.make(size * text.split('\t').length);
      let column = 0;
      return text.replaceAll(/[^\t\n]+|\n|\t/gu, (part) => {
        const made = part === '\t' ? ' '.repeat(size <= 0 ? 0 : size - (column % size)) : part;
        column = part === '\n' ? 0 : column + made.length;
        return made;
      });
    },
  },
};

export function capitalize(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length).toLowerCase();
}

export function replaceText(text: string, old: string, by: string, most: number, budget: Budget): string {
  budget.step(1 + text.length / 50);
  const parts = text.split(old);
  const found = old === '' ? [...text].length + 1 : parts.length - 1;
  const times = most < 0 ? found : Math.min(most, found);
  budget.make(text.length + times * by.length);
  if (old === '') {
    const chars = [...text];
    return chars.map((char, at) => (at < times ? by + char : char)).join('') + (times > chars.length ? by : '');
  }
  return parts.map((part, at) => (at === 0 ? part : (at <= times ? by : old) + part)).join('');
}

function strip(text: string, given: Arguments, side: 'left' | 'right' | 'both'): string {
  const chars = given.get('chars') ?? null;
  if (chars === null) return side === 'both' ? text.trim() : side === 'left' ? text.trimStart() : text.trimEnd();
  const set = new Set(given.text('chars', ''));
  const all = [...text];
  let [from, to] = [0, all.length];
  if (side !== 'right') while (from < to && set.has(all[from] ?? '')) from++;
  if (side !== 'left') while (to > from && set.has(all[to - 1] ?? '')) to--;
  return all.slice(from, to).join('');
}

function splitAt(text: string, sep: Value): string[] {
  if (sep === null) return text.trim() === '' ? [] : text.trim().split(/\s+/u);
  if (typeof sep !== 'string') return fail(`a separator must be a text, not a ${typeName(sep)}`);
  return sep === '' ? fail('the separator is empty') : text.split(sep);
}

function split(text: string, given: Arguments, budget: Budget): Value {
  const sep = given.get('sep') ?? null;
  const most = given.whole('maxsplit', -1);
  const parts = splitAt(text, sep);
  budget.make(parts.length);
  if (most < 0 || parts.length <= most + 1) return parts;
  const head = parts.slice(0, most);
  if (typeof sep === 'string') return [...head, parts.slice(most).join(sep)];
  let rest = text.trimStart();
  for (const part of head) rest = rest.slice(part.length).trimStart();
  return [...head, rest];
}

function affixes(given: Arguments, name: string): readonly string[] {
  const value = given.get(name);
  const all = value instanceof Tuple ? value.items : [value];
  return all.map((one) => (typeof one === 'string' ? one : fail(`\`${name}\` must be a text or a tuple of texts`)));
}

function partition(text: string, sep: string, at: number, missing: 'left' | 'right'): Value {
  if (sep === '') return fail('the separator is empty');
  if (at < 0) return new Tuple(missing === 'left' ? [text, '', ''] : ['', '', text]);
  return new Tuple([text.slice(0, at), sep, text.slice(at + sep.length)]);
}

function codePoints(text: string, at: number): number {
  return at < 0 ? -1 : (sizeOf(text.slice(0, at)) ?? at);
}

function fill(text: string, given: Arguments, budget: Budget): string {
  const missing = Math.max(0, given.whole('width', 0) - (sizeOf(text) ?? 0));
  budget.make(missing);
  return given.text('fillchar', ' ').repeat(missing);
}
