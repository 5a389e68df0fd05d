import { canonicalJson, type Json, type JsonObject } from '../json.ts';
import { isObject } from '../prompt-file/is-object.ts';
import { isWiderPattern } from './is-wider-pattern.ts';

/** Whether every demand of `head` is one of `base`'s, and some of those are gone. */
export function asksLess(head: Json, base: Json): boolean {
  return canonicalJson(head) !== canonicalJson(base) && isWithin(head, base) && !isWithin(base, head);
}

/** Whether a schema demands nothing that another does not: words that demand nothing aside, each of its words stands there too. */
function isWithin(part: Json, whole: Json): boolean {
  if (allowsAll(part)) return true;
  if (!isObject(part) || !isObject(whole)) return canonicalJson(part) === canonicalJson(whole);
  return Object.entries(part).every(([word, demand]) => {
    if (demandsNothing(word, demand)) return true;
    const held = Object.hasOwn(whole, word) ? whole[word] : undefined;
    if (held === undefined) return false;
    if (maps.has(word)) return isMapWithin(demand, held);
    if (word === 'required') return listOf(demand).every((name) => listOf(held).includes(name));
    return schemas.has(word) ? isWithin(demand, held) : canonicalJson(demand) === canonicalJson(held);
  });
}

function isMapWithin(part: Json, whole: Json): boolean {
  if (!isObject(part) || !isObject(whole)) return false;
  return Object.entries(part).every(
    ([name, schema]) => allowsAll(schema) || (Object.hasOwn(whole, name) && isWithin(schema, whole[name] ?? true)),
  );
}

/**
 * Whether some demand of `base` is gone from `head` or asks for less there, whatever else of it changed: a name of `required`, a
 * word, a property, a limit moved, a value, type or alternative added.
 */
export function dropsDemand(base: Json, head: Json): boolean {
  if (allowsAll(base)) return isObject(base) && isObject(head) && definitionsOf(base, head).some(drops);
  if (allowsAll(head)) return true;
  if (!isObject(base) || !isObject(head)) return false;
  const words = Object.entries(base).filter(([word, demand]) => !demandsNothing(word, demand));
  return (
    words.some(([word, demand]) => !Object.hasOwn(head, word) || dropsWord(word, demand, head[word] ?? true)) ||
    definitionsOf(base, head).some(drops)
  );
}

type SchemaPair = readonly [base: Json, head: Json];

function drops([base, head]: SchemaPair): boolean {
  return dropsDemand(base, head);
}

/** What `$ref` refers to, by the names that both have. */
function definitionsOf(base: JsonObject, head: JsonObject): readonly SchemaPair[] {
  return ['$defs', 'definitions'].flatMap((word) => sharedOf(base[word] ?? null, head[word] ?? null));
}

function sharedOf(base: Json, head: Json): readonly SchemaPair[] {
  if (!isObject(base) || !isObject(head)) return [];
  return Object.entries(base).flatMap(([name, schema]) =>
    Object.hasOwn(head, name) ? [[schema, head[name] ?? true] as const] : [],
  );
}

function dropsWord(word: string, before: Json, after: Json): boolean {
  if (canonicalJson(before) === canonicalJson(after)) return false;
  if (demandsNothing(word, after)) return true;
  if (maps.has(word)) {
    const names = isObject(before) ? Object.entries(before).filter(([, schema]) => !allowsAll(schema)) : [];
    const isGone = (name: string): boolean => !isObject(after) || !Object.hasOwn(after, name);
    return names.some(([name]) => isGone(name)) || sharedOf(before, after).some(drops);
  }
  if (word === 'required' || word === 'allOf') return isLacking(before, after);
  if (['enum', 'type', 'anyOf', 'oneOf'].includes(word)) return !isLacking(before, after) && isLacking(after, before);
  if (typeof before === 'number' && typeof after === 'number')
    return /^(?:min|exclusiveMin)/u.test(word) ? after < before : /^(?:max|exclusiveMax)/u.test(word) && after > before;
  if (word === 'pattern') return isWiderPattern(String(after), String(before));
  if (word === 'not') return dropsDemand(after, before);
  return schemas.has(word) && dropsDemand(before, after);
}

/** Whether of the entries of one list some are not in another. */
function isLacking(before: Json, after: Json): boolean {
  const held = new Set(listOf(after).map(canonicalJson));
  return listOf(before).some((one) => !held.has(canonicalJson(one)));
}

/** Of a schema that anything satisfies, as far as its words tell one by one. */
export function allowsAll(schema: Json): boolean {
  if (schema === true) return true;
  return isObject(schema) && Object.entries(schema).every(([word, demand]) => demandsNothing(word, demand));
}

function demandsNothing(word: string, demand: Json): boolean {
  if (!demanding.has(word)) return true;
  if (maps.has(word)) return isObject(demand) && Object.values(demand).every(allowsAll);
  if (word === 'required' || word === 'allOf') return listOf(demand).every(allowsAll);
  if (word === 'anyOf') return listOf(demand).some(allowsAll);
  if (word === 'type') return allTypes.every((type) => listOf(demand).includes(type));
  if (word.startsWith('min') && word !== 'minimum') return demand === 0;
  return schemas.has(word) && word !== 'not' && allowsAll(demand);
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value];
}

const allTypes = ['array', 'boolean', 'null', 'number', 'object', 'string'];
/** Words whose value names schemas. */
const maps: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependentSchemas']);
/** Words whose value is a schema. */
const schemas: ReadonlySet<string> = new Set([
  'items',
  'contains',
  'additionalProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
  'propertyNames',
  'not',
]);
/** Words that can make a value fail; `format` is an annotation here, as in `json-schema`. */
const demanding: ReadonlySet<string> = new Set([
  ...maps,
  ...schemas,
  '$dynamicRef',
  '$ref',
  'allOf',
  'anyOf',
  'const',
  'dependencies',
  'dependentRequired',
  'else',
  'enum',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'if',
  'maxContains',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minContains',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'multipleOf',
  'oneOf',
  'pattern',
  'prefixItems',
  'required',
  'then',
  'type',
  'uniqueItems',
]);
