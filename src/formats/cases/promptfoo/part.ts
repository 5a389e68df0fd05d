import type { Json } from '../../../core/json.ts';
import type { Position } from '../../../core/problem.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import type { Located, Path } from '../../../core/yaml/located.ts';

/** A part of a file's value that knows where it was written. */
export type Part = {
  readonly value: Json;
  readonly at: (on?: 'key' | 'value') => Position;
  /** The member or item of that name; `undefined` where there is none, or it is empty. */
  readonly child: (step: string | number) => Part | undefined;
  /** All items of a list; of anything else none. */
  readonly items: () => readonly Part[];
  /** The whole of the file. */
  readonly root: () => Part;
};

/** Most references followed one after the other. */
const mostHops = 8;

/** The part of a file at `path`. */
export function partOf(located: Located, path: Path = [], value: Json = located.value): Part {
  return {
    value,
    at: (on) => located.at(path, on),
    child: (step) => {
      const held = memberOf(value, step);
      return held === undefined || held === null ? undefined : partOf(located, [...path, step], held);
    },
    items: () => (isList(value) ? value.map((item, index) => partOf(located, [...path, index], item)) : []),
    root: () => partOf(located),
  };
}

/**
 * What a `{ $ref: '#/…' }` stands for: the part of the same file that the JSON Pointer (RFC 6901) names. A part that
 * is no such reference stands for itself. @returns `undefined` where the reference leads nowhere, or out of the file.
 */
export function followReference(part: Part): Part | undefined {
  let held = part;
  for (let hop = 0; hop < mostHops; hop += 1) {
    const pointer = isObject(held.value) ? held.value['$ref'] : undefined;
    if (typeof pointer !== 'string') return held;
    if (!pointer.startsWith('#/')) return undefined;
    let target: Part | undefined = held.root();
    for (const step of pointer.slice(2).split('/')) {
      target = target?.child(step.replaceAll('~1', '/').replaceAll('~0', '~'));
    }
    if (target === undefined) return undefined;
    held = target;
  }
  return undefined;
}

function memberOf(value: Json, step: string | number): Json | undefined {
  if (isList(value)) return /^\d{1,9}$/u.test(String(step)) ? value[Number(step)] : undefined;
  const key = String(step);
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
