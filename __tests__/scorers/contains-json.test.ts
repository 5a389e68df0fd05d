import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJson } from '../../src/scorers/json/find-json.ts';
import { processorTime } from '../support/processor-time.ts';
import { scoreWith, valueFor } from '../support/score-with.ts';

const order = { type: 'object', required: ['order'], properties: { order: { type: 'integer' } } };

describe('contains-json', () => {
  it.each([
    ['Here you are: {"order": 7}. Anything else?', 1],
    ['```json\n{"order": 7}\n```\nDone.', 1],
    ['[{"order": 7}]', 1],
    ['{"order": 7', 0],
    ['{ well, {"order": 7}', 1],
    ['{"note": "{\\"a\\"", "order": 7', 0],
    ['{"broken": "a\nb", "order": {"id": 7}}', 1],
    ['A footnote [1] and a set {a, b}', 0],
    ['The result is 7, or "seven", or null.', 0],
    ['{"a": 01}', 0],
    ['{"a": tru}', 0],
    ['{"a": "\\x"}', 0],
    ["{'order': 7}", 0],
    ['{"order": 7,}', 0],
    ['{}', 1],
    ['', 0],
    [`${'['.repeat(500)}{}${']'.repeat(500)}`, 0],
  ])('on %.40j scores %d', (text, value) => {
    expect(valueFor('contains-json', null, text)).toBe(value);
    expect(valueFor('not-contains-json', null, text)).toBe(1 - value);
  });

  it.each([
    ['I have {"order": "seven"}, sorry: {"order": 7}.', 1],
    ['All: [{"order": "x"}, {"order": 7}]', 1],
    ['Only {"order": "seven"}.', 0],
    ['Nothing.', 0],
  ])('with a schema asks that one of the values satisfies it: %j scores %d', (text, value) => {
    expect(valueFor('contains-json', order, text)).toBe(value);
    expect(valueFor('not-contains-json', order, text)).toBe(1 - value);
  });

  it('takes any list where the schema asks for one', () => {
    expect(valueFor('contains-json', { type: 'array', items: { type: 'number' } }, 'So: [1, 2].')).toBe(1);
  });

  it('says what is wrong with the first value it found', () => {
    expect(scoreWith('contains-json', order, { text: 'See {"order": "x"}.' })).toMatchObject({
      reason: 'contains JSON, but /order must be integer',
    });
  });

  it('is unscored where a reply holds more values than are looked through, never passed or failed', () => {
    const many = '{} '.repeat(1_001);
    expect(valueFor('contains-json', order, many)).toBe('unscored');
    expect(valueFor('not-contains-json', order, many)).toBe('unscored');
    expect(valueFor('contains-json', order, `{"order": 1} ${many}`)).toBe(1);
    expect(valueFor('contains-json', null, many)).toBe(1);
  });
});

describe('finding JSON in a text', () => {
  it('finds what was put between words that hold no bracket, whole and in its order', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll(/[[\]{}"]/gu, ''));
    const value = fc.jsonValue().filter((one) => typeof one === 'object' && one !== null);
    fc.assert(
      fc.property(fc.array(fc.tuple(words, value), { maxLength: 5 }), (parts) => {
        const text = parts.map(([before, one]) => `${before} ${JSON.stringify(one)} `).join('');
        const found = findJson(text).map(({ start, end }) => text.slice(start, end));
        expect(found).toEqual(parts.map(([, one]) => JSON.stringify(one)));
      }),
      { numRuns: 200 },
    );
  });

  it('finds nothing that JSON.parse refuses, and something wherever a stretch is JSON', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', 'a', '1', ' ', '"a":', 'null', '\n', '-');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const found = findJson(text);
        for (const { start, end } of found) expect(() => JSON.parse(text.slice(start, end))).not.toThrow();
        expect(found.length > 0).toBe(holdsJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('takes time in proportion, whatever a megabyte repeats', () => {
    const million = (unit: string) => unit.repeat(Math.ceil(1_000_000 / unit.length));
    const known = [
      '{',
      '[',
      '{"',
      '{"a":',
      '["[",',
      '[{"a":"[',
      '{"a":"{\\"',
      '[ ',
      '{}',
      '[[],',
      '{"a":[',
      '"{',
      '[",",',
    ];
    const piece = fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', '1', ' ', '"a":');
    const drawn = fc.sample(fc.array(piece, { minLength: 1, maxLength: 9 }), { seed: 7, numRuns: 40 });
    for (const unit of [...known, ...drawn.map((one) => one.join(''))]) {
      const quarter = processorTime(() => findJson(million(unit).slice(0, 250_000)));
      const whole = processorTime(() => findJson(million(unit)));
      // In proportion it is four times; by the square, sixteen. Short times are mostly chance.
      expect(whole, unit).toBeLessThan(9 * quarter + 200);
    }
  });
});

/** Tries every stretch from a bracket to a bracket. */
function holdsJson(text: string): boolean {
  for (let start = 0; start < text.length; start += 1) {
    if (!'{['.includes(text[start] ?? '.')) continue;
    for (let end = start + 1; end <= text.length; end += 1) {
      try {
        JSON.parse(text.slice(start, end));
        return true;
      } catch {
        // Not this stretch.
      }
    }
  }
  return false;
}
