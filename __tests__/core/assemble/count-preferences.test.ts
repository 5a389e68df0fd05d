import { describe, expect, it } from 'vitest';
import { countPreferences } from '../../../src/core/assemble/assemble-row.ts';
import type { PairOutcome } from '../../../src/core/check-kind.ts';
import type { CellRun, TrialRun } from '../../../src/core/run/trial-run.ts';
import type { PairScore } from '../../../src/core/scoring/compare-pair.ts';
import { aCase } from '../../support/golden-case.ts';

const compared = (outcome: PairOutcome): PairScore => ({ kind: 'compared', check: 'prefer', outcome, reason: '' });
const unscored: PairScore = { kind: 'unscored', check: 'prefer', why: 'the judge is down' };

function cell(...trials: readonly (readonly PairScore[] | undefined)[]): CellRun {
  const side: TrialRun['new'] = {
    reply: { kind: 'failed', call: '', reason: 'server', message: '' },
    score: { kind: 'unscored', why: '', checks: [] },
  };
  const exam = { key: 'a', golden: aCase(), family: 'base', version: 'head', weight: 1 } as const;
  return {
    cell: { prompt: 'p', row: 'm', exam, identical: false, comparison: 'c', copy: 0 },
    trials: trials.map((pairs, trial) => ({
      round: 1,
      uniform: true,
      trial,
      new: side,
      ...(pairs === undefined ? {} : { pairs }),
    })),
  };
}

describe('preferences of a row', () => {
  it('are counted over the pairs of all cases, with the sign test of those that are decided', () => {
    const cells = [
      cell([compared('loss')], [compared('loss')], [compared('tie')]),
      cell([compared('win')], [compared('loss')]),
    ];
    expect(countPreferences(cells)).toEqual({
      wins: 1,
      ties: 1,
      losses: 3,
      unscored: 0,
      p: expect.closeTo(5 / 16, 12),
    });
  });

  it('count a pair once that several rubrics compare, for the side that more of them prefer', () => {
    const counts = countPreferences([
      cell([compared('win'), compared('loss')], [compared('loss'), compared('loss'), compared('win')]),
    ]);
    expect(counts).toMatchObject({ wins: 0, ties: 1, losses: 1 });
  });

  it('tell how much longer the preferred new replies were, and what pairs of like length came to', () => {
    const sized = (outcome: PairOutcome, old: number, now: number): CellRun => {
      const held = cell([compared(outcome)]);
      const trials = held.trials.map((trial) => ({
        ...trial,
        old: { ...trial.new, characters: old },
        new: { ...trial.new, characters: now },
      }));
      return { ...held, trials };
    };
    const cells = [sized('win', 100, 200), sized('win', 100, 800), sized('loss', 100, 110), sized('tie', 100, 90)];
    expect(countPreferences(cells)).toMatchObject({
      winnersLonger: expect.closeTo(4, 9),
      alike: { wins: 0, ties: 1, losses: 1 },
    });
  });

  it('leave a pair apart that was not judged, also by one of its rubrics alone', () => {
    expect(countPreferences([cell([unscored], [compared('win'), unscored])])).toEqual({
      wins: 0,
      ties: 0,
      losses: 0,
      unscored: 2,
      p: 1,
    });
  });

  it('are nothing at all where no case asks for them', () => {
    expect(countPreferences([cell(undefined, undefined)])).toBeUndefined();
  });
});
