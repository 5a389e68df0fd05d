import { describe, expect, it } from 'vitest';
import { allowsAll, asksLess, dropsDemand } from '../../../src/core/exam/schema-demands.ts';
import type { Json, JsonObject } from '../../../src/core/json.ts';

const text = { type: 'string' };
const words: JsonObject = {
  properties: { a: text },
  patternProperties: { '^a': text },
  dependentSchemas: { a: text },
  items: text,
  contains: text,
  additionalProperties: text,
  unevaluatedProperties: text,
  unevaluatedItems: text,
  propertyNames: { pattern: 'a' },
  not: text,
  $dynamicRef: '#a',
  $ref: '#/$defs/a',
  allOf: [text],
  anyOf: [text, { type: 'number' }],
  const: 1,
  dependencies: { a: ['b'] },
  dependentRequired: { a: ['b'] },
  else: text,
  enum: [1],
  exclusiveMaximum: 1,
  exclusiveMinimum: 1,
  if: text,
  maxContains: 1,
  maxItems: 1,
  maxLength: 1,
  maxProperties: 1,
  maximum: 1,
  minContains: 1,
  minItems: 1,
  minLength: 1,
  minProperties: 1,
  minimum: 0,
  multipleOf: 2,
  oneOf: [text],
  pattern: 'a',
  prefixItems: [text],
  required: ['a'],
  type: 'string',
  uniqueItems: true,
};

describe('a schema', () => {
  it.each([...Object.entries(words), ['then', text] as const])('with %s %j demands something', (word, demand) => {
    expect(allowsAll({ [word]: demand })).toBe(false);
    expect(dropsDemand({ [word]: demand }, {})).toBe(true);
    expect(dropsDemand({ [word]: demand }, { [word]: demand })).toBe(false);
    expect(dropsDemand({}, { [word]: demand })).toBe(false);
    expect(asksLess({}, { [word]: demand })).toBe(true);
    expect(asksLess({ [word]: demand }, {})).toBe(false);
    expect(asksLess({ [word]: demand }, { [word]: demand })).toBe(false);
    expect(asksLess({ [word]: demand }, { maxLength: 5, minItems: 7, [word]: demand })).toBe(true);
  });

  it.each<[string, Json]>([
    ['anything', true],
    ['nothing written', {}],
    ['annotations', { title: 'a', format: 'email', deprecated: true }],
    ['items of any kind', { items: {}, contains: true, additionalProperties: true, propertyNames: {} }],
    ['properties of any kind', { properties: { a: {}, b: true }, patternProperties: {} }],
    ['no required names', { required: [] }],
    ['all of nothing', { allOf: [] }],
    ['all of anything', { allOf: [{}, true] }],
    ['one of any', { anyOf: [text, {}] }],
    ['all types', { type: ['array', 'boolean', 'null', 'number', 'object', 'string'] }],
    ['all types and integers', { type: ['array', 'boolean', 'null', 'number', 'object', 'string', 'integer'] }],
    ['lengths from 0 on', { minLength: 0, minItems: 0, minProperties: 0 }],
  ])('of %s demands nothing', (_, schema) => {
    expect(allowsAll(schema)).toBe(true);
    expect(dropsDemand(schema, { type: 'string' })).toBe(false);
    expect(dropsDemand(text, schema)).toBe(true);
    expect(asksLess(schema, text)).toBe(true);
  });

  it.each<[string, Json]>([
    ['nothing at all', false],
    ['a text', 'string'],
    ['null', null],
    ['all types but one', { type: ['array', 'boolean', 'null', 'number', 'object'] }],
    ['all of which one demands', { allOf: [{}, text] }],
    ['properties of which one demands', { properties: { a: {}, b: text } }],
    ['properties that are none', { properties: 'a' }],
    ['one of none', { anyOf: [] }],
    ['no value', { not: {} }],
    ['a least number of 0', { minimum: 0 }],
    ['a least length', { minLength: 1 }],
  ])('of %s demands something', (_, schema) => {
    expect(allowsAll(schema)).toBe(false);
  });
});

