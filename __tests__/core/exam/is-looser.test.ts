import { describe, expect, it } from 'vitest';
import { isLooser } from '../../../src/core/exam/is-looser.ts';
import type { Check } from '../../../src/core/golden-case.ts';
import type { Json } from '../../../src/core/json.ts';
import { aCheck } from '../../support/golden-case.ts';

describe('whether a check asks less than before', () => {
  it.each<[string, Json, Json]>([
    ['contains', '30 days', '30'],
    ['contains', ['a', 'b'], ['a']],
    ['contains', 'abc', ''],
    ['starts-with', 'Dear Sir', 'Dear'],
    ['ends-with', 'kind regards', 'regards'],
    ['contains-any', ['a'], ['a', 'b']],
    ['not-contains', ['a', 'b'], ['a']],
    ['not-contains', 'AI', 'As an AI'],
    ['not-equals', ['a', 'b'], ['b']],
    ['max-words', 100, 500],
    ['max-cost', 0.1, 1],
    ['min-words', 50, 5],
    ['number', { equals: 3, within: 0.1 }, { equals: 3, within: 10 }],
    ['number', { equals: 3 }, { equals: 3, within: 1 }],
    ['json-path', { path: '$.a', contains: 'refund' }, { path: '$.a', contains: 're' }],
    ['json-path', { path: '$.a', contains: 'refund' }, { path: '$.a' }],
    ['json-path', { path: '$.a', matches: '^refund$' }, { path: '$.a', matches: 'refund' }],
    ['json-path', { path: '$.a', equals: 'refund' }, { path: '$.a' }],
    ['regex', 'GOOD', '.*'],
    ['regex', ['GOOD', 'x'], ['GOOD|BAD', 'x']],
    ['not-regex', 'BAD|WORSE', 'WORSE'],
    ['json-schema', { type: 'object', required: ['a'] }, {}],
    ['json-schema', { type: 'object', required: ['a', 'b'] }, { type: 'object', required: ['a'] }],
    ['json-schema', { properties: { a: { enum: [1] } } }, { properties: { a: { enum: [1, 2] } } }],
    ['json-schema', { properties: { a: { minimum: 3 } } }, { properties: { a: { minimum: 1 } } }],
    ['json-schema', { $ref: '#/$defs/a', $defs: { a: { type: 'string' } } }, { $ref: '#/$defs/a', $defs: { a: {} } }],
    ['contains-json', { required: ['a'] }, null],
    ['json-fields', { reference: { a: 1, b: 2 } }, { reference: { a: 1 } }],
    ['json-fields', { reference: { a: [{ b: 1 }] } }, { reference: { a: [{}] } }],
    ['json-fields', { reference: { a: 1, b: 2 } }, { reference: { a: 1, b: 2 }, ignore: ['b'] }],
    ['json-fields', { reference: { a: 1 } }, { reference: { a: 1 }, 'per-field': { a: { within: 1 } } }],
    ['json-fields', { 'per-field': { a: { within: 1 } } }, { 'per-field': { a: { within: 2 } } }],
    ['json-fields', { 'per-field': { a: { similar: 0.9 } } }, { 'per-field': { a: { similar: 0.5 } } }],
    ['json-fields', { 'per-field': { a: { judge: 'same', min: 8 } } }, { 'per-field': { a: { judge: 'same' } } }],
    ['json-fields', { reference: '{{a}}' }, { reference: '{{a}}', 'per-field': { items: 'unordered' } }],
    ['sql', { tables: ['select::null::a'] }, null],
    ['sql', { dialect: 'mysql', tables: ['a'], columns: ['b'] }, { tables: ['a', 'c'], columns: ['b'] }],
    ['tool-call', { name: 'f', arguments: { a: 1, b: 2 } }, { name: 'f', arguments: { a: 1 } }],
    [
      'simulate',
      { persona: 'hostile', goal: 'a refund', turns: 4 },
      { persona: 'hostile', goal: 'a refund', turns: 1 },
    ],
    ['simulate', { persona: 'hostile', turns: 6 }, { persona: 'hostile' }],
    ['simulate', { persona: 'hostile' }, { persona: 'hostile', turns: 4 }],
  ])('%s %j → %j does', (kind, base, head) => {
    expect(isLooser(aCheck({ kind, argument: base }), aCheck({ kind, argument: head }))).toBe(true);
    expect(isLooser(aCheck({ kind, argument: head }), aCheck({ kind, argument: base }))).toBe(false);
  });

  it.each<[string, Json, Json]>([
    ['contains', 'a', 'a'],
    ['contains', '30 days', 'a month'],
    ['max-words', 100, 100],
    ['number', { equals: 3, within: 1 }, { equals: 4, within: 2 }],
    ['judge', 'strict', 'lenient'],
    ['toString', 'a', 'b'],
  ])('%s %j → %j is no less, or cannot be told', (kind, base, head) => {
    expect(isLooser(aCheck({ kind, argument: base }), aCheck({ kind, argument: head }))).toBe(false);
  });

  it('reads an option that lets more through as looser, and one that lets less through as not', () => {
    const check = (kind: string, options: Check['options']) => aCheck({ kind, options });
    for (const [kind, strict, loose] of [
      ['json', { strict: true }, {}],
      ['not-json', {}, { strict: true }],
      ['levenshtein', { 'max-edits': 2 }, { 'max-edits': 5 }],
      ['levenshtein', { 'max-edits': 2 }, {}],
    ] as const) {
      expect(isLooser(check(kind, strict), check(kind, loose))).toBe(true);
      expect(isLooser(check(kind, loose), check(kind, strict))).toBe(false);
    }
  });

  it('reads ignoring case as looser for what must be there and stricter for what must not', () => {
    const exact = (kind: string) => aCheck({ kind, argument: 'a' });
    const ignoring = (kind: string) => aCheck({ kind, argument: 'a', options: { 'ignore-case': true } });
    expect(isLooser(exact('equals'), ignoring('equals'))).toBe(true);
    expect(isLooser(exact('not-contains'), ignoring('not-contains'))).toBe(false);
    expect(isLooser(ignoring('not-contains'), exact('not-contains'))).toBe(true);
  });

  it.each(['not-contains', 'not-regex', 'answers', 'max-words'])(
    'of a conversation, %s of its last turn asks less',
    (kind) => {
      const [all, last] = [aCheck({ kind, argument: 'a' }), aCheck({ kind, argument: 'a', options: { turn: 'last' } })];
      expect([isLooser(all, last), isLooser(last, all)]).toEqual([true, false]);
    },
  );

  it.each(['contains', 'regex', 'refuses'])('of a conversation, %s of all its turns asks less', (kind) => {
    const [all, last] = [aCheck({ kind, argument: 'a' }), aCheck({ kind, argument: 'a', options: { turn: 'last' } })];
    expect([isLooser(all, last), isLooser(last, all)]).toEqual([false, true]);
  });

  it('cannot tell of a judge', () => {
    const all = aCheck({ kind: 'judge', argument: 'a' });
    const last = aCheck({ kind: 'judge', argument: 'a', options: { turn: 'last' } });
    expect([isLooser(all, last), isLooser(last, all)]).toEqual([false, false]);
  });

  it('tells what asks less however much else of the check changes with it', () => {
    const strict = aCheck({ kind: 'not-contains', argument: ['a', 'b'], options: { turn: 'last' } });
    expect(isLooser(aCheck({ kind: 'not-contains', argument: 'a' }), strict)).toBe(true);
    const user = (turns: number, goal: string) =>
      aCheck({ kind: 'simulate', argument: { persona: 'hostile', goal, turns } });
    expect(isLooser(user(3, 'a refund'), user(1, 'a refund!'))).toBe(true);
    expect(isLooser(user(3, 'a refund'), user(4, 'a refund!'))).toBe(false);
  });
});
