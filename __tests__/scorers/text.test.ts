import { describe, expect, it } from 'vitest';
import { faultOf, valueFor } from '../support/score-with.ts';

const insensitive = { 'ignore-case': true };

describe('checks of the reply’s wording', () => {
  it.each([
    ['equals', 'Yes', 'Yes', 1],
    ['equals', 'Yes', ' Yes\n', 1],
    ['equals', 'Yes', 'yes', 0],
    ['equals', '', '', 1],
    ['not-equals', ['a', 'b'], 'b', 0],
    ['not-equals', ['a', 'b'], 'c', 1],
    ['contains', '30 days', 'within 30 days.', 1],
    ['contains', ['30', 'days'], 'within 30 weeks', 0],
    ['contains', ['30', 'days'], 'days: 30', 1],
    ['contains', 30, 'within 30 days', 1],
    ['contains', 'caf\u00e9', 'cafe\u0301', 1],
    ['contains-any', ['40', '30'], 'within 30 days', 1],
    ['contains-any', ['40', '50'], 'within 30 days', 0],
    ['not-contains', ['sorry', 'AI'], 'As an AI', 0],
    ['not-contains', 'sorry', 'fine', 1],
    ['starts-with', 'No', '\n No, sorry', 1],
    ['starts-with', ['No', 'No, s'], 'No, sorry', 1],
    ['starts-with', ['No', 'Yes'], 'No, sorry', 0],
    ['not-starts-with', ['No', 'Yes'], 'No, sorry', 0],
    ['not-starts-with', 'Yes', 'No, sorry', 1],
    ['ends-with', 'days.', 'in 30 days. \n', 1],
    ['ends-with', 'weeks.', 'in 30 days.', 0],
    ['not-ends-with', '?', 'in 30 days.', 1],
    ['regex', '\\b30\\b', 'in 30 days', 1],
    ['regex', ['30', '^in'], 'in 30 days', 1],
    ['regex', '(?s)a.b', 'a\nb', 1],
    ['not-regex', ['40', '30'], 'in 30 days', 0],
    ['max-words', 3, 'three words here', 1],
    ['max-words', 2, 'three words here', 0],
    ['max-words', '3', '', 1],
    ['min-words', 4, '今天天气很好我们去公园', 1],
    ['min-words', 1, '!!! 🎉', 0],
  ])('%s %j on %j scores %d', (kind, argument, text, value) => {
    expect(valueFor(kind, argument, text)).toBe(value);
  });

  it.each([
    ['equals', 'straße', 'STRASSE'],
    ['contains', 'ΟΔΟΣ', 'η οδος'],
    ['starts-with', 'no', 'NO way'],
    ['ends-with', 'É', 'caf\u00e9'],
    ['regex', 'été', 'ÉTÉ'],
  ])('%s compares without case where it is told to', (kind, argument, text) => {
    expect(valueFor(kind, argument, text, insensitive)).toBe(1);
    expect(valueFor(kind, argument, text)).toBe(0);
  });

  it.each([
    ['contains', '', /empty text is in every reply/],
    ['contains', [], /list is empty/],
    ['contains', 1.5, /put it in quotes/],
    ['contains', { a: 1 }, /text, or a list/],
    ['equals', ['yes', 'no'], /no reply equals several/],
    ['regex', 'a(b', /missing closing \): `a\(b`/],
    ['regex', '(?=a)', /no look-around/],
    ['regex', ['ok', '(a)\\1'], /no back-references/],
    ['regex', '((a{1000}){1000})', /repeat count/],
    ['max-words', -1, /whole number/],
    ['max-words', 'many', /whole number/],
  ])('%s refuses %j with a sentence', (kind, argument, words) => {
    expect(faultOf(kind, argument)).toMatch(words);
  });

  it('is not slowed down by a pattern that would make a backtracking engine hang', () => {
    expect(valueFor('regex', '^(a+)+$', `${'a'.repeat(100_000)}b`)).toBe(0);
  });
});
