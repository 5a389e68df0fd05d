import { expect, test } from 'vitest';
import { wordCheckReason } from '../../src/reporters/wording/reply-words.ts';

test.each([
  ['"happy to refund" matches "(?i)(happy|glad) to refund"', 'says “happy to refund”'],
  ['no match for "(?i)store credit|repair"', 'says neither “store credit” nor “repair”'],
  ['no match for "30 days"', 'does not say “30 days”'],
  ['no match for "a|b|c"', 'says none of “a”, “b”, “c”'],
  ['no match for "\\\\b30\\\\b"', 'no match for "\\\\b30\\\\b"'],
  ['no match for "a", "b"', 'no match for "a", "b"'],
  ['the reply does not hold “30 days”', 'the reply does not hold “30 days”'],
])('the reason %s reads %s', (reason, said) => {
  expect(wordCheckReason(reason)).toBe(said);
});