describe('whether some demand is gone from a schema, whatever else changed', () => {
  it.each<[string, Json, Json]>([
    ['a word', { type: 'string', pattern: 'a' }, { type: 'string' }],
    ['a required name', { required: ['a', 'b'] }, { required: ['b', 'c'] }],
    ['one of all', { allOf: [text, { pattern: 'a' }] }, { allOf: [text] }],
    ['a property', { properties: { a: text, b: text } }, { properties: { b: text } }],
    ['what a property asks', { properties: { a: text, b: text } }, { properties: { a: text, b: {} } }],
    ['a type widened', { type: 'string' }, { type: ['string', 'null'] }],
    ['a value added', { enum: [1] }, { enum: [1, 2] }],
    ['an alternative added', { anyOf: [text] }, { anyOf: [text, { type: 'null' }] }],
    ['one of more', { oneOf: [text] }, { oneOf: [text, { type: 'null' }] }],
    ['a lower least', { minimum: 3 }, { minimum: 2 }],
    ['a lower least beyond', { exclusiveMinimum: 3 }, { exclusiveMinimum: 2 }],
    ['a shorter least length', { minLength: 3 }, { minLength: 2 }],
    ['a higher most', { maximum: 3 }, { maximum: 4 }],
    ['a higher most below', { exclusiveMaximum: 3 }, { exclusiveMaximum: 4 }],
    ['a longer most length', { maxLength: 3 }, { maxLength: 4 }],
    ['a wider pattern', { pattern: '^a$' }, { pattern: 'a' }],
    ['less that must not be', { not: { type: 'string' } }, { not: { type: 'string', pattern: 'a' } }],
    ['what items are', { items: { type: 'string', pattern: 'a' } }, { items: text }],
    ['what else there may be', { additionalProperties: false }, { additionalProperties: true }],
    [
      'a definition',
      { $ref: '#/definitions/a', definitions: { a: text } },
      { $ref: '#/definitions/a', definitions: { a: {} } },
    ],
    ['one under $defs', { $ref: '#/$defs/a', $defs: { a: text } }, { $ref: '#/$defs/a', $defs: { a: {} } }],
    ['a definition where nothing else demands', { $defs: { a: text } }, { $defs: { a: {} } }],
    ['one while another is added', { type: 'string', pattern: 'a' }, { type: 'string', maxLength: 3 }],
    ['a word of a schema that now allows anything', text, true],
    [
      'two properties below',
      { properties: { a: { properties: { b: text, c: text } } } },
      { properties: { a: { properties: { b: text, c: {} } } } },
    ],
  ])('%s', (_, base, head) => {
    expect(dropsDemand(base, head)).toBe(true);
  });

  it.each<[string, Json, Json]>([
    ['another value', { const: 1 }, { const: 2 }],
    ['another type', { type: 'string' }, { type: 'number' }],
    ['fewer values', { enum: [1, 2] }, { enum: [1] }],
    ['other values', { enum: [1, 2] }, { enum: [1, 3] }],
    ['fewer types', { type: ['string', 'null'] }, { type: 'string' }],
    ['more names required', { required: ['a'] }, { required: ['a', 'b'] }],
    ['the same names in another order', { required: ['a', 'b'] }, { required: ['b', 'a'] }],
    ['more of all', { allOf: [text] }, { allOf: [text, { pattern: 'a' }] }],
    ['a higher least', { minimum: 2 }, { minimum: 3 }],
    ['a lower most', { maximum: 4 }, { maximum: 3 }],
    ['another multiple', { multipleOf: 2 }, { multipleOf: 3 }],
    ['a limit that is no number', { minimum: 3 }, { minimum: 'a' }],
    ['a narrower pattern', { pattern: 'a' }, { pattern: '^a$' }],
    ['more that must not be', { not: { type: 'string', pattern: 'a' } }, { not: { type: 'string' } }],
    ['a property added', { properties: { a: text } }, { properties: { a: text, b: text } }],
    ['a property that asked nothing', { properties: { a: text, b: {} } }, { properties: { a: text } }],
    ['a definition that is gone with its use', { $defs: { a: text } }, {}],
    ['a definition that nothing else has', { $defs: { a: text } }, { $defs: { b: {} } }],
    ['annotations alone', { title: 'a', type: 'string' }, { title: 'b', type: 'string' }],
    ['what is no schema', 'a', text],
    ['what is no schema now', text, 'a'],
    ['nothing at all', text, false],
  ])('%s: none is', (_, base, head) => {
    expect(dropsDemand(base, head)).toBe(false);
  });
});

describe('whether a schema demands a part of another', () => {
  it.each<[string, Json, Json]>([
    ['fewer words', text, { type: 'string', pattern: 'a' }],
    ['fewer names', { required: ['a'] }, { required: ['b', 'a'] }],
    ['one name, as a list or not', { required: ['a'] }, { required: 'a', type: 'object' }],
    ['fewer properties', { properties: { a: text } }, { properties: { a: text, b: text } }],
    ['less of a property', { properties: { a: text } }, { properties: { a: { type: 'string', pattern: 'a' } } }],
    ['less of items', { items: text }, { items: { type: 'string', pattern: 'a' } }],
    [
      'a property of any kind that the other lacks',
      { properties: { a: text, z: {} } },
      { properties: { a: text }, required: ['a'] },
    ],
    ['annotations beside', { title: 'x', type: 'string' }, { type: 'string', pattern: 'a' }],
  ])('%s does', (_, part, whole) => {
    expect([asksLess(part, whole), asksLess(whole, part)]).toEqual([true, false]);
  });

  it.each<[string, Json, Json]>([
    ['the same', text, text],
    ['the same in other words', { type: 'string', title: 'a' }, text],
    ['another', text, { type: 'number' }],
    ['names of another', { required: ['a', 'c'] }, { required: ['a', 'b'], type: 'object' }],
    ['properties of another', { properties: { a: text, c: text } }, { properties: { a: text, b: text } }],
    ['properties where the other has none', { properties: { a: text } }, { properties: 'a', type: 'object' }],
    ['properties that are none', { properties: 'a' }, { properties: { a: text }, type: 'object' }],
    ['items that are no schema', { items: 'a' }, { items: 'b', type: 'array' }],
    ['values that are no schemas', 'a', 'b'],
    ['a value beside a schema', 'a', text],
  ])('%s does not', (_, part, whole) => {
    expect([asksLess(part, whole), asksLess(whole, part)]).toEqual([false, false]);
  });
});
