/**
 * The texts of a list written as one, with commas between them: white space around a comma and empty texts are left
 * out; in double quotes a text may hold commas, and `""` or `\"` a quote.
 * @returns `undefined` where a quote is left open, or something follows the closing one.
 */
export function splitList(written: string): readonly string[] | undefined {
  const item = /[\s,]*(?:"((?:[^"\\]|\\[\s\S]|"")*)"\s*(?=,|$)|([^",\s][^,]*))/uy;
  const items: string[] = [];
  while (/[^\s,]/u.test(written.slice(item.lastIndex))) {
    const match = item.exec(written);
    if (match === null) return undefined;
    const [, quoted, plain = ''] = match;
    items.push(
      quoted === undefined ? plain.trim() : quoted.replaceAll(/\\(["\\])|""/gu, (_, one: string) => one ?? '"'),
    );
  }
  return items;
}
