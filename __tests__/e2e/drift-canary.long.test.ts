import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { driftReportSchema } from '../../src/core/drift/drift-report.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { startReceiver } from '../support/alert-receivers.ts';
import { LocalShop } from '../support/local-shop.ts';
import { shopBase } from '../support/policy-shop.ts';
import { runCli } from '../support/run-cli.ts';

const mood = { isOther: false };
let shop: LocalShop;
let service: ModelService;
let slack: Awaited<ReturnType<typeof startReceiver>>;
beforeEach(async () => {
  mood.isOther = false;
  shop = new LocalShop({ ...shopBase, 'promptgate.yml': 'version: 1\nmodels: [strong]\nalerts: { slack: SLACK }\n' });
  slack = await startReceiver(() => ({ status: 200 }));
  service = await startModelService({
    seed: 'canary',
    otherwise: ({ random }) => {
      const noise = 0.04 * (random() - 0.5);
      const logprobs = mood.isOther ? { A: -1.2 + noise, B: -0.4 } : { A: -0.3 + noise, B: -1.6 };
      return { text: 'A', logprobs };
    },
  });
});
afterEach(async () => {
  shop.remove();
  slack.close();
  await service.close();
});

const drift = async () => {
  const args = ['drift', '--canary-only', '--base-url', service.url, '--history', 'history.ndjson', '--json'];
  const run = await runCli(shop.folder, args, { OPENAI_API_KEY: 'sk-canary-0123456789', SLACK: slack.url });
  const report = driftReportSchema.parse(JSON.parse(run.stdout));
  return { status: run.status, report, row: report.canaries?.[0] };
};

it('`--canary-only` tells a silent swap by ten one-token calls a run, and asks no golden case', async () => {
  const first = await drift();
  expect([first.status, first.row?.verdict, first.row?.method]).toEqual([0, 'baseline', 'logprobs']);
  expect(first.report.calls.made).toBe(10);
  // As if it had run each hour of the day before.
  const line: { readonly at: string } = JSON.parse(readFileSync(join(shop.folder, 'history.ndjson'), 'utf8'));
  const earlier = Array.from({ length: 12 }, (_, hour) => {
    const at = new Date(Date.parse(line.at) - (12 - hour) * 3_600_000).toISOString();
    return `${JSON.stringify({ ...line, at, run: `earlier-${hour}` })}\n`;
  });
  writeFileSync(join(shop.folder, 'history.ndjson'), `${earlier.join('')}${JSON.stringify(line)}\n`);
  const quiet = await drift();
  expect([quiet.status, quiet.row?.verdict]).toEqual([0, 'steady']);
  mood.isOther = true;
  const told = await drift();
  expect([told.status, told.report.verdict, told.row?.told, told.report.calls.made]).toEqual([
    1,
    'drifted',
    'replies',
    20,
  ]);
  expect(told.report.prompts).toEqual([]);
  expect(slack.received).toHaveLength(1);
  expect(slack.received[0]?.body).toContain('its canary changed');
  // It is over once two runs in a row are as near as usual ones are, and that is told once.
  mood.isOther = false;
  await drift();
  expect((await drift()).row?.ended).toBe(true);
  expect(slack.received).toHaveLength(2);
  expect(slack.received[1]?.body).toContain(' is as before again, by its canary');
});
