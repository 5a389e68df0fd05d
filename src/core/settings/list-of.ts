import { z } from 'zod';

/** A list, or a text that holds one: entries one a line or separated by commas, trimmed, empty ones dropped. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.union([z.string().transform(splitList).pipe(z.array(item)), z.array(item)]);
}

/** A comma inside braces (`*.{yml,yaml}`) separates nothing. */
function splitList(text: string): unknown[] {
  return text
    .split(/\r\n|[\r\n]|,(?![^{\n]*\})/u)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
