import { expect, test } from 'vitest';
import type { DriftRun } from '../../../src/core/drift/drift-line.ts';
import { findFingerprintChange } from '../../../src/core/drift/follow-fingerprint.ts';

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
    ...{ before: 'a', now: 'b', at: 4, isClear: true },
  });
});
test('one that comes back is no change', () => {
  expect(findFingerprintChange(runsOf(['a', 'a', 'a', 'b', 'a']))).toBeUndefined();
});
test('a service that answers by several set-ups within a run tells nothing by it', () => {
  const mixed = { a: 4, b: 3, c: 3 };
  expect(findFingerprintChange(runsOf([mixed, { a: 2, b: 5, d: 3 }, { c: 6, b: 4 }, mixed]))).toBeUndefined();
});
test('a service that has another fingerprint in each run is never clear', () => {
  expect(findFingerprintChange(runsOf(['a', 'b', 'c', 'd', 'e']))?.isClear).toBe(false);
});
