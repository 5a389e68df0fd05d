import { seededRandom } from './seeded-random.ts';

/** Numbers at random, in [0, below). The same seed gives the same ones. */
export type Random = (below: number) => number;

/** The same draws for the same seed. */
export function createRandom(seed: number): Random {
  const next = seededRandom(seed);
  return (below) => Math.floor(next() * below);
}

/** What has upset readers of text: numbers, names of every object, marks of formats and templates, odd characters. */
const tokens: readonly string[] = [
  ...['1e999', '-0', '99999999999999999999999', '1e-400', '0x1F', '.inf', '.nan', 'NaN', '-1', '0.1e1', '1_000'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'length', '__defineGetter__', 'then'],
  ...['null', 'true', 'false', '~', '{}', '[]', '""', "''", ',', ':', ': ', '- ', '? ', '\n', '\r\n', '\r', '\t', ' '],
  ...[
    '&a ',
    '*a',
    '<<: ',
    '!!js/function ',
    '!!binary ',
    '!x ',
    '%YAML 1.1\n',
    '---\n',
    '...\n',
    '|\n',
    '>-\n',
    '#',
    '"',
    "'",
  ],
  ...[
    '{{',
    '}}',
    '{%',
    '%}',
    '{#',
    '#}',
    '{{ x }}',
    '{% for i in x %}',
    '{% endfor %}',
    '{% if',
    '{%-',
    '-%}',
    '${',
    '$',
    '%(',
    ')s',
    '%',
  ],
  ...[
    '\ufeff',
    '\u0000',
    '\ud800',
    '\udc00',
    '\u2028',
    '\u202e',
    '\u{1f468}',
    '\u0301',
    '\u001b[31m',
    '\u0085',
    '\u00a0',
  ],
  ...[
    '<!-- promptgate ',
    ' -->',
    '</',
    '<a b="',
    '<![CDATA[',
    '&lt;',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '&a;',
    '```json\n',
    '```',
  ],
  ...[
    'SELECT ',
    ' FROM ',
    ' WHERE ',
    ';',
    '--',
    '/*',
    '*/',
    '(',
    ')',
    '(((',
    '[[[',
    '{{{',
    '"a":',
    '\\',
    '\\u',
    '\\ud800',
    '\\x',
  ],
  ...[
    '$ref',
    '#/$defs/a',
    '$id',
    'pattern',
    '(a+)+$',
    '[',
    ']',
    '(?',
    '{1,99999}',
    '$..',
    '[?(@',
    '**',
    '*',
    '!',
    '../',
    '/etc/passwd',
  ],
  ...[
    '@@ -1 +1 @@\n',
    '--- a\n',
    '+++ b\n',
    'file://',
    'http://',
    'PK\u0003\u0004',
    'data:',
    '0'.repeat(400),
    'a'.repeat(2_000),
  ],
];

/** Texts that go down further than a program's own calls can, in every form that nests. */
export const deepTexts: readonly string[] = [
  ...['[', '(', '- ', '<a>', '{a', '!('].map((open) => open.repeat(30_000)),
  ...['{"a":', 'a = [', 'a = {b = '].map((open) => open.repeat(20_000)),
  ...['{% if x %}', '{{ (', '{{ not '].map((open) => open.repeat(8_000)),
  `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
  `${'a.'.repeat(20_000)}a = 1`,
  `{{ 1${'+1'.repeat(20_000)} }}`,
  `{{ a${'|upper'.repeat(10_000)} }}`,
  `{{ ${'['.repeat(20_000)}`,
];

const nested = (open: string, inside: string, close: string, levels = 5_000): string =>
  open.repeat(levels) + inside + close.repeat(levels);

/** Values that are nested, whole and deep, for what reads values out of JSON. */
export const deepValues: readonly string[] = [
  nested('[', '', ']'),
  nested('{"a":', '1', '}'),
  nested('{"message":', '{}', '}'),
  nested('{"system":', '1', '}'),
  nested('{"messages":[', '', ']}'),
  nested('[{"type":"text","text":', '[]', '}]', 3_000),
  nested('{"arrayValue":{"values":[', '', ']}}', 3_000),
];

/** One text made of others and of tokens: bits changed, parts moved, doubled, cut, nested or put together anew. */
export function mutateText(seeds: readonly string[], random: Random): string {
  const pick = <T>(all: readonly T[], otherwise: T): T => all[random(all.length)] ?? otherwise;
  let text = random(12) === 0 ? grow(random) : pick(seeds, '');
  for (let left = random(5); left >= 0; left -= 1) text = changeOnce(text, pick(seeds, ''), random);
  return text.slice(0, longest);
}

/** Longer inputs are for the tests of limits. */
const longest = 4_000;

function changeOnce(text: string, other: string, random: Random): string {
  const from = random(text.length + 1);
  const to = Math.min(text.length, from + random(1 + random(80)));
  const part = text.slice(from, to);
  const put = (by: string) => text.slice(0, from) + by + text.slice(to);
  switch (random(11)) {
    case 0:
      return put(String.fromCharCode(...[...part].map((one) => (one.codePointAt(0) ?? 0) ^ (1 << random(8)))));
    case 1:
      return put(tokens[random(tokens.length)] ?? '');
    case 2:
      return text.slice(0, from) + (tokens[random(tokens.length)] ?? '') + text.slice(from);
    case 3:
      return text.slice(0, from);
    case 4:
      return put('');
    case 5:
      return put(part.repeat(2 + random(3)));
    case 6:
      return text.slice(0, from) + other.slice(random(other.length + 1));
    case 7:
      return doubleLine(text, random);
    case 8:
      return put(nest(part, random));
    case 9:
      return put([...part].toReversed().join(''));
    default:
      return text.replace(/\d+(?:\.\d+)?|"[^"\n]*"/u, () => tokens[random(tokens.length)] ?? '');
  }
}

/** The same key twice, or a line where it does not belong. */
function doubleLine(text: string, random: Random): string {
  const lines = text.split('\n');
  const line = lines[random(lines.length)] ?? '';
  return lines.toSpliced(random(lines.length + 1), 0, line).join('\n');
}

const brackets = [
  ['[', ']'],
  ['{"a":', '}'],
  ['(', ')'],
  ['<a>', '</a>'],
  ['{% if x %}', '{% endif %}'],
  ['- ', ''],
  ['{{', '}}'],
] as const;

function nest(part: string, random: Random): string {
  const [open, close] = brackets[random(brackets.length)] ?? brackets[0];
  const deep = random(5) === 0 ? 250 : 1 + random(12);
  return `${open.repeat(deep)}${part}${random(4) === 0 ? '' : close.repeat(deep)}`;
}

/** A text of tokens alone. */
function grow(random: Random): string {
  return Array.from({ length: 1 + random(24) }, () => tokens[random(tokens.length)] ?? '').join(
    random(2) === 0 ? '' : ' ',
  );
}
