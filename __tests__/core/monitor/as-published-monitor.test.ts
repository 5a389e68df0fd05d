import { expect, test } from 'vitest';
import { asPublishedMonitor } from '../../../src/core/monitor/as-published-monitor.ts';
import type { MonitorReport } from '../../../src/core/monitor/monitor-report.ts';
import type { Observed, OfferedCase } from '../../../src/core/monitor/observed.ts';

const offered = (reason: OfferedCase['reason']): OfferedCase => ({
  prompt: 'help.txt',
  file: 'help.cases.yml',
  reason,
  notes: ['A judge graded it 2.0 of 10 by helpfulness.'],
  vars: { question: 'I am Ana of Bonn.' },
  history: [],
  at: { file: 'a.jsonl', line: 1 },
});

const observed: Observed = {
  sample: { seed: 1, wanted: 10, of: 10, taken: 10, strata: [] },
  quality: [],
  unknown: [{ metric: 'helpfulness', why: 'It said: I am Ana.', calls: 1 }],
  golden: [],
  candidates: [offered('poor'), offered('poor'), offered('rare')],
  ...{ calls: 10, usd: 0.1, notes: ['A note.'] },
};
// Of the report nothing but this is looked at.
const report = { observed } as MonitorReport;

test('inputs of production are published by `full` alone, and what quotes a reply not by `none`', () => {
  const at = (publishReplies: 'full' | 'excerpt' | 'none') => asPublishedMonitor(report, { publishReplies }).observed;
  expect(at('full')).toEqual(observed);
  expect(at('excerpt')).toMatchObject({ candidates: [], unknown: observed.unknown });
  expect(at('excerpt')?.notes).toEqual([
    'A note.',
    '3 inputs may become golden cases (2 graded low, 1 like no golden case). What they say is published with `publish-replies: full` only; `promptgate monitor --write` adds them to the cases files.',
  ]);
  expect(JSON.stringify(at('none'))).not.toContain('Ana');
  expect(
    asPublishedMonitor({ ...report, observed: { ...observed, candidates: [] } }, { publishReplies: 'none' }),
  ).toMatchObject({ observed: { notes: ['A note.'] } });
});
