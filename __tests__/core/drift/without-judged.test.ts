import { describe, expect, test } from 'vitest';
import type { DriftCase, DriftLine, DriftRun } from '../../../src/core/drift/drift-line.ts';
import { followRow } from '../../../src/core/drift/follow-row.ts';
import { freshReplies, lookAgain } from '../../../src/core/drift/look-again.ts';
import { pastOfJudge } from '../../../src/core/drift/past-of-judge.ts';
import { hasBadDay, suspectJudge } from '../../../src/core/drift/suspect-judge.ts';
import { isJudged, unreadScore, withoutJudged } from '../../../src/core/drift/without-judged.ts';
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

/** Plays runs as a schedule does. */
const play = (runs: readonly { readonly judge?: number; readonly model?: number; readonly plain?: number }[]) => {
  let [judge, row]: [readonly DriftLine[], readonly DriftLine[]] = [[], []];
  const verdicts = runs.map(({ judge: off = 0, model = 0, plain = 0 }, t) => {
    judge = [...judge, graded(t, off)];
    row = [...row, scored(t, off + model, plain)];
    const ofJudge = followRow(judge);
    const ofRow = followRow(withoutJudged(row, pastOfJudge(judge)));
    if (ofJudge === undefined || ofRow === undefined) throw new Error('there are runs');
    const asked = suspectJudge(ofJudge, ofRow.suspected.some((one) => isJudged(one, ofRow)) ? [ofRow] : []);
    judge = [...judge, ...lookAgain(asked, ofJudge.runs, graded(t, off, freshReplies))];
    const past = pastOfJudge(judge);
    const held = followRow(withoutJudged(row, past));
    const [fresh] = withoutJudged([scored(t, off + model, plain, freshReplies)], past);
    if (held !== undefined && fresh?.kind === 'run') row = [...row, ...lookAgain(held.suspected, held.runs, fresh)];
    return [followRow(judge)?.verdict, followRow(withoutJudged(row, past))?.verdict];
  });
  return { verdicts, judge, row };
};
const quiet = Array.from({ length: 8 }, () => ({}));

describe('a fall of judged checks', () => {
  test('is the judge’s where the judge grades the same texts lower', () => {
    const { verdicts } = play([...quiet, { judge: 0.2 }, { judge: 0.2 }]);
    expect(verdicts.slice(-2)).toEqual([
      ['drifted', 'steady'],
      ['drifted', 'steady'],
    ]);
  });
  test('is the model’s where the judge grades the same texts as before', () => {
    expect(play([...quiet, { model: 0.3 }, { model: 0.3 }]).verdicts.at(-1)).toEqual(['steady', 'drifted']);
  });
  test('is told of both where checks without a judge fall as well', () => {
    expect(play([...quiet, { judge: 0.2, plain: 0.6 }, { judge: 0.2, plain: 0.6 }]).verdicts.at(-1)).toEqual([
      'drifted',
      'drifted',
    ]);
  });
});

describe('once the judge is as before', () => {
  const { verdicts, judge, row } = play([...quiet, { judge: 0.2 }, { judge: 0.2 }, {}, {}]);
  test('neither is told, and what it said in between is held to nothing', () => {
    expect(verdicts.at(-1)).toEqual(['steady', 'steady']);
    const past = pastOfJudge(judge);
    expect(past.moves).toEqual([{ from: timeOf(8), confirmedAt: timeOf(8), to: timeOf(10) }]);
    const read = withoutJudged(row, past).map(
      (line) => line.kind === 'run' && Object.keys(line.cases[0]?.values ?? {}),
    );
    expect(read[8]).toEqual([unreadScore, 'plain']);
    expect(read[10]).toEqual(['score', 'metric:judge', 'plain']);
  });
});

test('grades that were taken as the new usual make all that was judged before them unread', () => {
  const { judge, row } = play([...quiet, { judge: 0.2 }]);
  const { version, run, prompt, model } = graded(9, 0);
  const accepted: DriftLine = { kind: 'accepted', version, at: timeOf(9), run, prompt, model };
  const past = pastOfJudge([...judge, graded(9, 0.2), accepted]);
  expect(past.acceptedAt).toBe(timeOf(9));
  const state = followRow(withoutJudged([...row, scored(9, 0.2)], past));
  expect(state?.verdict).toBe('steady');
  expect(state?.suspected).toEqual([]);
});

test('an alarm that was confirmed before the judge was known to have moved is left out', () => {
  const { judge, row } = play([...quiet, { judge: 0.2 }]);
  const { version, run, prompt, model } = scored(8, 0);
  const rash: DriftLine = {
    ...{ kind: 'confirmation', version, at: timeOf(8), run, prompt, model, layer: 'score/lower' },
    ...{ confirmed: true, p: 0.0001, alpha: 0.01, cases: [], replies: 100 },
  };
  const late = judge.map((line) => (line.kind === 'confirmation' ? { ...line, at: timeOf(9) } : line));
  const lines = [...row, rash, scored(9, 0.2)];
  expect(followRow(lines)?.verdict).toBe('drifted');
  const past = pastOfJudge([...late.slice(0, -1), graded(9, 0.2), ...late.slice(-1)]);
  expect(followRow(withoutJudged(lines, past))?.verdict).toBe('steady');
});

test('a judge whose days differ has a bad day, and has not moved', () => {
  const days = [0.06, -0.05, 0.05, -0.06, 0.06, -0.05, 0.04, -0.06];
  const lines = days.map((off, t) => graded(t, off));
  const state = followRow([...lines, graded(8, 0.07)]);
  if (state === undefined) throw new Error('there are runs');
  const look = { channel: 'grade', towards: -1, isSuite: true, cases: [], asked: 'withPrompts' } as const;
  const told = lookAgain([{ ...look, since: { at: 8, from: 8, to: 8 } }], state.runs, graded(8, 0.07, freshReplies));
  expect([told[0]?.confirmed, hasBadDay(told)]).toEqual([false, true]);
});
