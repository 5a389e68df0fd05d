import type { Json, JsonObject } from '../../../core/json.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import {
  type Assertion,
  asks,
  type MapAssertion,
  type MappedAssertion,
  notRun,
  textIn,
  turned,
} from './mapped-assertion.ts';

/** promptfoo takes a reply as it is written, white space around it and all. */
const exact: JsonObject = { exact: true };
const anyCase: JsonObject = { ...exact, 'ignore-case': true };

/** Assertions on the text of a reply. */
export const textAssertions = {
  equals,
  contains: (assertion) => compare('contains', assertion),
  icontains: (assertion) => compare('contains', assertion, anyCase),
  'contains-all': (assertion) => containsAll(assertion),
  'icontains-all': (assertion) => containsAll(assertion, anyCase),
  'contains-any': (assertion) => containsAny(assertion),
  'icontains-any': (assertion) => containsAny(assertion, anyCase),
  'starts-with': (assertion) => compare('starts-with', assertion),
  'ends-with': (assertion) => compare('ends-with', assertion),
  regex: (assertion) => compare('regex', assertion, {}),
  'is-refusal': ({ negated }) => asks({ kind: negated ? 'answers' : 'refuses', argument: null }),
} as const satisfies Record<string, MapAssertion>;

function equals(assertion: Assertion): MappedAssertion {
  const { value, negated } = assertion;
  if (!isObject(value) && !Array.isArray(value))
    return compare('equals', { ...assertion, value: typeof value === 'boolean' ? String(value) : value });
  // A map or list is compared with the reply read as JSON.
  const argument = { $schema: 'http://json-schema.org/draft-07/schema#', const: value };
  return asks({ kind: negated ? 'not-json-schema' : 'json-schema', argument, options: { strict: true } });
}

function compare(kind: string, { value, negated }: Assertion, options: JsonObject = exact): MappedAssertion {
  const argument = textIn(value);
  if (argument === undefined) return notRun('its value is no text');
  return asks({ kind: negated ? `not-${kind}` : kind, argument, options });
}

function containsAll({ value, negated }: Assertion, options: JsonObject = exact): MappedAssertion {
  const texts = listIn(value);
  if (texts === undefined) return notRun('its value is no list of texts');
  return asks({ kind: 'contains', argument: texts, options, ...turned(negated) });
}

function containsAny({ value, negated }: Assertion, options: JsonObject = exact): MappedAssertion {
  const argument = listIn(value);
  if (argument === undefined) return notRun('its value is no list of texts');
  return asks({ kind: negated ? 'not-contains' : 'contains-any', argument, options });
}

function listIn(value: Json): readonly string[] | undefined {
  if (typeof value === 'string') return splitList(value);
  if (!isList(value)) return undefined;
  const texts = value.map(textIn);
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/**
 * The texts of a list written as one, with commas between them: white space around a comma and empty texts are left
 * out; in double quotes a text may hold commas, and `""` or `\"` a quote.
 * @returns `undefined` where a quote is left open, or something follows the closing one.
 */
export function splitList(written: string): readonly string[] | undefined {
  const item = /[\s,]*(?:"((?:[^"\\]|\\[\s\S]|"")*)"\s*(?=,|$)|([^",\s][^,]*))/uy;
  const items: string[] = [];
  while (/[^\s,]/u.test(written.slice(item.lastIndex))) {
    const match = item.exec(written);
    if (match === null) return undefined;
    const [, quoted, plain = ''] = match;
    items.push(
      quoted === undefined ? plain.trim() : quoted.replaceAll(/\\(["\\])|""/gu, (_, one: string) => one ?? '"'),
    );
  }
  return items;
}
