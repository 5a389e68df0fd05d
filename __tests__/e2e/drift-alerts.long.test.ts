import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { StepResult } from '../../src/embedded/runner/run-action.ts';
import { startReceiver } from '../support/alert-receivers.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

const promptPath = 'prompts/policy.prompt.yml';
const cases = [1, 2, 3]
  .map((number) => `- { id: case-${number}, vars: { what: case-${number} }, checks: [{ contains: "${number}" }] }\n`)
  .join('');

const open: { readonly close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

it('a drift that is confirmed is told to Slack once, and its end once; who was told is kept beside the history', async () => {
  let served = 'strong';
  const workspace = mkdtempSync(join(tmpdir(), 'promptgate-drift-alerts-'));
  open.push({ close: () => rmSync(workspace, { recursive: true }) });
  const slack = await startReceiver(() => ({ status: 200, body: 'ok' }));
  const stage: ReviewStage = await stageReview({
    base: {
      [promptPath]: 'messages:\n  - { role: user, content: "What is {{what}}?" }\n',
      'prompts/policy.cases.yml': cases,
      'promptgate.yml':
        'version: 1\nmodels: [strong]\ndrift: { trials: 1 }\nalerts: { slack: SLACK_WEBHOOK_URL, discord: UNSET, cooldown: 1h }\n',
    },
    head: { 'a.md': 'A\n' },
    models: {
      seed: 'alerts',
      rules: [
        {
          when: /What is case-/u,
          reply: ({ text }) => ({
            text: `It is number ${/What is case-(\d+)\?/u.exec(text)?.[1]}.`,
            servedModel: served,
          }),
        },
      ],
    },
    github: { permissions: { contents: 'write', issues: 'write' } },
  });
  open.push(slack, stage);
  const run = (): Promise<StepResult> =>
    stage.on(
      'schedule',
      { schedule: '17 5 * * *' },
      {
        sha: stage.repository.git('rev-parse', 'main'),
        ref: 'refs/heads/main',
        inputs: { mode: 'drift', history: 'drift.ndjson' },
        workspace,
        env: { SLACK_WEBHOOK_URL: `${slack.url}/services/T0/secret-of-slack` },
      },
    );
  const quiet = await run();
  expect([quiet.exitCode, quiet.outputs['alerts']]).toEqual([0, '[]']);
  served = 'strong-2026-11-01';
  const told = await run();
  expect(JSON.parse(told.outputs['alerts'] ?? '')).toEqual([
    { rule: 'drift', prompt: promptPath, model: 'strong', state: 'alert', sent: ['slack'] },
  ]);
  expect(slack.received).toHaveLength(1);
  expect(slack.received[0]?.path).toBe('/services/T0/secret-of-slack');
  expect(slack.received[0]?.body).toContain(' answers ');
  expect(slack.received[0]?.body).toContain('strong-2026-11-01');
  expect(told.stdout).toContain('could not be sent to Discord: the environment variable `UNSET` is not set');
  expect(told.stdout.replaceAll(/^::add-mask::.*$/gmu, '')).not.toContain('secret-of-slack');
  // The verdict is the drift's own, as it would be without an alert.
  expect([told.exitCode, told.outputs['verdict']]).toEqual([1, 'drifted']);
  expect(stage.github.issues()).toHaveLength(1);
  served = 'strong';
  const over = await run();
  expect(over.outputs['alerts']).toContain('"state":"recovered"');
  expect(slack.received).toHaveLength(2);
  expect(slack.received[1]?.body).toContain('as usual again');
  expect(readFileSync(join(workspace, 'drift.ndjson.alerts.json'), 'utf8')).toContain('"told":[]');
  expect(stage.github.violations).toEqual([]);
});
