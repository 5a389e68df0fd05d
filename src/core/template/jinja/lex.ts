import { MOST_TEMPLATE } from './budget.ts';
import { TemplateFault } from './fault.ts';

export type Token = {
  readonly kind: 'text' | 'print' | 'end' | 'tag' | 'name' | 'string' | 'integer' | 'float' | 'operator' | 'eof';
  /** Of texts and strings what they hold, of names and operators how they are written. */
  readonly value: string;
  readonly line: number;
};

/** White space around tags where it is not as Jinja's defaults have it; the names are those of `templates` in the config. */
export type Spacing = {
  /** The line feed after a tag or comment goes. */
  readonly 'trim-blocks'?: boolean | undefined;
  /** White space before a tag or comment goes, where nothing else is before it on its line. */
  readonly 'lstrip-blocks'?: boolean | undefined;
  /** The line feed at the template's end stays. */
  readonly 'keep-trailing-newline'?: boolean | undefined;
};

const open = /\{[{%#]/gu;
const rawBegin = /\{%[-+]?\s*raw\s*(?:(-)%\}\s*|%\})/uy;
const rawEnd = /\{%([-+]?)\s*endraw\s*(?:-%\}\s*|\+?%\})/gu;
const commentEnd = /-#\}\s*|\+?#\}/gu;

const space = /\s+/uy;
const rules: readonly (readonly [Token['kind'], RegExp])[] = [
  ['float', /(?<!\.)\d+(?:_\d+)*(?:(?:\.\d+(?:_\d+)*)?e[+-]?\d+(?:_\d+)*|\.\d+(?:_\d+)*)/iuy],
  ['integer', /0b(?:_?[01])+|0o(?:_?[0-7])+|0x(?:_?[\da-f])+|[1-9](?:_?\d)*|0(?:_?0)*/iuy],
  ['name', /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*/uy],
  ['string', /'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/uy],
  ['operator', /\*\*|\/\/|==|!=|>=|<=|[-+/*%~[\](){}><=.:|,;]/uy],
];
const ends = { print: /-\}\}\s*|\}\}/uy, tag: /-%\}\s*|\+?%\}/uy } as const;
const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * The tokens of a template, with white space controlled as Jinja's defaults have it but for `spacing`: nothing trimmed but by
 * `-`, and one line feed cut at the end. @throws TemplateFault
 */
export function lex(source: string, spacing: Spacing = {}): readonly Token[] {
  if (source.length > MOST_TEMPLATE) {
    throw new TemplateFault('limit', `it is longer than ${MOST_TEMPLATE.toLocaleString('en')} characters`);
  }
  const normal = source.replaceAll(/\r\n?/gu, '\n');
  const text = spacing['keep-trailing-newline'] === true ? normal : normal.replace(/\n$/u, '');
  const tokens: Token[] = [];
  const lines = lineCounter(text);
  const put = (kind: Token['kind'], value: string, at: number): void => {
    tokens.push({ kind, value, line: lines(at) });
  };
  const beforeTag = (data: string, sign: string, from: number): string => {
    if (sign === '-') return data.trimEnd();
    return sign !== '+' && spacing['lstrip-blocks'] === true
      ? withoutIndent(data, from === 0 || text[from - 1] === '\n')
      : data;
  };
  /** Where the text goes on after a tag that ends at `end`. */
  const afterTag = (end: number): number => {
    const signed = text[end - 3] === '+';
    return spacing['trim-blocks'] === true && !signed && /[%#]\}/u.test(text.slice(end - 2, end)) && text[end] === '\n'
      ? end + 1
      : end;
  };
  let at = 0;
  while (at < text.length) {
    open.lastIndex = at;
    const begin = open.exec(text)?.index ?? text.length;
    const sign = text[begin + 2] ?? '';
    const data = text.slice(at, begin);
    const isPrint = text[begin + 1] === '{';
    const kept = isPrint && sign !== '-' ? data : beforeTag(data, begin === text.length ? '+' : sign, at);
    if (kept !== '') put('text', kept, at);
    if (begin === text.length) break;
    const after = begin + (sign === '-' || sign === '+' ? 3 : 2);
    rawBegin.lastIndex = begin;
    const raw = rawBegin.exec(text);
    if (text[begin + 1] === '#') {
      commentEnd.lastIndex = begin + 2;
      if (commentEnd.exec(text) === null) throw new TemplateFault('syntax', 'a comment is not closed', lines(begin));
      at = afterTag(commentEnd.lastIndex);
    } else if (raw !== null) {
      rawEnd.lastIndex = rawBegin.lastIndex;
      const end = rawEnd.exec(text);
      if (end === null) throw new TemplateFault('syntax', '`raw` is not closed by `endraw`', lines(begin));
      const held = text.slice(rawBegin.lastIndex, end.index);
      put('text', beforeTag(held, end[1] ?? '', rawBegin.lastIndex), rawBegin.lastIndex);
      at = afterTag(rawEnd.lastIndex);
    } else {
      const end = lexTag(text, after, isPrint ? 'print' : 'tag', put, begin);
      at = isPrint ? end : afterTag(end);
    }
  }
  put('eof', '', text.length);
  return tokens;
}

/** A text without the white space that its last line consists of. @param starts whether it begins a line */
function withoutIndent(data: string, starts: boolean): string {
  const line = data.lastIndexOf('\n') + 1;
  return (line > 0 || starts) && data.slice(line).trim() === '' ? data.slice(0, line) : data;
}

/** Reads up to the end of a tag. @returns where the text goes on */
function lexTag(
  text: string,
  from: number,
  kind: 'print' | 'tag',
  put: (kind: Token['kind'], value: string, at: number) => void,
  begin: number,
): number {
  put(kind, '', begin);
  const brackets: string[] = [];
  let at = from;
  for (;;) {
    at = match(space, text, at)?.end ?? at;
    const end = brackets.length === 0 ? match(ends[kind], text, at) : undefined;
    if (end !== undefined) {
      put('end', '', at);
      return end.end;
    }
    const found = rules.map(([name, rule]) => ({ name, token: match(rule, text, at) })).find(({ token }) => token);
    if (found?.token === undefined) {
      const line = text.slice(0, at).split('\n').length;
      if (at >= text.length)
        throw new TemplateFault('syntax', `a \`${kind === 'tag' ? '{%' : '{{'}\` is not closed`, line);
      throw new TemplateFault('syntax', `\`${[...text.slice(at, at + 2)][0] ?? ''}\` is unexpected`, line);
    }
    const { value, end: next } = found.token;
    if (found.name === 'operator') {
      if ('([{'.includes(value)) brackets.push(value);
      if (closing[value] !== undefined && brackets.pop() !== closing[value]) {
        throw new TemplateFault('syntax', `\`${value}\` closes nothing`, text.slice(0, at).split('\n').length);
      }
    }
    put(found.name, found.name === 'string' ? readEscapes(value.slice(1, -1)) : value, at);
    at = next;
  }
}

function match(rule: RegExp, text: string, at: number): { readonly value: string; readonly end: number } | undefined {
  rule.lastIndex = at;
  const found = rule.exec(text);
  return found === null ? undefined : { value: found[0], end: rule.lastIndex };
}

const named: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\u0007',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
};

/** What Python's escapes in a string stand for; an unknown one stays as it is written. */
function readEscapes(written: string): string {
  return written.replaceAll(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([0-7]{1,3})|([\s\S]))/giu,
    (all: string, x?: string, u?: string, long?: string, octal?: string, char?: string) => {
      const hex = x ?? u ?? long;
      if (hex !== undefined) return String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex, 16)));
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      return named[char ?? ''] ?? all;
    },
  );
}

/** Lines of offsets that only grow. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let seen = 0;
  return (at) => {
    for (; seen < at; seen++) if (text[seen] === '\n') line++;
    return line;
  };
}
