import { describe, expect, test } from 'vitest';
import { type AlertState, noAlerts } from '../../../src/core/alerts/alert-state.ts';
import { watchedJudge } from '../../../src/core/alerts/watch-judge-row.ts';
import type { DriftReport, JudgeRow } from '../../../src/core/drift/drift-report.ts';
import { wordAlert } from '../../../src/reporters/alerts/word-alert.ts';
import { plain } from '../../../src/reporters/wording/say.ts';

const whole = { except: ['issue'], isWhole: true } as const;
const began = { run: 'r12', at: '2026-11-12T00:00:00.000Z' };
const moved: JudgeRow = {
  model: 'strict',
  verdict: 'drifted',
  served: ['strict-1'],
  servedBefore: ['strict-1'],
  since: { ...began, from: began, to: began },
  told: 'grades',
  towards: 'lower',
  grade: { usual: 0.78, now: 0.33 },
  anchors: 8,
  runs: 12,
};
const served: JudgeRow = { ...moved, told: 'served', served: ['strict-2'] };
const quiet: JudgeRow = { model: 'strict', verdict: 'steady', served: ['strict-1'], anchors: 8, runs: 20 };
const unwatched: JudgeRow = { ...quiet, verdict: 'baseline', served: [], anchors: 0, why: 'there is no text' };

function reportOf(judge: JudgeRow | undefined): DriftReport {
  return {
    ...{ version: 1, tool: { name: 'promptgate', version: '0' }, startedAt: '2026-11-20T00:00:00.000Z' },
    ...{ head: { sha: '', ref: '' }, verdict: 'steady', problems: [], notes: [], prompts: [] },
    ...(judge === undefined ? {} : { judge }),
    ...{ calls: { made: 0, failed: 0 }, open: true },
  };
}

function keptAfter(row: JudgeRow): AlertState {
  return {
    version: 1,
    entries: watchedJudge(reportOf(row), noAlerts, whole).map(({ key, about }) => ({
      ...{ key, runs: 1, told: ['slack' as const], since: began.at, seenMs: 0, about },
    })),
  };
}

function standing(row: JudgeRow | undefined, kept = keptAfter(moved), telling: typeof whole | object = {}) {
  return watchedJudge(reportOf(row), kept, { ...whole, ...telling }).map(({ is, ended }) => [is, ended]);
}

function worded(row: JudgeRow, kept = keptAfter(moved)): readonly string[] {
  const [one] = watchedJudge(reportOf(row), kept, whole);
  if (one === undefined) throw new Error('no judge');
  const { key, is, ended, about } = one;
  const state = is === 'wrong' ? 'alert' : 'recovered';
  const { title, lines } = wordAlert({
    ...{ version: 1, key, state, at: '', about },
    ...(ended === undefined ? {} : { ended }),
  });
  return [title, ...lines].map((phrase) => plain(phrase, (text) => text));
}

describe('an alert of the judge', () => {
  test('is told with what moved and since when, and is a key of its own', () => {
    expect(worded(moved)).toEqual([
      'The judge strict grades the same texts lower since 12 Nov 2026',
      'Their mean grade: 0.78 → 0.33. Fresh grades confirm it.',
      'Until it ends, a fall in judged checks alone is attributed to the judge, not to the model.',
      'Pin a dated version of the judge if there is one, or accept its grades as the new normal.',
    ]);
    expect(worded({ ...moved, served: ['strict-2'] }, noAlerts)[3]).toBe(
      'It is answered by strict-2; before, by strict-1.',
    );
    expect(worded(served, noAlerts)).toEqual([
      'The judge strict is answered by strict-2 since 12 Nov 2026',
      'Before, strict-1 answered.',
      'The grades of the same texts are as before so far.',
    ]);
    expect(keptAfter(moved).entries.map(({ key }) => key)).toEqual(['["judge","strict"]']);
    expect(watchedJudge(reportOf(moved), noAlerts, whole)[0]).toMatchObject({ is: 'wrong', except: ['issue'] });
  });

  test('keeps what was told while it lasts: grades that differ from day to day are no news', () => {
    const kept = keptAfter(moved);
    const about = (row: JudgeRow) => watchedJudge(reportOf(row), kept, whole)[0]?.about;
    expect(about({ ...moved, grade: { usual: 0.78, now: 0.35 } })).toEqual(kept.entries[0]?.about);
    expect(about({ ...moved, towards: 'higher' })).toMatchObject({ towards: 'higher' });
  });

  test('ends as it came to an end, and is not over where that is not known', () => {
    expect(standing({ ...quiet, settled: 'over' })).toEqual([['fine', 'over']]);
    expect(worded({ ...quiet, settled: 'over' })).toEqual(['The judge strict grades the same texts as usual again']);
    expect(worded({ ...quiet, settled: 'over' }, keptAfter(served))).toEqual([
      'The judge strict is answered by the same model as before again',
    ]);
    expect(worded({ ...quiet, verdict: 'baseline', settled: 'accepted' })[0]).toBe(
      'How the judge strict grades now is accepted as normal',
    );
    expect(standing({ ...quiet, verdict: 'baseline' })).toEqual([['unknown', undefined]]);
    expect(standing({ ...quiet, verdict: 'invalid', why: 'no grade came' })).toEqual([['unknown', undefined]]);
    expect(standing(quiet)).toEqual([['fine', 'began-anew']]);
    expect(worded(quiet)[0]).toBe('The judge strict is compared anew');
  });

  test('ends where another judge, no layer or no text is left, and by no run that did not see all', () => {
    const left = [['fine', 'no-longer-asked']];
    expect(standing(undefined)).toEqual(left);
    expect(standing({ ...quiet, model: 'mild' })).toEqual([['fine', 'began-anew'], ...left]);
    expect(standing(unwatched)).toEqual(left);
    expect(worded(unwatched)[0]).toBe('The judge strict is no longer watched');
    expect(standing(undefined, undefined, { isWhole: false })).toEqual([]);
    expect(standing(unwatched, undefined, { isWhole: false })).toEqual([['unknown', undefined]]);
  });
});
