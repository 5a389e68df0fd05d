import { describe, expect, test } from 'vitest';
import { type DriftCase, type DriftLine, type DriftRun, takenAsUsual } from '../../../src/core/drift/drift-line.ts';
import { followBeside, lookBeside } from '../../../src/core/drift/follow-beside-judge.ts';
import { followRow } from '../../../src/core/drift/follow-row.ts';
import { freshReplies, lookAgain } from '../../../src/core/drift/look-again.ts';
import { pastOfJudge, withBadDay } from '../../../src/core/drift/past-of-judge.ts';
import { rowOfState, standingOf } from '../../../src/core/drift/row-of-state.ts';
import { hasBadDay, suspectJudge } from '../../../src/core/drift/suspect-judge.ts';
import { isJudged } from '../../../src/core/drift/without-judged.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';

const timeOf = (t: number): string => new Date(Date.UTC(2026, 0, 1 + t)).toISOString();
const random = seededRandom([5, 9]);
const near = (value: number): number => value + 0.06 * (random() / 4294967296 - 0.5);

/** Eight texts of a judge that grades them 0.8, less `off`. */
const graded = (t: number, off: number, replies = 1): DriftRun => ({
  ...{ kind: 'run', version: 1, at: timeOf(t), run: `${t}`, prompt: '*judge*', model: 'strict', served: [] },
  cases: Array.from({ length: 8 }, (_, at): DriftCase => {
    const grade = Array.from({ length: replies }, () => near(0.8 - off));
    return { id: `text-${at}`, key: `text-${at}`, values: { grade }, missing: 0 };
  }),
});

/** Twenty cases that the judge alone scores, less `off`, and beside that a check of words that passes but for `plain`. */
const scored = (t: number, off: number, plain = 0, replies = 2): DriftRun => ({
  ...{ kind: 'run', version: 1, at: timeOf(t), run: `${t}`, prompt: 'help.txt', model: 'clerk', served: [] },
  judged: ['metric:judge'],
  cases: Array.from({ length: 20 }, (_, at): DriftCase => {
    const score = Array.from({ length: replies }, () => near(0.8 - off));
    const values = { score, 'metric:judge': score, plain: score.map(() => 1 - plain) };
    return { id: `case-${at}`, key: `case-${at}`, values, missing: 0, judged: true };
  }),
});

/** Plays runs as a schedule does: what the judge and the row come to after each of them. */
const play = (runs: readonly { readonly judge?: number; readonly model?: number; readonly plain?: number }[]) => {
  let [judge, row]: [readonly DriftLine[], readonly DriftLine[]] = [[], []];
  const verdicts = runs.map(({ judge: off = 0, model = 0, plain = 0 }, t) => {
    judge = [...judge, graded(t, off)];
    row = [...row, scored(t, off + model, plain)];
    const ofJudge = followRow(judge);
    const ofRow = followBeside(row, pastOfJudge(judge));
    if (ofJudge === undefined || ofRow === undefined) throw new Error('there are runs');
    const asked = suspectJudge(ofJudge, ofRow.suspected.some((one) => isJudged(one, ofRow)) ? [ofRow] : []);
    judge = [...judge, ...lookAgain(asked, ofJudge.runs, graded(t, off, freshReplies))];
    const past = pastOfJudge(judge);
    const held = followBeside(row, past);
    if (held === undefined) throw new Error('there are runs');
    row = [...row, ...lookBeside(held.suspected, held, scored(t, off + model, plain, freshReplies), past)];
    return [followRow(judge)?.verdict, told(row, past)];
  });
  return { verdicts, judge, row };
};
const told = (lines: readonly DriftLine[], past: ReturnType<typeof pastOfJudge>) => {
  const state = followBeside(lines, past);
  return state && rowOfState(state, ['served', 'tokens', 'judge', 'cases']).verdict;
};
const quiet = Array.from({ length: 8 }, () => ({}));
const days = <Day>(count: number, day: Day): readonly Day[] => Array.from({ length: count }, () => day);

describe('a fall of judged checks', () => {
  test('is the judge’s where the judge grades the same texts lower: of the model nothing is known', () => {
    expect(play([...quiet, ...days(3, { judge: 0.2 })]).verdicts.slice(-3)).toEqual(days(3, ['drifted', 'invalid']));
  });
  test('is the model’s where the judge grades the same texts as before', () => {
    expect(play([...quiet, ...days(2, { model: 0.3 })]).verdicts.at(-1)).toEqual(['steady', 'drifted']);
  });
  test('is the model’s where it is more than the judge’s own move', () => {
    const { verdicts } = play([...quiet, ...days(3, { judge: 0.1 }), ...days(2, { judge: 0.1, model: 0.4 })]);
    expect(verdicts.at(10)).toEqual(['drifted', 'invalid']);
    expect(verdicts.at(-1)).toEqual(['drifted', 'drifted']);
  });
  test('is the model’s where the judge became milder', () => {
    const { verdicts } = play([...quiet, ...days(3, { judge: -0.1 }), ...days(2, { judge: -0.1, model: 0.3 })]);
    expect(verdicts.at(10)).toEqual(['drifted', 'steady']);
    expect(verdicts.at(-1)).toEqual(['drifted', 'drifted']);
  });
  test('is told of both where checks without a judge fall as well', () => {
    expect(play([...quiet, ...days(2, { judge: 0.2, plain: 0.6 })]).verdicts.at(-1)).toEqual(['drifted', 'drifted']);
  });
});

