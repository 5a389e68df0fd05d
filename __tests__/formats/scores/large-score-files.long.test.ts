import { describe, expect, test } from 'vitest';
import { readScoreFile } from '../../../src/formats/scores/read-score-file.ts';

describe('a score file', () => {
  test('that is wrong in every one of 150,000 lines is told of by the first ten', () => {
    const lines = Array.from({ length: 150_000 }, (_, at) => at);
    const table = readScoreFile(`case,score\n${lines.map((at) => `c${at},50`).join('\n')}`, 'a.csv');
    const json = readScoreFile(`{${lines.map((at) => `"c${at}":50`).join(',\n')}}`, 'a.json');
    for (const read of [table, json]) {
      const told = read.kind === 'broken' ? read.problems.map(({ at }) => at?.line) : [];
      expect(told.map((line = 0) => line - (told[0] ?? 0))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
  });
});
