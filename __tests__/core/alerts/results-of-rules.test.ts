import { expect, test } from 'vitest';
import type { BrokenRule } from '../../../src/core/alerts/alert.ts';
import type { AlertState } from '../../../src/core/alerts/alert-state.ts';
import { noAlerts } from '../../../src/core/alerts/alert-state.ts';
import type { Watched } from '../../../src/core/alerts/plan-alerts.ts';
import { openAlerts } from '../../../src/core/alerts/results-of-rules.ts';

const measured = { limit: 1, value: 2, low: 1.5, high: 2.5, day: null };
const about: BrokenRule = { kind: 'rule', metric: 'cost', way: 'above', ...measured };
const one = (is: Watched['is'], forRuns = 1): Watched => ({ key: 'a', is, forRuns, about });
const kept = (runs: number, ...told: readonly 'slack'[]): AlertState => ({
  version: 1,
  entries: [{ key: 'a', runs, told, seenMs: 0, about }],
});

test('an alert is open while its rule is broken, or until it is known to be over', () => {
  expect(openAlerts([one('wrong'), one('fine')], noAlerts)).toBe(1);
  expect(openAlerts([one('unknown')], noAlerts)).toBe(0);
  expect(openAlerts([one('unknown')], kept(1, 'slack'))).toBe(1);
  expect(openAlerts([one('fine')], kept(1, 'slack'))).toBe(0);
  // What this run could not judge at all is no more over than that.
  expect(openAlerts([], kept(1, 'slack'))).toBe(1);
  expect(openAlerts([], kept(1))).toBe(0);
});

test('a rule of several runs has no alert before them, and where runs cannot be counted a single one is enough', () => {
  expect(openAlerts([one('wrong', 2)], noAlerts)).toBe(0);
  expect(openAlerts([one('wrong', 2)], kept(1))).toBe(1);
  expect(openAlerts([one('wrong', 2)], undefined)).toBe(1);
});
