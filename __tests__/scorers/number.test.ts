import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastNumber } from '../../src/scorers/number.ts';
import { faultOf, valueFor } from '../support/score-with.ts';

describe('the last number of a reply', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['1.234,56', 1234.56],
    ['12,34,567', 1_234_567],
    ['1\u202f234', 1234],
    ["1'234'567", 1_234_567],
    ['0,125', 0.125],
    ['3,14', 3.14],
    ['1,2,3', 3],
    ['The total is −3.', -3],
    ['10-20', 20],
    ['COVID-19', 19],
    ['x = -7', -7],
    ['2e3', 2000],
    ['1.5e-3 m', 0.0015],
    ['.5', 0.5],
    ['$42.', 42],
    ['5%', 5],
    ['since v1.2.3', undefined],
    ['192.168.0.1', undefined],
    ['none', undefined],
    ['1e9999', undefined],
  ])('%j is read as %s', (text, value) => {
    expect(lastNumber(text)).toBe(value);
  });

  it('reads back every number that JavaScript or English grouping writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const plain = `${whole}.${String(cents).padStart(2, '0')}`;
        expect(lastNumber(`It costs ${plain} in all.`)).toBe(Number(plain));
        expect(lastNumber(`First 7, then ${whole.toLocaleString('en-US')}.`)).toBe(whole);
      }),
    );
  });

  it('compares within the tolerance', () => {
    expect(valueFor('number', { equals: 0.3 }, `${0.1 + 0.2}`)).toBe(1);
    expect(valueFor('number', { equals: 10, within: 0.5 }, 'about 10.5')).toBe(1);
    expect(valueFor('number', { equals: 10, within: 0.5 }, 'about 10.6')).toBe(0);
    expect(valueFor('number', 42, 'It is 42.')).toBe(1);
    expect(valueFor('number', 42, 'no idea')).toBe(0);
    expect(faultOf('number', { equals: 1, within: -1 })).toBe('"within" must not be negative');
    expect(faultOf('number', 'ten')).toBe('must be a number, or { equals, within }');
  });
});
