import { expect, test } from 'vitest';
import { type DriftRequest, isWholeRun } from '../../../src/app/drift/drift-run.ts';
import { readInputs } from '../../../src/commands/read-inputs.ts';
import type { DriftReport } from '../../../src/core/drift/drift-report.ts';

const request: DriftRequest = {
  inputs: readInputs(new Map([['mode', 'drift']])),
  run: 'r',
  named: { written: [], folder: '' },
  signal: new AbortController().signal,
};
const golden = { ended: 'complete', unreviewed: [] } as const;
const report: DriftReport = {
  ...{ version: 1, tool: { name: 'promptgate', version: '0' }, startedAt: '2026-11-20T00:00:00.000Z' },
  ...{ head: { sha: '', ref: '' }, verdict: 'steady', problems: [], notes: [] },
  prompts: [{ path: 'a.prompt.yml', models: [] }],
  ...{ calls: { made: 0, failed: 0 }, open: true },
};
const canaries = [{ model: 'luna', verdict: 'steady', served: [], runs: 1 }] as const;

test('a drift run is whole unless it was narrowed down, was ended before time, was at fault or saw nothing', () => {
  expect(isWholeRun(request, golden, report)).toBe(true);
  // The config has canaries alone.
  expect(isWholeRun(request, undefined, { ...report, prompts: [], canaries })).toBe(true);

  const narrowed = (given: string) =>
    readInputs(
      new Map([
        ['mode', 'drift'],
        [given, 'x'],
      ]),
    );
  for (const given of ['prompts', 'models', 'tags'])
    expect(isWholeRun({ ...request, inputs: narrowed(given) }, golden, report)).toBe(false);
  expect(isWholeRun({ ...request, named: { written: ['a'], folder: '' } }, golden, report)).toBe(false);
  expect(isWholeRun({ ...request, canaryOnly: true }, undefined, { ...report, prompts: [], canaries })).toBe(false);

  expect(isWholeRun(request, { ...golden, ended: 'budget' }, report)).toBe(false);
  const left = { ...golden, unreviewed: [{ path: 'b.prompt.yml', why: 'budget' }] } as const;
  expect(isWholeRun(request, left, report)).toBe(false);
  expect(isWholeRun(request, golden, { ...report, problems: [{ reason: 'config', what: 'x' }] })).toBe(false);
  expect(isWholeRun(request, golden, { ...report, prompts: [], canaries })).toBe(false);
  expect(isWholeRun(request, undefined, { ...report, prompts: [] })).toBe(false);
});
