/** Text of a service, safe and short enough for one line of a message: without the key, control characters or length. */
export function quoteService(text: string, key: string | undefined): string {
  const secretFree = key === undefined || key === '' ? text : text.replaceAll(key, '[key]');
  const line = secretFree.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 299).toWellFormed()}…` : line;
}
