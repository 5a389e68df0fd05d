import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPieces } from '../../../src/reporters/json/json-pieces.ts';

const whole = (value: unknown, levels: number) => [...jsonPieces(value, levels)].join('');

describe('JSON in pieces', () => {
  it('is what JSON.stringify writes, however many levels are taken apart', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 4 }), (value, levels) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(whole(plain, levels))).toEqual(plain);
        if (/^[ -~]*$/u.test(JSON.stringify(plain))) expect(whole(plain, levels)).toBe(JSON.stringify(plain, null, 2));
      }),
    );
  });

  it.each([0, 1, 2, 3])('taken apart %i levels has its indents, empty lists and objects', (levels) => {
    const value = { a: [1, { b: null, c: [] }, []], d: {}, e: 'x', f: [{}] };
    expect(whole(value, levels)).toBe(JSON.stringify(value, null, 2));
    expect(whole([[], [1, 2]], levels)).toBe(JSON.stringify([[], [1, 2]], null, 2));
    expect([whole([], levels), whole({}, levels), whole(null, levels), whole('a', levels)]).toEqual([
      '[]',
      '{}',
      'null',
      '"a"',
    ]);
  });

  it('leaves out what is undefined in objects, as null in lists', () => {
    expect(whole({ a: undefined, b: 1 }, 1)).toBe('{\n  "b": 1\n}');
    expect(whole({ a: undefined }, 1)).toBe('{}');
    expect(whole([undefined, 1], 1)).toBe('[\n  null,\n  1\n]');
  });

  it('makes the items of any iterable when their turn comes', () => {
    const made: number[] = [];
    function* items() {
      for (const item of [1, 2]) {
        made.push(item);
        yield item;
      }
    }
    const pieces = jsonPieces({ list: items() }, 2);
    expect([pieces.next().value, made.length]).toEqual(['{\n  "list": ', 0]);
    expect([...pieces].join('')).toBe('[\n    1,\n    2\n  ]\n}');
  });

  it('has a piece for each item down to so many levels', () => {
    expect([...jsonPieces({ a: [1, [2]] }, 0)]).toHaveLength(1);
    expect([...jsonPieces({ a: [1, [2]] }, 1)]).toEqual(['{\n  "a": ', '[\n    1,\n    [\n      2\n    ]\n  ]', '\n}']);
    expect([...jsonPieces([[1], { b: [2] }], 2)]).toEqual([
      ...['[\n  ', '[\n    ', '1', '\n  ]', ',\n  ', '{\n    "b": ', '[\n      2\n    ]', '\n  }', '\n]'],
    ]);
  });

  it('holds no character that hides, in keys and values, and is the same value', () => {
    const value = { 'a\u202e': ['\u200b', { '\u2066': '\u0007' }] };
    for (const levels of [0, 1, 2, 3]) {
      expect(whole(value, levels)).not.toMatch(/[\u202e\u200b\u2066]/u);
      expect(JSON.parse(whole(value, levels))).toEqual(value);
    }
  });
});
