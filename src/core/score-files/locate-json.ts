import type { Position } from '../position.ts';
import type { Located, Path } from '../yaml/located.ts';
import { type JsonMember, jsonMembers, skipSpace } from './json-members.ts';

/**
 * Finds parts of strict JSON of any length by walking to them. Of a key that is written twice the second is found: its
 * value is the one that was read.
 */
export function locateJson(text: string, file: string): Located['at'] {
  return (path, on) => positionIn(text, file, offsetOf(text, path, on));
}

/** Line and column of an offset. */
export function positionIn(text: string, file: string, offset: number): Position {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return { file, line, column: offset - start + 1 };
}

function offsetOf(text: string, path: Path, on: 'key' | 'value' = 'value'): number {
  let at = skipSpace(text, 0);
  for (const [depth, step] of path.entries()) {
    let found: JsonMember | undefined;
    for (const member of jsonMembers(text, at)) if (String(member.key) === String(step)) found = member;
    if (found === undefined) break;
    if (on === 'key' && depth === path.length - 1) return found.keyAt;
    at = found.valueAt;
  }
  return at;
}
