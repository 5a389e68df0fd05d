/** Where in a text a JSON object or array stands: from `start` up to, not including, `end`. */
export type JsonStretch = {
  readonly start: number;
  readonly end: number;
  /** An array in which no object stands: a footnote such as [1] is one. */
  readonly plain: boolean;
  /** How deep it is nested, itself included. */
  readonly depth: number;
};

/** A bracket that was opened. */
type Open = { readonly start: number; readonly array: boolean; plain: boolean; depth: number };

/** What may come next inside of what is open. */
type Expects = 'key' | 'key or end' | 'colon' | 'value' | 'value or end' | 'comma or end';

/**
 * Finds the objects and arrays of JSON in a text of any kind, those inside of others left out, in their order.
 *
 * Time grows with the length of the text alone. A reading that fails has told of all brackets open in it that nothing
 * complete starts there: read by itself, each would have met the same character. So no bracket is started from twice,
 * and only what one reading took for the inside of a string is read again.
 */
export function findJson(text: string): readonly JsonStretch[] {
  const seen = new Uint8Array(text.length);
  const found: JsonStretch[] = [];
  for (let start = 0; start < text.length; start += 1) {
    if (seen[start] === 1 || !(text[start] === '{' || text[start] === '[')) continue;
    for (const stretch of readFrom(text, start, seen)) {
      seen.fill(1, stretch.start, stretch.end);
      found.push(stretch);
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** Reads from a bracket on as far as it is JSON: the outermost of what was complete by then. */
function readFrom(text: string, from: number, seen: Uint8Array): readonly JsonStretch[] {
  const open: Open[] = [];
  const whole: JsonStretch[] = [];
  let expects: Expects = 'value';
  for (let at = from; ; at = endOfSpace(text, at)) {
    const character = text[at];
    const top = open.at(-1);
    const value: boolean = expects === 'value' || expects === 'value or end';
    if ((character === '{' || character === '[') && value) {
      seen[at] = 1;
      open.push({ start: at, array: character === '[', plain: character === '[', depth: 1 });
      expects = character === '[' ? 'value or end' : 'key or end';
      at += 1;
    } else if ((character === '}' || character === ']') && top !== undefined && closes(character, top, expects)) {
      open.pop();
      at += 1;
      while ((whole.at(-1)?.start ?? -1) > top.start) whole.pop();
      whole.push({ start: top.start, end: at, plain: top.plain, depth: top.depth });
      const around = open.at(-1);
      if (around === undefined) return whole;
      around.plain &&= top.plain;
      around.depth = Math.max(around.depth, top.depth + 1);
      expects = 'comma or end';
    } else if (character === ',' && expects === 'comma or end') {
      expects = top?.array === true ? 'value' : 'key';
      at += 1;
    } else if (character === ':' && expects === 'colon') {
      expects = 'value';
      at += 1;
    } else {
      const key: boolean = expects === 'key' || expects === 'key or end';
      const end = key || value ? (character === '"' ? endOfString(text, at) : value ? endOfScalar(text, at) : -1) : -1;
      if (end < 0) return whole;
      expects = key ? 'colon' : 'comma or end';
      at = end;
    }
  }
}

function closes(character: string, { array }: Open, expects: Expects): boolean {
  if (expects === 'comma or end') return array === (character === ']');
  return array ? character === ']' && expects === 'value or end' : character === '}' && expects === 'key or end';
}

/** The ends of JSON's tokens in a text, by RFC 8259. −1: there is no such token at this place. */

const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const escaped = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;

/** The first place that is no white space. */
function endOfSpace(text: string, start: number): number {
  let at = start;
  while (' \n\r\t'.includes(text[at] ?? '.')) at += 1;
  return at;
}

/** After the closing quote of a string that starts here. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return -1;
    if (code !== 0x5c) at += 1;
    else {
      escaped.lastIndex = at + 1;
      if (!escaped.test(text)) return -1;
      at = escaped.lastIndex;
    }
  }
  return -1;
}

/** After a number, `true`, `false` or `null`. */
function endOfScalar(text: string, start: number): number {
  const word = ['true', 'false', 'null'].find((one) => text.startsWith(one, start));
  if (word !== undefined) return start + word.length;
  number.lastIndex = start;
  return number.test(text) ? number.lastIndex : -1;
}
