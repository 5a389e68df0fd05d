import { describe, expect, it } from 'vitest';
import { mergeReports } from '../../../src/core/assemble/merge-reports.ts';
import { reportSchema } from '../../../src/core/report/report.ts';
import { buildPrompt, buildReport } from '../../support/report-builder.ts';

const passing = buildPrompt({ path: 'b.txt', verdict: 'pass' });
const root = buildReport({
  prompts: [passing],
  verdict: 'pass',
  problems: [],
  unreviewed: [],
  notes: ['shared'],
  gate: { open: true, failOn: ['regressed', 'invalid'] },
});
const problem = { reason: 'config', what: 'it is broken' } as const;

describe('the reports of several configs', () => {
  it('are one: its worst verdict, its gate by the root, each prompt with its config', () => {
    const folder = buildReport({
      prompts: [buildPrompt({ path: 'a/a.txt', verdict: 'regressed' })],
      verdict: 'regressed',
      notes: ['shared', 'own'],
      gate: { open: true, failOn: [] },
      ended: 'budget',
      stoppedBy: { limit: 'max-calls', value: 3 },
    });
    const merged = mergeReports([{ report: root }, { config: 'a/promptgate.yml', report: folder }], 'f');
    expect(reportSchema.parse(merged)).toEqual(merged);
    expect(merged.prompts.map(({ path, config }) => [path, config])).toEqual([
      ['a/a.txt', 'a/promptgate.yml'],
      ['b.txt', undefined],
    ]);
    expect([merged.verdict, merged.gate.open, merged.gate.failOn, merged.fingerprint]).toEqual([
      'regressed',
      false,
      ['regressed', 'invalid'],
      'f',
    ]);
    expect([merged.notes, merged.ended, merged.stoppedBy?.value]).toEqual([['shared', 'own'], 'budget', 3]);
    expect(merged.calls.made).toBe(root.calls.made + folder.calls.made);
    expect(merged.costUsd.actual).toBeCloseTo((root.costUsd.actual ?? 0) + (folder.costUsd.actual ?? 0), 9);
  });

  it('tell a problem of several once, and close the gate for one of any', () => {
    const broken = buildReport({ prompts: [], verdict: 'invalid', problems: [problem] });
    const merged = mergeReports(
      [{ report: root }, { config: 'a', report: broken }, { config: 'b', report: broken }],
      'f',
    );
    expect([merged.verdict, merged.gate.open, merged.problems]).toEqual(['invalid', false, [problem]]);
  });

  it('are skipped where none has anything to review', () => {
    const skipped = buildReport({
      prompts: [],
      problems: [],
      unreviewed: [],
      verdict: 'skipped',
      skipped: 'no prompt changed',
    });
    const merged = mergeReports([{ report: skipped }, { config: 'a', report: skipped }], 'f');
    expect([merged.verdict, merged.skipped]).toEqual(['skipped', 'no prompt changed']);
    expect(mergeReports([{ report: skipped }, { config: 'a', report: root }], 'f')).toMatchObject({ verdict: 'pass' });
  });
});
