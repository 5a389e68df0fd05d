/** Keys from this length on are masked wherever they stand. */
const surelyKey = 8;
/** Shorter ones, down to this length, only where they stand alone; still shorter ones are dummies of local services. */
const perhapsKey = 4;

/** Text of a service, safe and short enough for one line of a message: without its keys, control characters or length. */
export function quoteService(text: string, ...keys: readonly (string | undefined)[]): string {
  const line = keys
    .reduce<string>((said, key) => withoutKey(said, key ?? ''), text)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return line.length > 300 ? `${line.slice(0, 299).toWellFormed()}…` : line;
}

/** A key such as `x` would black out letters of ordinary words; one such as `sk-1234` is a gateway's that somebody set. */
function withoutKey(text: string, key: string): string {
  if (key.length >= surelyKey) return text.replaceAll(key, '[key]');
  if (key.length < perhapsKey) return text;
  const alone = new RegExp(
    `(?<![\\p{L}\\p{N}])${key.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')}(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return text.replaceAll(alone, '[key]');
}
