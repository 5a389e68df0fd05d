import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Position } from '../position.ts';
import type { Path } from './located.ts';

/** Where the part of a document at `path` was written, or the nearest part around it that was. */
export function findPosition(
  document: Document,
  path: Path,
  on: 'key' | 'value' | undefined,
  position: (offset: number) => Position,
): Position {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    const found = stepInto(node, step, last && on === 'key');
    if (found === undefined) break;
    offset = found.offset ?? offset;
    // What an alias repeats is shown where the alias stands: there the reader uses it.
    if (isAlias(found.node)) break;
    node = found.node;
  }
  return position(offset);
}

function stepInto(
  node: unknown,
  step: string | number,
  onKey: boolean,
): { readonly node: unknown; readonly offset: number | undefined } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { node: item, offset: startOf(item) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value ?? '') === String(step));
  if (pair === undefined) return undefined;
  const key = startOf(pair.key);
  return { node: pair.value, offset: onKey ? key : (startOf(pair.value) ?? key) };
}

function startOf(node: unknown): number | undefined {
  if (!isNodeWithRange(node)) return undefined;
  return node.range?.[0];
}

function isNodeWithRange(node: unknown): node is Node {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
}
