import { canonicalJson, type Json } from '../json.ts';
import { isObject } from '../prompt-file/is-object.ts';

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
