import { z } from 'zod';

/** A list, or a text that holds one: entries one a line or separated by commas, trimmed, empty ones dropped. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.union([z.string().transform(splitList).pipe(z.array(item)), z.array(item)]);
}

/** A comma inside braces (`*.{yml,yaml}`) separates nothing. Braces do not reach over lines. */
function splitList(text: string): unknown[] {
  return text
    .split(/\r\n|[\r\n]/u)
    .flatMap(splitLine)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function splitLine(line: string): readonly string[] {
  const entries: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '{') depth += 1;
    else if (line[at] === '}') depth = Math.max(0, depth - 1);
    else if (line[at] === ',' && depth === 0) {
      entries.push(line.slice(start, at));
      start = at + 1;
    }
  }
  return [...entries, line.slice(start)];
}
