import { expect, test } from 'vitest';
import { noAlerts } from '../../src/core/alerts/alert-state.ts';
import { watchedDrifts } from '../../src/core/alerts/watch-drift-rows.ts';
import type { DriftReport, DriftRow } from '../../src/core/drift/drift-report.ts';
import { rowOfState } from '../../src/core/drift/row-of-state.ts';
import { wordAlert } from '../../src/reporters/alerts/word-alert.ts';
import { driftIssue, driftSummary, writeDrift, writeDriftHtml } from '../../src/reporters/drift.ts';
import { plain } from '../../src/reporters/wording/say.ts';
import { play } from '../core/drift/runs.ts';

const path = 'prompts/support.prompt.yml';
const says = (name: string): string => `Another model answers ${name} since 9 Jan 2026; the answers are as usual`;

/** Four of twenty cases break at the ninth run, when another model begins to answer, and are whole again from the 14th on. */
function rowAfter(runs: number): DriftRow {
  const state = play(runs, {
    rate: (t, at) => (t >= 8 && t < 13 && at < 4 ? 0.05 : 1),
    served: (t) => (t >= 8 ? 'another' : 'the-usual'),
  }).states.at(-1);
  if (state === undefined) throw new Error('no run');
  return rowOfState(state, ['served', 'cases']);
}

function reportOf(row: DriftRow): DriftReport {
  return {
    version: 1,
    tool: { name: 'promptgate', version: '0' },
    startedAt: '2026-01-20T00:00:00.000Z',
    head: { sha: '', ref: '' },
    verdict: row.verdict,
    problems: [],
    notes: [],
    prompts: [{ path, models: [row] }],
    calls: { made: 0, failed: 0 },
    open: false,
  };
}

const at = { run: 'https://example.test/run', day: '2026-01-20T00:00:00.000Z', label: 'accept', marker: '' };

test('while cases fall, the answers are told as worse', () => {
  const row = rowAfter(12);
  expect(writeDrift(reportOf(row), { colours: false, columns: 200 })).toMatch(/ worse since .*Cases that got worse/su);
  expect(driftIssue({ path, row }, at).title).toBe(`gpt-5.6-luna answers ${path} differently`);
});

test('once they are as usual again, the other model alone is told, wherever it is told', () => {
  const row = rowAfter(20);
  const report = reportOf(row);
  const [watched] = watchedDrifts(report, noAlerts, { except: [], isWhole: true });
  if (watched === undefined) throw new Error('nothing is watched');
  const alert = wordAlert({ version: 1, key: 'a', state: 'alert', at: report.startedAt, about: watched.about });
  const issue = driftIssue({ path, row }, at);
  const told = {
    terminal: writeDrift(report, { colours: false, columns: 200 }),
    summary: driftSummary(report),
    page: writeDriftHtml(report, () => 'hash').replace(/<style>.*<\/style>/su, ''),
    issue: `${issue.title}\n${issue.body}`,
    alert: [alert.title, ...alert.lines].map((phrase) => plain(phrase, (text) => text)).join('\n'),
  };
  expect(told.terminal).toContain(says(`${path} on gpt-5.6-luna`));
  expect(told.summary).toContain(says(`\`${path}\` on \`gpt-5.6-luna\``));
  expect(told.page).toContain('the answers are as usual');
  expect(told.issue).toContain('The answers are as usual.');
  expect(issue.title).toBe(`Another model answers ${path} on gpt-5.6-luna`);
  expect(told.alert).toContain(says(`${path} on gpt-5.6-luna`));
  for (const text of Object.values(told)) expect(text).not.toMatch(/worse|differently|fell|Fell by|said before/u);
});

test('a run that could ask nothing says first what is wrong, and where', () => {
  const problem = {
    reason: 'config',
    what: 'unknown key `driift`.',
    fix: 'Did you mean `drift`?',
    at: { file: 'promptgate.yml', line: 3, column: 3 },
  } as const;
  const report: DriftReport = { ...reportOf(rowAfter(1)), verdict: 'invalid', prompts: [], problems: [problem] };
  const said = writeDrift(report, { colours: false, columns: 200 });
  expect(said.trim()).toBe('promptgate.yml:3:3: unknown key driift. Did you mean drift?');
});

test('a judge that answers under the same name is not told as another', () => {
  const judge = {
    model: 'judge',
    verdict: 'drifted',
    served: ['judge-1'],
    servedBefore: ['judge-1'],
    anchors: 8,
    runs: 9,
    told: 'grades',
    towards: 'lower',
  } as const;
  const report: DriftReport = { ...reportOf(rowAfter(1)), judge };
  expect(writeDrift(report, { colours: false, columns: 200 })).not.toContain('Before, judge-1');
});