describe('a drift of the model that was told', () => {
  const fallen = [...quiet, ...days(2, { model: 0.4 })];
  test('is neither withdrawn nor ended by a judge that moves', () => {
    for (const judge of [0.15, -0.15]) {
      const { verdicts } = play([...fallen, ...days(2, { model: 0.4, judge })]);
      expect(verdicts.slice(-2).map(([, row]) => row)).toEqual(days(2, 'drifted'));
    }
  });
  test('ends where the replies are as usual again and the judge too', () => {
    const { verdicts } = play([...fallen, { model: 0.4, judge: 0.15 }, ...days(2, {})]);
    expect(verdicts.at(-1)).toEqual(['steady', 'steady']);
  });
  test('outlasts that the judge’s other grades are taken as the usual', () => {
    const { judge, row } = play([...fallen, ...days(2, { model: 0.4, judge: 0.15 })]);
    const past = pastOfJudge([...judge, graded(12, 0.15), takenAsUsual(graded(12, 0.15))]);
    expect(told([...row, scored(12, 0.55), scored(13, 0.55)], past)).toBe('drifted');
    const own = [...row, scored(12, 0.55), takenAsUsual(scored(12, 0.55)), scored(13, 0.55)];
    expect(told(own, past)).not.toBe('drifted');
  });
});

test('once the judge is as before, neither is told, and its move is in no usual', () => {
  const { verdicts, judge, row } = play([...quiet, ...days(2, { judge: 0.2 }), ...days(2, {})]);
  expect(verdicts.at(-1)).toEqual(['steady', 'steady']);
  const past = pastOfJudge(judge);
  expect(past.moves).toMatchObject([{ from: timeOf(8), at: timeOf(8), confirmedAt: timeOf(8), to: timeOf(10) }]);
  const state = followBeside(row, past);
  if (state === undefined) throw new Error('there are runs');
  const { metrics, history } = rowOfState(state, ['cases']);
  expect(metrics['score']?.usual).toBeCloseTo(0.8, 1);
  // A chart shows what was graded.
  expect(history[9]?.score).toBeCloseTo(0.6, 1);
});

test('grades that were taken as the new usual make all that was judged before them unread', () => {
  const { judge, row } = play([...quiet, { judge: 0.2 }]);
  const past = pastOfJudge([...judge, graded(9, 0.2), takenAsUsual(graded(9, 0.2))]);
  expect(past.acceptedAt).toBe(timeOf(9));
  const state = followBeside([...row, scored(9, 0.2)], past);
  expect([state?.verdict, state?.unsure, state?.suspected]).toEqual(['steady', undefined, []]);
});

describe('an alarm that was confirmed before the judge was known to have moved', () => {
  const { judge, row } = play([...quiet, { judge: 0.2 }]);
  const { version, run, prompt, model } = scored(8, 0);
  const rash: DriftLine = {
    ...{ kind: 'confirmation', version, at: timeOf(8), run, prompt, model, layer: 'score/lower' },
    ...{ confirmed: true, p: 0.0001, alpha: 0.01, cases: [], replies: 100 },
  };
  const late = judge.map((line) => (line.kind === 'confirmation' ? { ...line, at: timeOf(9) } : line));
  const past = pastOfJudge([...late.slice(0, -1), graded(9, 0.2), ...late.slice(-1)]);
  test('is not known any more where the judge explains it: it has not ended', () => {
    const state = followBeside([...row, rash, scored(9, 0.2)], past);
    if (state === undefined) throw new Error('there are runs');
    const told = rowOfState(state, ['cases']);
    expect([told.verdict, told.unsure, standingOf(told)]).toEqual(['invalid', 'judge', 'unknown']);
  });
  test('stands where it is more than the judge explains', () => {
    expect(told([...row.slice(0, 8), scored(8, 0.7), rash, scored(9, 0.7)], past)).toBe('drifted');
  });
});

describe('a judge whose days differ', () => {
  const moods = [0.06, -0.05, 0.05, -0.06, 0.06, -0.05, 0.04, -0.06];
  const look = { channel: 'grade', towards: -1, isSuite: true, cases: [], asked: 'withPrompts' } as const;
  const usual = moods.map((off, t) => graded(t, off));
  const fresh = graded(8, 0.07, freshReplies);
  test('has a bad day, and has not moved', () => {
    const answer = lookAgain([{ ...look, since: { at: 8, from: 8, to: 8 } }], usual, fresh);
    expect([answer[0]?.confirmed, hasBadDay(answer)]).toEqual([false, true]);
  });
  test('explains that day’s falls by no more than it is lower', () => {
    const past = withBadDay({ moves: [] }, usual, fresh);
    const before = moods.map((off, t) => scored(t, off));
    for (const [fall, verdict] of [
      [0.25, 'invalid'],
      [0.7, 'drifted'],
    ] as const) {
      const lines = [...before, scored(8, fall)];
      const state = followBeside(lines, past);
      if (state === undefined) throw new Error('there are runs');
      const answer = lookBeside(state.suspected, state, scored(8, fall, 0, freshReplies), past);
      expect(told([...lines, ...answer], past)).toBe(verdict);
    }
  });
});
