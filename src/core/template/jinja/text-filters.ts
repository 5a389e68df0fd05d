import { demand, isTruthy, itemsOf, numberOf, sizeOf } from './compare.ts';
import { escapeHtml } from './escape-html.ts';
import { fail } from './fault.ts';
import { formatPercent } from './format-percent.ts';
import { represent, show } from './show.ts';
import { capitalize, replaceText } from './text-methods.ts';
import type { Tool, Tools, ToolTable } from './tool.ts';
import { Dict, presentOr, Tuple, typeName, type Value } from './value.ts';
import { writeJson } from './write-json.ts';

const text = (run: (shown: string, tools: Tools) => Value): Tool<Value> => ({
  parameters: [],
  run: (value, _given, tools) => {
    const shown = show(value, tools.budget);
    tools.budget.make(shown.length);
    return run(shown, tools);
  },
});

/** Filters of texts. */
export const textFilters: ToolTable<Value> = {
  upper: text((shown) => shown.toUpperCase()),
  lower: text((shown) => shown.toLowerCase()),
  capitalize: text(capitalize),
  title: text((shown) =>
    shown
      .split(/([-\s({[<]+)/u)
      .map((part) => capitalize(part))
      .join(''),
  ),
  string: text((shown) => shown),
  safe: text((shown) => shown),
  escape: text(escapeHtml),
  e: text(escapeHtml),
  forceescape: text(escapeHtml),
  striptags: text((shown) =>
    unescapeHtml(shown.replaceAll(/<!--[\s\S]*?-->|<[^>]*>/gu, ''))
      .split(/\s+/u)
      .filter((word) => word !== '')
      .join(' '),
  ),
  wordcount: text((shown) => shown.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0),
  trim: {
    parameters: ['chars'],
    run: (value, given, tools) => {
      const shown = show(value, tools.budget);
      const chars = given.get('chars') ?? null;
      return chars === null ? shown.trim() : trimChars(shown, given.text('chars', ''));
    },
  },
  replace: {
    parameters: ['old', 'new', 'count'],
    run(value, given, { budget }) {
      const [old, by] = [given.get('old'), given.get('new')];
      if (old === undefined || by === undefined) return fail('`replace` needs what to look for and what to put there');
      const most = given.get('count') ?? null;
      return replaceText(show(value, budget), show(old, budget), show(by, budget), numberOf(most) ?? -1, budget);
    },
  },
  center: {
    parameters: ['width'],
    run(value, given, { budget }) {
      const shown = show(value, budget);
      const width = given.whole('width', 80);
      const missing = Math.max(0, width - (sizeOf(shown) ?? 0));
      budget.make(missing);
      const left = Math.floor(missing / 2) + (missing & width & 1);
      return ' '.repeat(left) + shown + ' '.repeat(missing - left);
    },
  },
  indent: { parameters: ['width', 'first', 'blank'], run: indent },
  truncate: { parameters: ['length', 'killwords', 'end', 'leeway'], run: truncate },
  wordwrap: {
    parameters: ['width', 'break_long_words', 'wrapstring', 'break_on_hyphens'],
    run(value, given, { budget }) {
      const shown = show(demand(value), budget);
      budget.step(shown.length);
      const width = Math.max(1, given.whole('width', 79));
      const long = given.flag('break_long_words', true);
      const lines = shown.split('\n').flatMap((line) => wrap(line, width, long, given.flag('break_on_hyphens', true)));
      budget.make(lines.length * given.text('wrapstring', '\n').length);
      return lines.join(given.text('wrapstring', '\n'));
    },
  },
  format: {
    parameters: [...'abcdefghijklmnopqrst'],
    run: (value, given, { budget }) => {
      const all = [...'abcdefghijklmnopqrst'].map((name) => given.get(name)).filter((one) => one !== undefined);
      return formatPercent(show(value, budget), new Tuple(all), budget);
    },
  },
  tojson: {
    parameters: ['indent'],
    run: (value, given, { budget }) => writeJson(value, given.get('indent') ?? null, budget),
  },
  pprint: { parameters: [], run: (value, _given, { budget }) => represent(value, budget) },
  urlencode: { parameters: [], run: (value, _given, tools) => urlencode(value, tools) },
  filesizeformat: {
    parameters: ['binary'],
    run(value, given) {
      const binary = given.flag('binary', false);
      const base = binary ? 1024 : 1000;
      const bytes = numberOf(value) ?? (Number(value) || 0);
      const prefixes = binary
        ? ['KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB', 'ZiB', 'YiB']
        : ['kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB'];
      if (bytes === 1) return '1 Byte';
      if (bytes < base) return `${Math.trunc(bytes)} Bytes`;
      const at = Math.min(prefixes.length, Math.floor(Math.log(bytes) / Math.log(base)));
      return `${(bytes / base ** at).toFixed(1)} ${prefixes[at - 1] ?? ''}`;
    },
  },
  xmlattr: {
    parameters: ['autospace'],
    run(value, given, { budget }) {
      if (!(value instanceof Dict)) return fail('`xmlattr` needs a dict');
      const members = value.entries().filter(([, held]) => held !== null && show(held, budget) !== '');
      const made = members
        .map(([key, held]) => `${escapeHtml(show(key, budget))}="${escapeHtml(show(held, budget))}"`)
        .join(' ');
      return made !== '' && given.flag('autospace', true) ? ` ${made}` : made;
    },
  },
};

function unescapeHtml(shown: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
  return shown.replaceAll(
    /&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/giu,
    (all: string, decimal?: string, hex?: string, name?: string) => {
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      if (name !== undefined) return named[name] ?? all;
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

function trimChars(shown: string, chars: string): string {
  const set = new Set(chars);
  const all = [...shown];
  let [from, to] = [0, all.length];
  while (from < to && set.has(all[from] ?? '')) from++;
  while (to > from && set.has(all[to - 1] ?? '')) to--;
  return all.slice(from, to).join('');
}

function indent(...[value, given, { budget }]: Parameters<Tool<Value>['run']>): Value {
  demand(value);
  if (typeof value !== 'string') return fail(`\`indent\` needs a text, not a ${typeName(value)}`);
  const width = presentOr(given.get('width'), () => 4);
  const space =
    typeof width === 'string' ? width : ' '.repeat(Math.min(1_000_000, Math.max(0, given.whole('width', 4))));
  const lines = value.split(/\r\n|[\n\r\x85\u2028\u2029]/u);
  budget.make(value.length + lines.length * space.length);
  const blank = given.flag('blank', false);
  const [first = '', ...rest] = lines;
  const all = [first, ...rest.map((line) => (line !== '' || blank ? space + line : line))].join('\n');
  return given.flag('first', false) ? space + all : all;
}

function truncate(...[value, given, { budget }]: Parameters<Tool<Value>['run']>): Value {
  const shown =
    typeof value === 'string'
      ? value
      : sizeOf(value) === 0
        ? ''
        : fail(`\`truncate\` needs a text, not a ${typeName(value)}`);
  const length = given.whole('length', 255);
  const end = given.text('end', '...');
  const leeway = given.get('leeway') === undefined || given.get('leeway') === null ? 5 : given.whole('leeway', 5);
  if (length < end.length) return fail('`truncate` keeps less than its end is long');
  const all = [...shown];
  budget.step(all.length / 100);
  if (all.length <= length + leeway) return value;
  const cut = all.slice(0, length - [...end].length).join('');
  if (given.flag('killwords', false)) return cut + end;
  const at = cut.lastIndexOf(' ');
  return (at < 0 ? cut : cut.slice(0, at)) + end;
}

/** As Python's `textwrap` does, without its treatment of tabs. */
function wrap(line: string, width: number, long: boolean, hyphens: boolean): readonly string[] {
  const parts = line
    .split(hyphens ? /(\s+|(?<=[\p{L}\d]-)(?=[\p{L}]))/u : /(\s+)/u)
    .filter((part) => part !== '')
    .toReversed();
  const lines: string[] = [];
  while (parts.length > 0) {
    if (lines.length > 0 && /^\s+$/u.test(parts.at(-1) ?? '')) parts.pop();
    let made = '';
    for (let part = parts.at(-1); part !== undefined && made.length + part.length <= width; part = parts.at(-1)) {
      made += part;
      parts.pop();
    }
    const next = parts.at(-1);
    if (next !== undefined && next.length > width) {
      const room = Math.max(1, width - made.length);
      if (long) {
        made += next.slice(0, room);
        parts[parts.length - 1] = next.slice(room);
      } else if (made === '') {
        made = next;
        parts.pop();
      }
    }
    if (made.trim() === '' && lines.length > 0 && parts.length === 0) break;
    lines.push(made.trimEnd());
  }
  return lines.length === 0 ? [''] : lines;
}

function urlencode(value: Value, { budget }: Tools): string {
  const quote = (part: Value, slash: boolean): string => {
    const encoded = encodeURIComponent(show(part, budget).toWellFormed()).replaceAll(
      /[!'()*]/gu,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    );
    return slash ? encoded.replaceAll('%2F', '/') : encoded.replaceAll('%20', '+');
  };
  if (typeof value === 'string' || !isTruthy(value) || numberOf(value) !== undefined) return quote(value, true);
  const pairs = value instanceof Dict ? value.entries() : itemsOf(value, budget).map((pair) => itemsOf(pair, budget));
  return pairs.map(([key = '', held = '']) => `${quote(key, false)}=${quote(held, false)}`).join('&');
}
