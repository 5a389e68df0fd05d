import type { Located, Path } from '../yaml/located.ts';
import { type JsonMember, jsonMembers, skipSpace } from './json-members.ts';
import { TextLines } from './text-lines.ts';

/**
 * Finds parts of strict JSON of any length by walking to them, through each map or list on the way once. Of a key that is
 * written twice the second is found: its value is the one that was read.
 * @param from line of the file at which `text` begins, where it is only a part.
 */
export function locateJson(text: string, file: string, from = 1): Located['at'] {
  const lines = new TextLines(text);
  const entered = new Map<number, ReadonlyMap<string, JsonMember>>();
  const enter = (from: number) => {
    const members = entered.get(from) ?? new Map([...jsonMembers(text, from)].map((one) => [String(one.key), one]));
    entered.set(from, members);
    return members;
  };
  const offsetOf = (path: Path, on: 'key' | 'value') => {
    let at = skipSpace(text, 0);
    for (const [depth, step] of path.entries()) {
      const found = enter(at).get(String(step));
      if (found === undefined) break;
      if (on === 'key' && depth === path.length - 1) return found.keyAt;
      at = found.valueAt;
    }
    return at;
  };
  return (path, on = 'value') => {
    const { line, column } = lines.placeOf(offsetOf(path, on));
    return { file, line: line + from - 1, column };
  };
}
