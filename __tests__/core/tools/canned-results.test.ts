import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Json } from '../../../src/core/json.ts';
import { cannedResult, stepsOf, stubFor, stubOnLine } from '../../../src/core/tools/canned-results.ts';

const call = (name: string, given: Json | string) => ({
  name,
  arguments: typeof given === 'string' ? given : JSON.stringify(given),
});

describe('a canned result', () => {
  const tools = {
    get_order: [
      { returns: 'any' },
      { when: { id: 'A1' }, returns: { status: 'shipped' } },
      { when: { id: 'A1', detail: { level: 2 } }, returns: 'more' },
      { when: { id: 'A1' }, returns: 'never' },
    ],
    refund: [{ when: { order: 'A1' }, returns: null }],
  };
  it.each([
    ['get_order', { id: 'A1' }, '{"status":"shipped"}'],
    ['get_order', { id: 'A1', lang: 'en' }, '{"status":"shipped"}'],
    ['get_order', { id: 'A1', detail: { level: 2, all: true } }, 'more'],
    ['get_order', { id: 'B2' }, 'any'],
    ['get_order', '', 'any'],
    ['get_order', '{"id":', 'any'],
    ['refund', { order: 'A1', reason: 'late' }, 'null'],
    ['refund', { order: 'a1' }, undefined],
    ['refund', '{"order":', undefined],
    ['refund', ['A1'], undefined],
    ['constructor', {}, undefined],
    ['cancel', {}, undefined],
  ] as const)('of %s for %j is %j', (name, given, result) => {
    expect(cannedResult(tools, call(name, given))).toBe(result);
  });
});

describe('what to paste for calls that nothing fits', () => {
  it('is YAML of a case that then fits them, long texts of arguments left out', () => {
    const calls = [
      call('get_order', { id: 'B: 2', note: 'x'.repeat(200), to: { card: [1, true, null] } }),
      call('get_order', { id: 'B: 2', note: 'y'.repeat(200), to: { card: [1, true, null] } }),
      call('get order', ''),
      call('refund', '{"order":'),
    ];
    const stub = stubFor(calls);
    expect(stub).toBe(`tools:
  get_order:
    - when: { "id": "B: 2", "to": { "card": [1, true, null] } }
      returns: {} # what the tool answers
  "get order":
    - returns: {} # what the tool answers
  refund:
    - returns: {} # what the tool answers`);
    const { tools } = parse(stub);
    for (const one of calls) expect(cannedResult(tools, one)).toBe('{}');
    expect(parse(stubOnLine(calls))).toEqual({ tools });
  });
});

describe('steps a case takes', () => {
  it('are one without results, and never more than it allows', () => {
    expect(stepsOf({})).toEqual({ usual: 1, most: 1 });
    expect(stepsOf({ tools: {} })).toEqual({ usual: 2, most: 8 });
    expect(stepsOf({ tools: { a: [], b: [], c: [] } })).toEqual({ usual: 3, most: 8 });
    expect(stepsOf({ tools: { a: [] }, maxSteps: 1 })).toEqual({ usual: 1, most: 1 });
  });
});
