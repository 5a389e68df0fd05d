import { expect } from 'vitest';
import type { DriftReport } from '../../src/core/drift/drift-report.ts';
import type { MonitorReport } from '../../src/core/monitor/monitor-report.ts';
import { driftIssue, driftSummary, writeDrift, writeDriftHtml } from '../../src/reporters/drift.ts';
import { monitorProblems, monitorSummary, writeMonitor, writeMonitorHtml } from '../../src/reporters/monitor.ts';
import type { Twice } from './filled-watching.ts';
import { expectOnlyText, expectSameMarkdown, unseen } from './hostile-targets.ts';
import { differencesOf, skeletonOf } from './markup-skeleton.ts';

const run = 'https://github.com/acme/shop/actions/runs/4711';
const hash = () => 'sha256-x';

/** Text from outside stays text wherever a drift run is shown. */
export async function expectDriftIsText({ hostile, harmless }: Twice<DriftReport>): Promise<void> {
  expectSamePage(writeDriftHtml(hostile, hash, run), writeDriftHtml(harmless, hash, run));
  expectSame(driftSummary(hostile), driftSummary(harmless));
  const issue = (report: DriftReport) => {
    const [prompt] = report.prompts;
    const [row] = prompt?.models ?? [];
    if (prompt === undefined || row === undefined) return '';
    const at = { run, day: '2026-11-28T05:17:00.000Z', label: 'promptgate:accept', marker: '<!-- ours -->' };
    return driftIssue({ path: prompt.path, row }, at).body;
  };
  expectSame(issue(hostile), issue(harmless));
  await expectOnlyText(writeDrift(hostile, { colours: false, columns: 80 }));
  await expectOnlyText(writeDrift(hostile, { colours: true, columns: 100 }));
}

/** The same of what production's logs tell. */
export async function expectMonitoredIsText({ hostile, harmless }: Twice<MonitorReport>): Promise<void> {
  expectSamePage(writeMonitorHtml(hostile, hash, run), writeMonitorHtml(harmless, hash, run));
  expectSame(monitorSummary(hostile), monitorSummary(harmless));
  const problemsOf = ({ broken }: MonitorReport) =>
    monitorProblems(broken.map((one) => ({ reason: 'files', fix: one.what, ...one })));
  expectSame(problemsOf(hostile), problemsOf(harmless));
  await expectOnlyText(writeMonitor(hostile, { colours: false, columns: 80 }));
  await expectOnlyText(writeMonitor(hostile, { colours: true, columns: 140 }));
}

function expectSame(markdown: string, twin: string): void {
  expect(markdown.replaceAll('\t', '')).not.toMatch(unseen);
  expectSameMarkdown(markdown, twin);
}

/** The same elements with the same attributes, and no script. What stands in back quotes is shown as code, whoever wrote it. */
function expectSamePage(page: string, twin: string): void {
  expect(page.replaceAll('\t', '')).not.toMatch(unseen);
  expect(page).not.toContain('<script');
  expect(differencesOf(skeletonOf(page, 'code', 'mark'), skeletonOf(twin, 'code', 'mark'))).toEqual([]);
}
