import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readAlertState } from '../../src/core/alerts/alert-state.ts';
import type { ActionStep, StepResult } from '../../src/embedded/runner/run-action.ts';
import { startReceiver } from '../support/alert-receivers.ts';
import { helpText, judgedModels, judgedPrompt } from '../support/judged-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

const config = `version: 1
judge: strict
prices: { strict: { input: 1, output: 1 } }
monitor: { quality: { sample: 20, metrics: [helpfulness], budget: { calls: 100 } } }
alerts:
  slack: SLACK_WEBHOOK_URL
  rules:
    - { metric: cost, rises: 30%, against: 7d, segment: "*" }
    - { metric: cost, rises: 30%, against: 7d }
    - { metric: helpfulness, below: 7, segment: "*" }
`;

const open: { readonly close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** Calls of a day of November: four hundred of `free`; sixty of `pro` that cost `usd` each, most answered badly. */
function day(date: number, usd: number): string {
  const call = (at: number, segment: string, cost: number): string =>
    JSON.stringify({
      time: new Date(Date.UTC(2026, 10, date) + at * 210_000).toISOString(),
      input: `Where is my order ${at}? I am ana@example.com`,
      output: segment === 'pro' && at % 4 !== 0 ? 'Bad answer.' : 'Good answer.',
      ...{ model: 'luna', segment, prompt: 'help' },
      usd: cost * (0.8 + (0.4 * (Math.floor(at * 7) % 11)) / 10),
    });
  const free = Array.from({ length: 400 }, (_, at) => call(at, 'free', 0.001 + 0.00002 * (date % 3)));
  return [...free, ...Array.from({ length: 60 }, (_, at) => call(at * 6.5, 'pro', usd))].join('\n');
}

it('`mode: monitor` tells a rise hidden in one segment once and its end once, though a run is killed, and judges a sample', async () => {
  const workspace = mkdtempSync(join(tmpdir(), 'promptgate-monitor-action-'));
  open.push({ close: () => rmSync(workspace, { recursive: true }) });
  const killing = new AbortController();
  // The first message ends its run; Slack takes none of it.
  const slack = await startReceiver((at) => {
    if (at === 0) killing.abort();
    return { status: at === 0 ? 500 : 200 };
  });
  const stage: ReviewStage = await stageReview({
    base: {
      [judgedPrompt]: helpText('briefly'),
      'prompts/help.cases.yml': 'cases:\n  - { id: one, vars: { question: Hi } }\n',
      'promptgate.yml': config,
    },
    head: { 'a.md': 'A\n' },
    models: { seed: 'monitor', rules: judgedModels((reply) => (reply.startsWith('Bad') ? 2 : 9)) },
    github: { permissions: { contents: 'write', pull_requests: 'write' } },
  });
  open.push(slack, stage);
  const step = {
    inputs: { mode: 'monitor', logs: '*.jsonl', history: 'days.ndjson', 'pull-request': 'true' },
    ref: 'refs/heads/main',
    ...{ workspace, temp: workspace, env: { SLACK_WEBHOOK_URL: `${slack.url}/services/T0/secret-of-slack` } },
  };
  const run = (more: Partial<ActionStep> = {}): Promise<StepResult> =>
    stage.on(
      'schedule',
      { schedule: '17 5 * * *' },
      { ...step, sha: stage.repository.git('rev-parse', 'main'), ...more },
    );
  const log = (...days: readonly string[]): void => writeFileSync(join(workspace, 'today.jsonl'), days.join('\n'));
  const rulesOf = (done: StepResult) => JSON.parse(done.outputs['alerts'] ?? '');
  const sinceOf = () => {
    const state = readAlertState(readFileSync(join(workspace, 'days.ndjson.alerts.json'), 'utf8'));
    return typeof state === 'string' ? state : state.entries.map(({ since }) => since);
  };

  log(...Array.from({ length: 10 }, (_, at) => day(at + 1, at === 9 ? 0.0036 : 0.002 + 0.00005 * (at % 3))));
  const killed = await run({ lost: killing.signal });
  expect(killed.exitCode).toBeNull();
  const since = sinceOf();

  log(day(10, 0.0036));
  const told = await run();
  expect(told.exitCode, told.summary).toBe(0);
  const [cost, graded, ...others] = rulesOf(told);
  expect(others).toEqual([]);
  expect(cost).toMatchObject({ metric: 'cost', is: 'broken', segment: 'pro', day: '2026-11-10', sent: ['slack'] });
  expect(graded).toMatchObject({ metric: 'helpfulness', is: 'broken', segment: 'pro', sent: ['slack'] });
  expect(slack.received).toHaveLength(3);
  expect(slack.received[1]?.body).toContain('The cost of a call rose by ');
  expect(slack.received[2]?.body).toContain('Helpfulness is ');
  expect(sinceOf()).toEqual(since);
  expect(told.summary).toMatch(/^- Alert: The cost of a call rose by \d+% in segment `pro`\..* Sent to slack\.$/mu);
  expect(told.summary).toMatch(/^\|`helpfulness` \(1–10\)\|`free` *\| *9\.0\|/mu);
  // What people asked is offered on a branch, and published nowhere else; what the judge was shown had no address in it.
  expect(told.summary).toMatch(/\d+ inputs? may become .*graded low/u);
  expect(told.summary).toContain('one with cases that were offered earlier is open');
  expect(readFileSync(told.outputs['report-json'] ?? '', 'utf8')).not.toContain('Where is my order');
  const page = readFileSync(told.outputs['report-html'] ?? '', 'utf8');
  expect(page).toContain('<meta http-equiv="Content-Security-Policy" content="default-src \'none\'');
  expect(page).not.toContain('Where is my order');
  expect(page).toMatch(/<h1>The cost of a call rose by \d+% in segment <code>pro<\/code><\/h1>/u);
  expect(page).toMatch(/Alert: The cost of a call rose by \d+% in segment <code>pro<\/code>/u);
  // The days that the history alone holds are drawn too.
  expect(page).toContain('aria-label="By day from 1 Nov 2026 to 10 Nov 2026');
  expect(stage.repository.git('show', 'promptgate/offered-cases:prompts/help.cases.yml')).toContain(
    'Where is my order',
  );
  expect(JSON.stringify(stage.models.requests())).not.toContain('@example.com');
  expect(Number(told.outputs['calls'])).toBe(20);
  // Nothing of it is left for a later run to keep.
  expect(told.state['store']).toBeUndefined();

  log(day(11, 0.0036));
  expect(rulesOf(await run())[0]).toMatchObject({ is: 'broken', segment: 'pro', sent: [] });
  log(day(12, 0.00205));
  const over = await run();
  expect(rulesOf(over)[0]).toMatchObject({ is: 'recovered', ended: 'over', segment: 'pro', sent: ['slack'] });
  expect(slack.received[3]?.body).toContain('Over: The cost of a call is ');
  expect(over.summary).toMatch(/^- Over: The cost of a call is \$0\.002\d* in segment `pro`\./mu);
  expect(slack.received).toHaveLength(4);
  expect(readFileSync(join(workspace, 'days.ndjson'), 'utf8')).not.toContain('order');
  expect(stage.github.violations).toEqual([]);
});
