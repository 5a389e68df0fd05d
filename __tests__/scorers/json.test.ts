import { describe, expect, it } from 'vitest';
import { checkKinds } from '../../src/scorers/index.ts';
import { faultOf, scoreWith, valueFor } from '../support/score-with.ts';

const order = JSON.stringify({
  order: {
    id: 'A-7',
    items: [
      { sku: 'x', n: 2 },
      { sku: 'y', n: 1 },
    ],
  },
});

describe('checks of JSON replies', () => {
  it.each([
    ['{"a": 1}', 1],
    ['[1, 2]', 1],
    ['```json\n{"a": 1}\n```', 1],
    ['  ~~~\n[1]\n~~~\n', 1],
    ['Here: {"a": 1}', 0],
    ['```json\n{"a": 1}\n```\nDone.', 0],
    ['', 0],
    ['{"a": 1', 0],
    [`${'['.repeat(500_000)}${']'.repeat(500_000)}`, 0],
  ])('json on %.30j scores %d', (text, value) => {
    expect(valueFor('json', null, text)).toBe(value);
    expect(valueFor('not-json', null, text)).toBe(1 - value);
  });

  it('takes a fence for a fault where it is told to be strict', () => {
    expect(valueFor('json', true, '```\n{}\n```', { strict: true })).toBe(0);
  });

  it.each([
    [{ path: '$.order.id', equals: 'A-7' }, 1],
    [{ path: '$.order.id', equals: 'A-8' }, 0],
    [{ path: '$.order.items[*].n', equals: 1 }, 1],
    [{ path: '$.order.items[0]', equals: { n: 2, sku: 'x' } }, 1],
    [{ path: '$..sku', matches: '^[xy]$' }, 1],
    [{ path: '$.order.id', contains: 'A-' }, 1],
    [{ path: '$.order.items', contains: { sku: 'y', n: 1 } }, 1],
    [{ path: '$.order.items[?@.n > 1].sku', equals: 'x' }, 1],
    [{ path: '$.order.items[?search(@.sku, "^x")].n', equals: 2 }, 1],
    [{ path: '$.order.total' }, 0],
    [{ path: '$.order' }, 1],
  ])('json-path %j scores %d', (argument, value) => {
    expect(valueFor('json-path', argument, order)).toBe(value);
  });

  it('refuses schemas and paths of a few lines that would take for ever', () => {
    const levels = Array.from({ length: 40 }, (_, i) => [
      `a${i}`,
      { allOf: [{ $ref: `#/$defs/a${i + 1}` }, { $ref: `#/$defs/a${i + 1}` }] },
    ]);
    const bomb = { $defs: Object.fromEntries([...levels, ['a40', { type: 'object' }]]), $ref: '#/$defs/a0' };
    expect(faultOf('json-schema', bomb)).toContain('subschemas');
    expect(faultOf('json-schema', { $ref: '#' })).toContain('refers to itself');
    expect(faultOf('contains-json', { anyOf: [{ $ref: '#' }] })).toContain('refers to itself');
    // Named parts could not be counted: sixteen of these already branched into 65,536.
    const named = Array.from({ length: 40 }, (_, i) => ({
      $id: `b${i}`,
      anyOf: [{ $ref: `b${i + 1}` }, { $ref: `b${i + 1}` }],
    }));
    expect(faultOf('json-schema', { $defs: Object.fromEntries(named.map((part, i) => [`b${i}`, part])) })).toContain(
      '"$id"',
    );
    expect(faultOf('json-schema', { $defs: { a: { $anchor: 'a' } }, $ref: '#a' })).toMatch(/anchor|no place/);
    expect(faultOf('json-schema', { $ref: '#a' })).toContain('no place within it');
    const list = { $ref: '#/$defs/list', $defs: { list: { type: 'array', items: { $ref: '#/$defs/list' } } } };
    expect(valueFor('json-schema', list, '[[[]]]')).toBe(1);
    expect(faultOf('json-path', { path: `$${'[0,0]'.repeat(40)}` })).toContain('commas');
  });

  it('compares the items of a long list in linear time', () => {
    const unique = { type: 'array', uniqueItems: true };
    const items = Array.from({ length: 50_000 }, (_, at) => ({ at, tags: ['a'] }));
    expect(valueFor('json-schema', unique, JSON.stringify(items))).toBe(1);
    expect(valueFor('json-schema', unique, JSON.stringify([...items, { tags: ['a'], at: 7 }]))).toBe(0);
    expect(valueFor('json-schema', unique, '[1, 1.0]')).toBe(0);
    expect(valueFor('json-schema', unique, '[1, "1", [1], {"a": 1}]')).toBe(1);
    expect(valueFor('json-schema', { uniqueItems: false }, '[1, 1]')).toBe(1);
    expect(valueFor('json-schema', unique, `[${'['.repeat(90)}${']'.repeat(90)}, 1]`)).toBe(1);
    expect(valueFor('json-schema', unique, `[${'['.repeat(100_000)}${']'.repeat(100_000)}, 1]`)).toBe(0);
    expect(scoreWith('json-schema', unique, { text: '[2, 2]' })).toMatchObject({
      reason: 'the reply must not hold the same item twice',
    });
  });

  it('runs patterns inside a path in linear time', () => {
    const text = JSON.stringify([{ a: `${'a'.repeat(50_000)}b` }]);
    expect(valueFor('json-path', { path: '$[?match(@.a, "(a+)+")]' }, text)).toBe(0);
    expect(valueFor('json-path', { path: '$[?search(@.a, "(a+)+$")]' }, text)).toBe(0);
  });

  const schema = { type: 'object', required: ['id'], properties: { id: { type: 'string', pattern: '^(a+)+$' } } };

  it.each([
    [schema, '{"id": "aaa"}', 1],
    [schema, '{"id": 3}', 0],
    [schema, `{"id": "${'a'.repeat(50_000)}b"}`, 0],
    [schema, 'no JSON', 0],
    [{ $schema: 'http://json-schema.org/draft-07/schema#', items: [{ type: 'number' }] }, '["a"]', 0],
    [{ prefixItems: [{ type: 'number' }] }, '["a"]', 0],
    [{ $defs: { id: { type: 'string' } }, $ref: '#/$defs/id' }, '"a"', 1],
    [true, '3', 1],
    [false, '3', 0],
  ])('json-schema %j on %.30j scores %d', (argument, text, value) => {
    expect(valueFor('json-schema', argument, text)).toBe(value);
  });

  it('says where a reply breaks the schema', () => {
    expect(scoreWith('json-schema', schema, { text: '{"id": 3}' })).toMatchObject({ reason: '/id must be string' });
  });

  it.each([
    ['json-schema', { type: 'strin' }, /not a usable JSON Schema: .*type/],
    ['json-schema', { $ref: 'https://example.com/other.json' }, /is no place within it/],
    ['json-schema', { $schema: 'https://json-schema.org/draft-04/schema' }, /draft 2020-12 or draft-07/],
    ['json-schema', { properties: { a: { pattern: '(?=x)' } } }, /RE2/],
    ['json-schema', 7, /JSON Schema, or the path/],
    ['json-path', { path: '$.a[' }, /not a JSONPath/],
    ['json-path', { path: '$..*..*..*' }, /more than 2/],
    ['json-path', { path: '$', equals: 1, contains: 2 }, /give one of/],
    ['json-path', { path: '$', matches: '(' }, /RE2/],
    ['json-path', '$', /must be \{ path/],
    ['json', 'yes', /takes no argument/],
  ])('%s refuses %j with a sentence', (kind, argument, words) => {
    expect(faultOf(kind, argument)).toMatch(words);
  });

  it('reads a schema from the file it names, JSON or YAML', () => {
    const kind = checkKinds.get('json-schema');
    expect(kind?.files?.('schemas/reply.yml')).toEqual(['schemas/reply.yml']);
    const inPlace = kind?.withFiles?.(
      'schemas/reply.yml',
      new Map([['schemas/reply.yml', 'type: object\nrequired: [id]']]),
    );
    expect(inPlace).toEqual({ type: 'object', required: ['id'] });
    expect(valueFor('json-schema', inPlace, '{}')).toBe(0);
    expect(scoreWith('json-schema', 'schemas/reply.yml')).toMatchObject({ kind: 'unscored' });
    const broken = new Map([['a.json', '{"type": "strin"}']]);
    expect(() => kind?.withFiles?.('a.json', broken)).toThrow(/a\.json is not a usable JSON Schema/);
  });
});
