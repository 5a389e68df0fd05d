import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { monitorReportSchema } from '../../src/core/monitor/monitor-report.ts';
import { startReceiver } from '../support/alert-receivers.ts';
import { runCli } from '../support/run-cli.ts';

const open: (() => unknown)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A day of calls: four hundred of `free`, sixty of `pro`, whose cost is `usd`. */
function day(date: string, usd: number): string {
  const call = (at: number, segment: string, cost: number): string => {
    const time = new Date(Date.parse(date) + at * 210_000).toISOString();
    // Costs of calls differ by a third, the same way every day.
    const billed = cost * (0.8 + (0.4 * (Math.floor(at * 7) % 11)) / 10);
    return JSON.stringify({ time, input: 'Hi', output: 'Hello.', model: 'gpt-5.6-luna', segment, usd: billed });
  };
  const free = Array.from({ length: 400 }, (_, at) =>
    call(at, 'free', 0.001 + 0.00002 * ((Date.parse(date) / 86_400_000) % 3)),
  );
  const pro = Array.from({ length: 60 }, (_, at) => call(at * 6.6, 'pro', usd));
  return `${[...free, ...pro].join('\n')}\n`;
}

it('a cost rise that is hidden in one segment is told to Slack once, and its end once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'promptgate-alerts-'));
  const slack = await startReceiver(() => ({ status: 200, body: 'ok' }));
  open.push(() => rmSync(folder, { recursive: true }), slack.close);
  writeFileSync(
    join(folder, 'promptgate.yml'),
    [
      'alerts:',
      '  slack: SLACK_WEBHOOK_URL',
      '  rules:',
      '    - { metric: cost, rises: 30%, against: 7d, segment: "*" }',
      '    - { metric: cost, rises: 30%, against: 7d }',
      '    - { metric: helpfulness, below: 7 }',
      '',
    ].join('\n'),
  );
  const log = (number: number, usd: number): void =>
    writeFileSync(
      join(folder, `2026-11-${String(number).padStart(2, '0')}.jsonl`),
      day(`2026-11-${String(number).padStart(2, '0')}`, usd),
    );
  for (let number = 1; number <= 9; number++) log(number, 0.002 + 0.00005 * (number % 3));
  const run = async () => {
    const done = await runCli(folder, ['monitor', '*.jsonl', '--json'], {
      SLACK_WEBHOOK_URL: `${slack.url}/services/secret`,
    });
    expect(done.status, done.stderr).toBe(0);
    return monitorReportSchema.parse(JSON.parse(done.stdout)).alerts;
  };
  const unknown = { rule: 'helpfulness below 7', is: 'unknown', why: expect.stringContaining('helpfulness'), sent: [] };
  expect(await run()).toMatchObject([unknown]);
  log(10, 0.0036);
  expect(await run()).toMatchObject([
    { rule: 'cost rises 0.3', is: 'broken', segment: 'pro', day: '2026-11-10', sent: ['slack'] },
    unknown,
  ]);
  expect(slack.received).toHaveLength(1);
  expect(slack.received[0]?.body).toMatch(/The cost of a call rose by (?:6|7|8)\d% in segment /u);
  log(11, 0.0036);
  expect(await run()).toMatchObject([{ is: 'broken', segment: 'pro', sent: [] }, unknown]);
  log(12, 0.00205);
  expect(await run()).toMatchObject([{ is: 'recovered', segment: 'pro', sent: ['slack'] }, unknown]);
  expect(await run()).toMatchObject([unknown]);
  expect(slack.received).toHaveLength(2);
  expect(slack.received[1]?.body).toContain('Over: The cost of a call is ');
  // What a rule told ends with the rule, too: nothing else would ever end it.
  const without = 'alerts: { slack: SLACK_WEBHOOK_URL }\n';
  const rule = ', rules: [{ metric: calls, above: 1 }] }';
  writeFileSync(join(folder, 'promptgate.yml'), without.replace(' }', rule));
  expect(await run()).toMatchObject([{ is: 'broken', sent: ['slack'] }]);
  writeFileSync(join(folder, 'promptgate.yml'), without);
  expect(await run()).toMatchObject([{ is: 'recovered', ended: 'no-longer-asked', sent: ['slack'] }]);
  expect(slack.received[3]?.body).toContain('Calls a day are no longer watched');
});
