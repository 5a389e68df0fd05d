import { describe, expect, test } from 'vitest';
import { type AlertState, noAlerts } from '../../../src/core/alerts/alert-state.ts';
import { watchedCanaries } from '../../../src/core/alerts/watch-canaries.ts';
import { watchedDrifts } from '../../../src/core/alerts/watch-drift-rows.ts';
import type { CanaryRow, DriftReport } from '../../../src/core/drift/drift-report.ts';
import { wordAlert } from '../../../src/reporters/alerts/word-alert.ts';
import { plain } from '../../../src/reporters/wording/say.ts';

const whole = { except: ['issue'], isWhole: true } as const;
const began = '2026-11-12T00:00:00.000Z';
const moved: CanaryRow = {
  model: 'luna',
  verdict: 'drifted',
  method: 'logprobs',
  served: ['luna-2'],
  servedBefore: ['luna-1'],
  since: { run: 'r12', at: began },
  told: 'replies',
  runs: 12,
  history: [{ at: '2026-11-01T00:00:00.000Z', distance: 0 }],
};
const quiet: CanaryRow = {
  model: 'luna',
  verdict: 'steady',
  served: ['luna-1'],
  runs: 20,
  history: moved.history ?? [],
};

function reportOf(canaries: readonly CanaryRow[] | undefined): DriftReport {
  return {
    ...{ version: 1, tool: { name: 'promptgate', version: '0' }, startedAt: '2026-11-20T00:00:00.000Z' },
    ...{ head: { sha: '', ref: '' }, verdict: 'steady', problems: [], notes: [], prompts: [] },
    ...(canaries === undefined ? {} : { canaries }),
    ...{ calls: { made: 0, failed: 0 }, open: true },
  };
}

const told: AlertState = {
  version: 1,
  entries: watchedCanaries(reportOf([moved]), noAlerts, whole).map(({ key, about }) => ({
    ...{ key, runs: 1, told: ['slack' as const], since: began, seenMs: 0, about },
  })),
};

function standing(row: CanaryRow) {
  const [one] = watchedCanaries(reportOf([row]), told, whole);
  if (one === undefined) throw new Error('no canary');
  return [one.is, one.ended];
}

function worded(row: CanaryRow, kept = told): readonly string[] {
  const [one] = watchedCanaries(reportOf([row]), kept, whole);
  if (one === undefined) throw new Error('no canary');
  const { key, is, ended, about } = one;
  const state = is === 'wrong' ? 'alert' : 'recovered';
  const alert = { version: 1 as const, key, state, at: '', about, ...(ended === undefined ? {} : { ended }) } as const;
  const { title, lines } = wordAlert(alert);
  return [title, ...lines].map((phrase) => plain(phrase, (text) => text));
}

describe('an alert of a canary', () => {
  test('is told with what moved, and is a key of its own', () => {
    expect(worded(moved)).toEqual([
      'luna is a different model since 12 Nov 2026: its canary changed',
      'Fresh replies confirm it.',
      'Run the golden cases to see whether it is worse.',
    ]);
    expect(worded({ ...moved, told: 'served' }).slice(0, 2)).toEqual([
      'luna is answered by luna-2 since 12 Nov 2026',
      'luna-1 answered before.',
    ]);
    expect(told.entries.map(({ key }) => key)).toEqual(['["canary","luna"]']);
    expect(watchedCanaries(reportOf([moved]), noAlerts, whole)[0]).toMatchObject({ is: 'wrong', except: ['issue'] });
  });

  test('is over where the model is what it was, also where that could be told in a later run only', () => {
    expect(standing({ ...quiet, since: { run: 'r12', at: began }, ended: true })).toEqual(['fine', 'over']);
    expect(standing(quiet)).toEqual(['fine', 'over']);
    expect(worded(quiet)).toEqual(['luna is as before again, by its canary']);
  });

  test('is not over where there is a new reference, and unknown until that can be held to', () => {
    const anew = { ...quiet, history: [{ at: '2026-11-13T00:00:00.000Z', distance: 0 }] };
    expect(standing({ ...anew, verdict: 'baseline' })).toEqual(['unknown', undefined]);
    expect(standing(anew)).toEqual(['fine', 'began-anew']);
    expect(worded(anew)[0]).toBe('The canary of luna has a new reference');
    expect(standing({ ...quiet, verdict: 'invalid', why: 'no reply came' })).toEqual(['unknown', undefined]);
  });

  test('ends where its model, its layer or all that could watch it is gone, and by no run that did not see all', () => {
    const gone = (report: DriftReport, about: Parameters<typeof watchedCanaries>[2] = whole) =>
      watchedCanaries(report, told, about).filter(({ ended }) => ended === 'no-longer-asked');
    const other = [{ ...quiet, model: 'terra' }];
    expect(gone(reportOf(other))).toMatchObject([{ is: 'fine', about: { model: 'luna' } }]);
    expect(gone(reportOf(undefined))).toMatchObject([{ is: 'fine', except: ['issue'], about: { model: 'luna' } }]);
    for (const report of [reportOf(other), reportOf(undefined)])
      expect(gone(report, { ...whole, isWhole: false })).toEqual([]);
    expect(standing({ ...quiet, verdict: 'baseline', why: 'no input is a near tie' })).toEqual([
      ...['fine', 'no-longer-asked'],
    ]);
    // Neither does a run of canaries alone end the alert of a drift.
    expect(watchedDrifts(reportOf([moved]), told, { ...whole, isWhole: false })).toEqual([]);
  });
});
