/** A character of private use that stands in none of the texts, to mark a place in what is rendered. */
export function freeCharacter(texts: string): string {
  for (let code = 0xe000; code < 0xf8ff; code++) {
    const one = String.fromCharCode(code);
    if (!texts.includes(one)) return one;
  }
  return '\u{f8ff}';
}
