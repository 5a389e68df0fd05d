import { jsonMembers, skipSpace } from '../../core/json-text/json-members.ts';
import { TextLines } from '../../core/json-text/text-lines.ts';
import type { Position } from '../../core/position.ts';
import type { Problem } from '../../core/problem.ts';
import { clip } from '../../core/text/clip.ts';

/**
 * Keys of a map, and of the maps directly in it, that no scores may stand under: JSON keeps the last of two equal keys and
 * drops the other's scores in silence; `__proto__` is refused in every file.
 */
export function repeatedKeys(text: string, file: string): readonly Problem[] {
  const lines = new TextLines(text);
  const root = skipSpace(text, 0);
  const inner = [...jsonMembers(text, root)].filter(({ valueAt }) => text[valueAt] === '{');
  return [root, ...inner.map(({ valueAt }) => valueAt)].flatMap((from) =>
    repeatedIn(text, from, (offset) => ({ file, ...lines.placeOf(offset) })),
  );
}

function repeatedIn(text: string, from: number, at: (offset: number) => Position): readonly Problem[] {
  const seen = new Set<string | number>();
  const problems: Problem[] = [];
  for (const { key, keyAt } of jsonMembers(text, from)) {
    const fault =
      key === '__proto__'
        ? { what: 'The key `__proto__` is not taken.', fix: 'Rename it.' }
        : seen.has(key)
          ? { what: `The key \`${clip(String(key), 80)}\` is written twice.`, fix: 'Keep one of the two.' }
          : undefined;
    seen.add(key);
    if (fault !== undefined) problems.push({ reason: 'files', ...fault, at: at(keyAt) });
  }
  return problems;
}
