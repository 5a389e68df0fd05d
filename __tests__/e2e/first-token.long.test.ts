import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScriptedCall } from '../../src/embedded/model-service/script.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { runCli } from '../support/run-cli.ts';

const path = 'prompts/hours.prompt.yml';
const ids = Array.from({ length: 10 }, (_, at) => `case-${at + 1}`);

function promptText(manner: string): string {
  return `name: Hours
model: gpt-5.6-luna
messages:
  - role: system
    content: You answer questions of our customers. ${manner}
  - role: user
    content: "{{question}}"
`;
}

const cases = `cases:
${ids.map((id) => `  - { id: ${id}, vars: { question: "What is ${id}?" }, checks: [{ contains: "six" }] }`).join('\n')}
`;
const config = (latency: string) => `version: 1
sampling: fixed
trials: 4
latency: { stream: true }
gate: { latency: ${latency} }
`;

/** All replies take as long; where the prompt has the model think first, they begin twice as late. */
const answer = ({ system, random }: ScriptedCall) => {
  const jitter = 10 * random();
  return {
    text: 'We close at six.',
    latencyMs: 900,
    firstTokenMs: (system.includes('Think first') ? 500 : 250) + jitter,
  };
};

let shop: LocalShop;
let models: ModelService;
beforeEach(async () => {
  models = await startModelService({ seed: 'first', rules: [{ when: /What is case-/, reply: answer }] });
});
afterEach(async () => {
  await models.close();
  shop.remove();
});

/** The review of a prompt that has the model think first, under a gate on latency. */
async function review(latency: string) {
  shop = new LocalShop({
    'promptgate.yml': config(latency),
    [path]: promptText('Be brief.'),
    'prompts/hours.cases.yml': cases,
  });
  shop.write({ [path]: promptText('Be brief. Think first.') });
  const asked = ['review', '--base-url', models.url, '--store', 'r.sqlite', '--comment', 'comment.md', '--json'];
  const run = await runCli(shop.folder, asked);
  const report = JSON.parse(run.stdout);
  return {
    run,
    report,
    row: report.prompts[0]?.models[0],
    comment: readFileSync(join(shop.folder, 'comment.md'), 'utf8'),
  };
}

describe('a prompt after which replies begin twice as late, and end as soon', () => {
  it('is blocked by a gate on the first token, and told by it', async () => {
    const { run, report, row, comment } = await review('{ max-increase: 30%, of: first-token }');
    expect([report.verdict, run.status]).toEqual(['regressed', 1]);
    const [reason] = row.reasons;
    expect(reason).toMatchObject({ kind: 'latency', of: 'first-token', limit: 0.3 });
    const { old, new: now } = row.latency.firstToken;
    expect(now / old).toBeGreaterThan(1.3);
    expect(now / old).toBeLessThan(2.6);
    expect(Math.abs(row.latency.p50.new / row.latency.p50.old - 1)).toBeLessThan(0.2);
    const replies = row.cases.flatMap((one: { replies: unknown[] }) => one.replies);
    expect(replies).toHaveLength(80);
    for (const reply of replies)
      expect(reply).toMatchObject({ firstTokenMs: expect.any(Number), finishReason: 'stop' });
    // Tokens are counted in a stream too.
    expect(row.tokens.output.new).toBeGreaterThan(0);
    const [first = ''] = comment.split('\n');
    expect(first).toMatch(/Do not merge yet: over the latency limit: the first word of a reply takes \d+% longer/u);
    expect(comment).toMatch(/\| First token \|/u);
    expect(models.requests()[0]).toMatchObject({ params: { stream: true, stream_options: { include_usage: true } } });
    // What was paid for answers another run, with its first token.
    const before = models.stats().arrived;
    const again = await runCli(shop.folder, ['review', '--base-url', models.url, '--store', 'r.sqlite', '--json']);
    expect(JSON.parse(again.stdout).prompts[0].models[0].latency.firstToken).toEqual(row.latency.firstToken);
    expect(models.stats().arrived).toBe(before);
  });

  it('passes a gate on the whole reply, which tells of the first token all the same', async () => {
    const { report, comment } = await review('{ max-increase: 30% }');
    expect(report.verdict).toBe('pass');
    expect(comment).toMatch(/\| First token \|/u);
  });
});

describe('a gate on the first token', () => {
  it('judges nothing where the service refuses to stream', async () => {
    await models.close();
    models = await startModelService({
      seed: 'first',
      rules: [{ when: /What is case-/, reply: answer }],
      refusesStream: 'Your organization must be verified to stream this model.',
    });
    const { report, row } = await review('{ max-increase: 30%, of: first-token }');
    expect(report.verdict).toBe('invalid');
    expect(row.reasons).toMatchObject([
      { kind: 'unknown-first-token', side: 'old' },
      { kind: 'unknown-first-token', side: 'new' },
    ]);
    expect(row.latency).not.toHaveProperty('firstToken');
  });
});
