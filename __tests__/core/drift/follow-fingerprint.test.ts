import { describe, expect, test } from 'vitest';
import type { DriftRun } from '../../../src/core/drift/drift-line.ts';
import type { DriftRow } from '../../../src/core/drift/drift-report.ts';
import { findFingerprintChange } from '../../../src/core/drift/follow-fingerprint.ts';
import { followRow } from '../../../src/core/drift/follow-row.ts';
import { rowOfState, standingOf } from '../../../src/core/drift/row-of-state.ts';
import { wordRow } from '../../../src/reporters/drift/word-drift.ts';
import { plain } from '../../../src/reporters/wording/say.ts';

/** Runs of ten replies each: a fingerprint for all of them, or how many replies each had. */
const runsOf = (prints: readonly (string | undefined | Readonly<Record<string, number>>)[]): readonly DriftRun[] =>
  prints.map((print, t) => ({
    ...{ kind: 'run', version: 1, at: new Date(Date.UTC(2026, 0, 1 + t)).toISOString(), run: `${t}`, cases: [] },
    ...{ prompt: 'help.txt', model: 'clerk' },
    served:
      print === undefined
        ? [{ model: 'clerk', replies: 10 }]
        : Object.entries(typeof print === 'string' ? { [print]: 10 } : print).map(([fingerprint, replies]) => {
            return { model: 'clerk', fingerprint, replies };
          }),
  }));

test('a fingerprint that no earlier run had is told with the run that it began at', () => {
  expect(findFingerprintChange(runsOf(['a', 'a', undefined, 'a', 'b', 'b']))).toEqual({
    ...{ before: 'a', now: 'b', at: 4, isClear: true, wasWatched: false },
  });
});
test('one that comes back ends the change', () => {
  expect(findFingerprintChange(runsOf(['a', 'a', 'a', 'b', 'a']))).toMatchObject({ now: 'b', isOver: true });
});

describe('a row whose fingerprint is watched', () => {
  const rowOf = (prints: readonly string[], watchedFrom: number): DriftRow => {
    const lines = runsOf(prints).map((run, t) =>
      t < watchedFrom ? run : { ...run, watchesFingerprint: true as const },
    );
    const state = followRow(lines);
    if (state === undefined) throw new Error('no run');
    return rowOfState(state, ['served', 'fingerprint', 'cases']);
  };
  test('tells a change of a run that it was watched in, without an empty name and without cases', () => {
    const row = rowOf(['a', 'a', 'a', 'b'], 3);
    expect(row).toMatchObject({ verdict: 'drifted', servedBefore: ['clerk'] });
    const said = wordRow({ path: 'help.txt', row }).map((one) => plain(one, (text) => text));
    expect(said).toContain('clerk answered, as before.');
    expect(said.join(' ')).not.toMatch(/before, by \.|cases that fell/u);
  });
  test('does not tell a change that is older than the wish to watch it', () => {
    expect(rowOf(['a', 'a', 'a', 'b', 'b', 'b'], 5)).toMatchObject({ verdict: 'steady' });
  });
  test('is over once the fingerprint is back', () => {
    expect(standingOf(rowOf(['a', 'a', 'a', 'b', 'a'], 0))).toBe('over');
  });
});
test('a service that answers by several set-ups within a run tells nothing by it', () => {
  const mixed = { a: 4, b: 3, c: 3 };
  expect(findFingerprintChange(runsOf([mixed, { a: 2, b: 5, d: 3 }, { c: 6, b: 4 }, mixed]))).toBeUndefined();
});
test('a service that has another fingerprint in each run is never clear', () => {
  expect(findFingerprintChange(runsOf(['a', 'b', 'c', 'd', 'e']))?.isClear).toBe(false);
});
