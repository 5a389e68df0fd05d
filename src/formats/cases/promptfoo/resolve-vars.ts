import type { Json, JsonObject } from '../../../core/json.ts';

/** Rounds in which variables inside variables are put in place, as in promptfoo: what refers to itself ends there. */
const rounds = 5;
/** Longest text that grows by it: five rounds of doubling make a bomb of a long one. */
const longest = 200_000;

/** The vars with `{{name}}` of other vars inside them put in place, and one line feed at a text's end left out. */
export function resolveVars(vars: JsonObject): JsonObject {
  const held = new Map(
    Object.entries(vars).map(([name, value]) => [name, typeof value === 'string' ? value.replace(/\n$/u, '') : value]),
  );
  for (let round = 0; round < rounds; round += 1) {
    let changed = false;
    for (const [name, value] of held) {
      const filled = typeof value === 'string' ? fillFirst(value, held) : undefined;
      if (filled === undefined || filled.length > longest) continue;
      held.set(name, filled);
      changed = true;
    }
    if (!changed) break;
  }
  return Object.fromEntries(held);
}

function fillFirst(text: string, held: ReadonlyMap<string, Json>): string | undefined {
  const match = /\{\{[ \t]*(\w+)[ \t]*\}\}/u.exec(text);
  const value = match === null ? undefined : held.get(match[1] ?? '');
  if (match === null || value === undefined || value === null || typeof value === 'object') return undefined;
  return `${text.slice(0, match.index)}${value}${text.slice(match.index + match[0].length)}`;
}
