import { expect, test } from 'vitest';
import { compareTexts } from '../../support/compare-texts.ts';

test('as many cases as a score file may have are judged', () => {
  const table = (score: number) =>
    `case,score\n${Array.from({ length: 150_000 }, (_, at) => `c${at},${at % 7 === 0 ? 0 : score}`).join('\n')}`;
  expect(compareTexts(table(1), table(0), {}, 'csv').verdict).toBe('regressed');
});
