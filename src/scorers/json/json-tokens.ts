/** The ends of JSON's tokens in a text, by RFC 8259. −1: there is no such token at this place. */

const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const escaped = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;

/** The first place that is no white space. */
export function endOfSpace(text: string, start: number): number {
  let at = start;
  while (' \n\r\t'.includes(text[at] ?? '.')) at += 1;
  return at;
}

/** After the closing quote of a string that starts here. */
export function endOfString(text: string, start: number): number {
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
export function endOfScalar(text: string, start: number): number {
  const word = ['true', 'false', 'null'].find((one) => text.startsWith(one, start));
  if (word !== undefined) return start + word.length;
  number.lastIndex = start;
  return number.test(text) ? number.lastIndex : -1;
}
