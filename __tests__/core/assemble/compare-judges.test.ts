import { describe, expect, it } from 'vitest';
import { compareJudges, type JudgedByBoth } from '../../../src/core/assemble/compare-judges.ts';
import type { CheckScore } from '../../../src/core/score.ts';

const judges = { old: { model: 'mild', votes: 1 }, new: { model: 'strict', votes: 3 } };

function scored(value: number, mark?: number): CheckScore {
  const passed = mark === undefined ? {} : { passed: value >= mark };
  const told = { binary: false, weight: 1, required: false, reason: `graded ${value}` };
  return { kind: 'scored', check: 'judge', scorer: 'judge', value, ...passed, ...told };
}

function reply(id: string, old: readonly CheckScore[], next: readonly CheckScore[]): JudgedByBoth {
  return { prompt: 'prompts/a.txt', case: id, model: 'clerk', checks: { old, new: next } };
}

const compare = (replies: readonly JudgedByBoth[], tolerance = 0.02) =>
  compareJudges(judges, replies, { of: 10, tolerance });

describe('two judges of the same replies', () => {
  it('differ where a reply passes by one and fails by the other, with what each said', () => {
    const found = compare([
      reply('a', [scored(0.8, 0.5)], [scored(0.3, 0.5)]),
      reply('b', [scored(0.8, 0.5)], [scored(0.8, 0.5)]),
      reply('c', [scored(0.2, 0.5)], [scored(0.7, 0.5)]),
    ]);
    expect(found).toMatchObject({ replies: 3, of: 10, judgements: 3, alike: 1, differs: true });
    expect(found?.mean).toEqual({ old: expect.closeTo(0.6), new: expect.closeTo(0.6) });
    expect(found?.flips.map((one) => [one.case, one.passes, one.why])).toEqual([
      ['a', 'old', { old: 'graded 0.8', new: 'graded 0.3' }],
      ['c', 'new', { old: 'graded 0.2', new: 'graded 0.7' }],
    ]);
  });

  it('are alike within a point of ten where no mark tells, and differ where the mean moves by more than the tolerance', () => {
    const close = [reply('a', [scored(8 / 9)], [scored(7 / 9)])];
    expect(compare(close, 0.2)).toMatchObject({ alike: 1, flips: [], differs: false });
    expect(compare(close, 0.02)).toMatchObject({ alike: 1, flips: [], differs: true });
    expect(compare([reply('a', [scored(8 / 9)], [scored(6 / 9)])], 1)).toMatchObject({ alike: 0, differs: false });
  });

  it('say nothing of replies that one of them could not judge whole', () => {
    const lost: CheckScore = { kind: 'unscored', check: 'judge', scorer: 'judge', why: 'not readable' };
    expect(compare([reply('a', [scored(0.8, 0.5)], [lost])])).toBeUndefined();
    const both = compare([reply('a', [scored(0.8, 0.5)], [lost]), reply('b', [scored(0.8, 0.5)], [scored(0.8, 0.5)])]);
    expect(both).toMatchObject({ replies: 1, judgements: 1, alike: 1 });
  });
});
