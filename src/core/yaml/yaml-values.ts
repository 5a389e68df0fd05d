import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Scalar, visit, type YAMLMap } from 'yaml';
import type { Json, JsonObject } from '../json.ts';

const deepest = 100;
const mostValues = 2_000_000;
/** Most keys of one map. */
export const mostKeys = 20_000;

/** Thrown inside the reading of a document, at an offset of its text; never leaves it. */
export class UnreadableNode extends Error {
  readonly offset: number;
  readonly fix: string;
  constructor(offset: number, what: string, fix: string) {
    super(what);
    this.name = 'UnreadableNode';
    this.offset = offset;
    this.fix = fix;
  }
}

/**
 * Turns a parsed document into JSON values. Written out rather than left to the library's own conversion, to
 * count every value that an alias repeats (its cap counts aliases, and so refuses an honest file that
 * refers to one list from every case) and to refuse what JSON cannot hold.
 */
export class YamlValues {
  readonly #document: Document;
  readonly #anchored: ReadonlyMap<Node, Node>;
  readonly #repeated: 'error' | 'last';
  #seen = 0;
  /** Offset of the first key that is written twice, where that is no error. */
  twice: number | undefined;

  constructor(document: Document, repeated: 'error' | 'last') {
    this.#document = document;
    this.#repeated = repeated;
    this.#anchored = followAliases(document);
  }

  /** @throws UnreadableNode */
  read(): Json {
    return this.#valueOf(this.#document.contents, 0);
  }

  #valueOf(node: unknown, depth: number): Json {
    this.#count(node, depth);
    if (node === null || node === undefined) return null;
    if (isAlias(node)) return this.#valueOf(this.#target(node), depth + 1);
    if (isMap(node)) return this.#objectOf(node, depth);
    if (isSeq(node)) return node.items.map((item) => this.#valueOf(item, depth + 1));
    if (isScalar(node)) return scalarOf(node);
    throw new UnreadableNode(
      offsetOf(node),
      'This part of the file is no value.',
      'Write a text, number, list or map.',
    );
  }

  #objectOf(map: YAMLMap, depth: number): JsonObject {
    const entries: [string, Json][] = [];
    const merged: [string, Json][] = [];
    const names = new Set<string>();
    if (map.items.length > mostKeys) {
      const what = `This map has ${map.items.length.toLocaleString('en')} keys, more than the ${mostKeys.toLocaleString('en')} that are read.`;
      throw new UnreadableNode(offsetOf(map), what, 'Split it.');
    }
    for (const { key, value } of map.items) {
      if (isMergeKey(key)) {
        for (const entry of this.#merge(value, depth)) merged.push(entry);
        continue;
      }
      const name = keyOf(key);
      if (names.has(name)) {
        if (this.#repeated === 'error')
          throw new UnreadableNode(offsetOf(key), 'A key is written twice.', 'Keep one of the two.');
        this.twice ??= offsetOf(key);
      }
      names.add(name);
      entries.push([name, this.#valueOf(value, depth + 1)]);
    }
    // From entries, and so never by assignment: a key is a key, whatever objects inherit under its name.
    return Object.fromEntries([...merged, ...entries]);
  }

  #merge(node: unknown, depth: number): [string, Json][] {
    this.#count(node, depth);
    const source = isAlias(node) ? this.#target(node) : node;
    if (isMap(source)) return Object.entries(this.#objectOf(source, depth + 1));
    if (isSeq(source)) {
      // The first of several wins (YAML merge key draft), so it comes last.
      return source.items.toReversed().flatMap((item) => this.#merge(item, depth + 1));
    }
    throw new UnreadableNode(offsetOf(node), '`<<` takes a map or a list of maps.', 'Point it at one.');
  }

  #count(node: unknown, depth: number): void {
    this.#seen += 1;
    if (this.#seen > mostValues) {
      const what = `The file holds more than ${mostValues} values, its aliases followed.`;
      throw new UnreadableNode(offsetOf(node), what, 'Split it.');
    }
    if (depth <= deepest) return;
    throw new UnreadableNode(offsetOf(node), `The file is nested more than ${deepest} levels deep.`, 'Flatten it.');
  }

  #target(alias: Node): Node {
    const target = this.#anchored.get(alias);
    if (target !== undefined) return target;
    throw new UnreadableNode(
      offsetOf(alias),
      'This alias has no anchor before it.',
      'Quote the text if the `*` is part of it.',
    );
  }
}

/** What each alias stands for: the last node before it that carries its name. One walk, where the library takes one an alias. */
function followAliases(document: Document): ReadonlyMap<Node, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, Node>();
  visit(document, {
    Alias(_, alias) {
      const target = anchors.get(alias.source);
      if (target !== undefined) targets.set(alias, target);
    },
    Value(_, node) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

function scalarOf(scalar: Scalar): Json {
  const { value } = scalar;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new UnreadableNode(offsetOf(scalar), 'JSON has no such number.', 'Quote it if it is a text.');
}

function isMergeKey(key: unknown): boolean {
  if (key === undefined || !isScalar(key)) return false;
  return (
    (typeof key.value === 'symbol' || key.value === '<<') && key.type !== 'QUOTE_DOUBLE' && key.type !== 'QUOTE_SINGLE'
  );
}

function keyOf(key: unknown): string {
  if (!isScalar(key))
    throw new UnreadableNode(
      offsetOf(key),
      'A list or map cannot be a key.',
      'Quote it if it is a text such as `{{name}}`.',
    );
  const name = String(key.value ?? '');
  if (name === '__proto__') throw new UnreadableNode(offsetOf(key), 'The key `__proto__` is not taken.', 'Rename it.');
  return name;
}

function offsetOf(node: unknown): number {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node.range?.[0] ?? 0) : 0;
}
