import { describe, expect, test } from 'vitest';
import { type AlertState, noAlerts } from '../../../src/core/alerts/alert-state.ts';
import { watchedDrifts } from '../../../src/core/alerts/watch-drift-rows.ts';
import type { DriftReport, DriftRow } from '../../../src/core/drift/drift-report.ts';
import { follow, type RowHistory, stateOf } from '../../../src/core/drift/follow-row.ts';
import { rowOfState } from '../../../src/core/drift/row-of-state.ts';
import { wordAlert } from '../../../src/reporters/alerts/word-alert.ts';
import { plain } from '../../../src/reporters/wording/say.ts';
import { type Behaviour, play } from '../drift/runs.ts';

const prompt = 'prompts/support.prompt.yml';
const model = 'gpt-5.6-luna';
const other = 'gpt-5.6-luna-2026-09-01';
const usual = 'gpt-5.6-luna-2026-05-06';
const layers = ['served', 'tokens', 'cases'] as const;
const whole = { except: [], isWhole: true } as const;

/** Another model answers from the sixth run on. */
const swapped: Behaviour = { rate: () => 1, served: (t) => (t >= 5 ? other : usual) };

function rowAfter(runs: number, behaviour = swapped): DriftRow {
  return rowOf(play(runs, behaviour).history);
}

function rowOf(history: RowHistory, watched: Parameters<typeof rowOfState>[1] = layers): DriftRow {
  const state = stateOf(history);
  if (state === undefined) throw new Error('no run');
  return rowOfState(state, watched);
}

function reportOf(...models: readonly DriftRow[]): DriftReport {
  return {
    version: 1,
    tool: { name: 'promptgate', version: '0' },
    startedAt: '2026-03-01T00:00:00.000Z',
    head: { sha: '', ref: '' },
    verdict: 'steady',
    problems: [],
    notes: [],
    prompts: [{ path: prompt, models }],
    calls: { made: 0, failed: 0 },
    open: true,
  };
}

/** What is kept once the drift was told. */
const told: AlertState = {
  version: 1,
  entries: watchedDrifts(reportOf(rowAfter(6)), noAlerts, whole).map(({ key, about }) => ({
    key,
    runs: 1,
    told: ['slack'],
    since: '2026-01-06T00:00:00.000Z',
    seenMs: 0,
    about,
  })),
};

/** How a row that was told to have drifted stands, and the sentence that tells it. */
function standing(row: DriftRow): readonly (string | undefined)[] {
  const [one] = watchedDrifts(reportOf(row), told, whole);
  if (one === undefined) throw new Error('no row');
  const { key, about, ended } = one;
  const alert = {
    version: 1,
    key,
    state: 'recovered',
    at: '',
    about,
    ...(ended === undefined ? {} : { ended }),
  } as const;
  return [one.is, ended, ...(one.is === 'fine' ? [plain(wordAlert(alert).title, (text) => text)] : [])];
}

describe('an alert of a drift', () => {
  test('is over where the model answers as before, and still where that could be told in a later run only', () => {
    const back: Behaviour = { ...swapped, served: (t) => (t >= 5 && t < 8 ? other : usual) };
    const over = ['fine', 'over', `${model} answers ${prompt} as usual again`];
    expect(standing(rowAfter(7, back))).toEqual(['wrong', undefined]);
    expect(standing(rowAfter(9, back))).toEqual(over);
    expect(standing(rowAfter(11, back))).toEqual(over);
  });

  test('ends as accepted where people took it as the usual', () => {
    const { history } = play(8, swapped);
    const run = history.runs.at(-1);
    if (run === undefined) throw new Error('no run');
    const accepted = { kind: 'accepted', version: 1, at: run.at, run: run.run, prompt, model } as const;
    const taken = follow(history, accepted);
    const worded = ['fine', 'accepted', `How ${model} answers ${prompt} now is accepted as normal`];
    expect(standing(rowOf(taken))).toEqual(worded);
    expect(standing(rowOf(follow(taken, { ...run, run: 'later' })))).toEqual(worded);
  });

  test('is unknown where cases or judge are others or the history is gone, and never over once they are known', () => {
    const anew: Behaviour = { ...swapped, key: (t, at) => `${t >= 8 ? 'new' : 'old'}-${at}` };
    expect(standing(rowAfter(9, anew))).toEqual(['unknown', undefined]);
    expect(standing(rowAfter(1))).toEqual(['unknown', undefined]);
    const compared = ['fine', 'began-anew', `${prompt} on ${model} is compared anew`];
    expect(standing(rowAfter(14, anew))).toEqual(compared);
    expect(standing(rowAfter(5))).toEqual(compared);
  });

  test('ends where its prompt, its model or what moved is no longer asked, and not by a run that did not see all', () => {
    const worded = ['fine', 'no-longer-asked', `${prompt} on ${model} is no longer asked`];
    expect(standing(rowOf(play(8, swapped).history, ['cases']))).toEqual(worded);
    const left = reportOf({ ...rowAfter(5), model: 'another-model' });
    const goneIn = (report: DriftReport, about: Parameters<typeof watchedDrifts>[2]) =>
      watchedDrifts(report, told, about).filter(({ ended }) => ended === 'no-longer-asked');
    expect(goneIn(left, whole)).toMatchObject([{ is: 'fine', about: { model } }]);
    expect(goneIn(left, { ...whole, isWhole: false })).toEqual([]);
    // The layer `cases` was taken out: canaries alone are asked.
    expect(goneIn({ ...left, prompts: [] }, whole)).toMatchObject([{ is: 'fine', about: { model } }]);
  });
});
