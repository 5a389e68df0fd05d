import type { Json, JsonObject } from '../../core/json.ts';

/** Subschemas that may be tried on one value. */
const mostTried = 10_000;

const lists = ['allOf', 'anyOf', 'oneOf'] as const;
const single = ['not', 'if', 'then', 'else'] as const;

/**
 * Refuses a schema that would take for ever on one value: references that come back to where they began, or that branch
 * so that a few lines become billions of subschemas.
 * @throws Error that says which
 */
export function boundSchema(schema: JsonObject): void {
  const counted = new Map<JsonObject, number>();
  const open = new Set<JsonObject>();
  const count = (node: Json | undefined): number => {
    if (!isObject(node)) return 1;
    const known = counted.get(node);
    if (known !== undefined) return known;
    if (open.has(node)) throw new Error('it refers to itself without end');
    open.add(node);
    const tried = [
      ...lists.flatMap((key) => listOf(node[key])),
      ...single.map((key) => node[key]),
      ...['$ref', '$dynamicRef', '$recursiveRef'].map((key) => resolve(node[key], schema)),
    ].filter((part) => part !== undefined);
    const sum = tried.reduce((all: number, part) => all + count(part), 1);
    open.delete(node);
    if (sum > mostTried) throw new Error(`it tries more than ${mostTried} subschemas on one value`);
    counted.set(node, sum);
    return sum;
  };
  const visit = (node: Json | undefined): void => {
    if (Array.isArray(node)) for (const item of node) visit(item);
    if (!isObject(node)) return;
    refuseNames(node, node === schema);
    count(node);
    for (const part of Object.values(node)) visit(part);
  };
  visit(schema);
}

/**
 * Only references that say where in the schema they lead (`#/$defs/a`) can be followed, and so counted. Names for parts of a schema
 * would let a few lines branch without end.
 */
function refuseNames(node: JsonObject, isRoot: boolean): void {
  for (const key of ['$anchor', '$dynamicAnchor', '$recursiveAnchor', ...(isRoot ? [] : ['$id'])]) {
    if (typeof node[key] === 'string' || node[key] === true)
      throw new Error(`it names a part of itself by "${key}": refer to it as "#/$defs/…" instead`);
  }
  for (const key of ['$ref', '$dynamicRef', '$recursiveRef']) {
    const ref = node[key];
    if (typeof ref !== 'string' || ref === '#' || ref.startsWith('#/')) continue;
    throw new Error(`it refers to ${JSON.stringify(ref)}, which is no place within it such as "#/$defs/…"`);
  }
}

/** A reference within the schema. */
function resolve(ref: Json | undefined, root: JsonObject): Json | undefined {
  if (typeof ref !== 'string' || !ref.startsWith('#')) return undefined;
  let at: Json | undefined = root;
  for (const step of ref.slice(1).split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    at = Array.isArray(at) ? at[Number(key)] : isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return at;
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
