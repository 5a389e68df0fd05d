import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { portabilityReportSchema } from '../../src/core/portability/portability-report.ts';
import type { ModelScript } from '../../src/embedded/model-service/script.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { casesPath, promptPath, shopBase, shopModels } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';
import { runCli } from '../support/run-cli.ts';

const path = 'prompts/order.prompt.yml';
const ids = Array.from({ length: 20 }, (_, at) => `order-${at + 1}`);

const prompt = `name: order
model: current
modelParameters:
  temperature: 0
  response_format: { type: json_object }
messages:
  - role: user
    content: "Tell the state of {{order}} as JSON."
`;

const cases = `cases:
${ids.map((id) => `  - { id: ${id}, segment: free, vars: { order: ${id} }, checks: [json, { contains: "sent ${id}!" }] }`).join('\n')}
`;

const config = `version: 1
models: [thrifty, clumsy, chatty, moody, ending]
segments: { free: { traffic: 100000/month } }
retirements: { ending: 2026-12-20 }
prices:
  current: { input: 1, output: 10 }
  thrifty: { input: 0.1, output: 1 }
  clumsy: { input: 0.1, output: 0.5 }
  chatty: { input: 0.2, output: 2 }
  moody: { input: 2, output: 20 }
  ending: { input: 3, output: 30 }
`;

/** Always right, but: `clumsy` not of every third order, `chatty` in prose, `moody` in words that change. */
const script: Omit<ModelScript, 'seed'> = {
  unsupported: { chatty: { response_format: null } },
  rules: [
    {
      when: /Tell the state/u,
      reply: ({ model, user, ordinal }) => {
        const id = /state of (order-\d+)/u.exec(user)?.[1] ?? '';
        if (model === 'chatty') return `Your order: sent ${id}!`;
        const wrong = model === 'clumsy' && Number(id.slice('order-'.length)) % 3 === 0;
        const state = wrong ? 'lost' : `sent ${id}!`;
        const text = JSON.stringify({ state, ...(model === 'moody' ? { note: `words ${ordinal}` } : {}) });
        return { text, latencyMs: model === 'thrifty' ? 1 : 40 };
      },
    },
  ],
};

describe('`promptgate portability`', () => {
  let shop: LocalShop;
  let service: ModelService;
  beforeEach(async () => {
    shop = new LocalShop({ 'promptgate.yml': config, [path]: prompt, 'prompts/order.cases.yml': cases });
    service = await startModelService({ seed: 'portability', ...script });
  });
  afterEach(async () => {
    shop.remove();
    await service.close();
  });
  const port = (...args: readonly string[]) =>
    runCli(shop.folder, ['portability', '--base-url', service.url, ...args], { OPENAI_API_KEY: 'sk-port-0123456789' });

  it('names each of five models rightly, and asks the reference once for all', async () => {
    const run = await port('--json');
    expect(run.stderr).not.toMatch(/fault of Promptgate/u);
    expect(run.status).toBe(0);
    const report = portabilityReportSchema.parse(JSON.parse(run.stdout));
    const [told] = report.prompts;
    const by = new Map(told?.models.map((model) => [model.model, model]));
    expect([...by].map(([name, { verdict }]) => [name, verdict])).toEqual([
      ['thrifty', 'safe'],
      ['ending', 'safe'],
      ['moody', 'safe'],
      ['clumsy', 'unsafe'],
      ['chatty', 'unsafe'],
    ]);
    expect([told?.reference.model, told?.cheapestSafe, told?.fastestSafe, told?.best]).toEqual([
      ...['current', 'thrifty', 'thrifty', 'thrifty'],
    ]);
    expect(by.get('clumsy')?.failing).toContain('order-3');
    expect(by.get('clumsy')?.failing).not.toContain('order-1');
    expect(by.get('chatty')?.refused).toEqual(['response_format']);
    expect(by.get('chatty')?.formatErrors.failed).toBe(by.get('chatty')?.formatErrors.of);
    expect(by.get('moody')?.ignored).toEqual(['temperature']);
    expect([by.get('thrifty')?.ignored, by.get('thrifty')?.refused]).toEqual([[], []]);
    expect([by.get('ending')?.retires, by.get('thrifty')?.retires]).toEqual(['2026-12-20', null]);
    const { usdPer1000 = 0, usdMonth = 0 } = by.get('thrifty') ?? {};
    expect(usdMonth).toBeCloseTo((usdPer1000 ?? 0) * 100, 6);
    const asked = service.requests().filter((call) => 'model' in call && call.model === 'current').length;
    const most = Math.max(...(told?.models ?? []).map(({ replies }) => replies));
    expect(asked).toBe(most);
    expect(report.calls.replies).toBeLessThan(report.calls.toTheEnd);
  }, 60_000);

  it('shows it on the terminal and the page, and takes what it was told over on the next run', async () => {
    const page = join(shop.folder, 'port.html');
    const comment = join(shop.folder, 'port.md');
    const run = await port('--html', page, '--comment', comment, '--models', 'thrifty,clumsy');
    expect(run.status).toBe(0);
    for (const text of [run.stdout, readFileSync(page, 'utf8'), readFileSync(comment, 'utf8')]) {
      expect(text.replaceAll(/<[^>]*>|`/gu, '')).toContain(`${path} is safe on 1 of 2 models: thrifty`);
      expect(text).toContain('order-3');
    }
    expect(readFileSync(page, 'utf8')).toContain('<svg');
    const asked = service.requests().length;
    const again = await port('--models', 'thrifty,clumsy', '--json');
    expect(portabilityReportSchema.parse(JSON.parse(again.stdout)).calls.made).toBe(0);
    expect(service.requests().length).toBe(asked);
  }, 60_000);
});

describe('`mode: portability`', () => {
  let stage: ReviewStage;
  afterEach(async () => {
    expect(stage.github.violations).toEqual([]);
    await stage.close();
  });
  const begin = async (key?: string) => {
    const head = { 'docs/notes.md': 'Notes.\n' };
    const models = shopModels(['case-3', 'case-4', 'case-8'], 'briefly');
    stage = await stageReview({ base: shopBase, head, models: { ...models, ...(key === undefined ? {} : { key }) } });
    return stage.repository.git('rev-parse', 'topic');
  };
  const inputs = { mode: 'portability', models: 'cheap, strong', reference: 'strong' };

  it('on a schedule tells the commit of the run in the summary, as a page and as JSON, and is green', async () => {
    const sha = await begin();
    const temp = mkdtempSync(join(tmpdir(), 'promptgate-port-'));
    const run = await stage.on('schedule', {}, { sha, ref: 'refs/heads/topic', inputs, env: { RUNNER_TEMP: temp } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'pass']);
    expect(run.summary).toContain(`\`${promptPath}\` is safe on none of 1 model`);
    expect(run.summary).toContain('`case-3`, `case-4` and `case-8` fail');
    const { 'report-json': json = '', 'report-html': page = '' } = run.outputs;
    const report = portabilityReportSchema.parse(JSON.parse(readFileSync(json, 'utf8')));
    expect(report.prompts[0]?.models[0]?.failing).toEqual(['case-3', 'case-4', 'case-8']);
    expect(readFileSync(page, 'utf8')).toContain('<td class="wrap"><code>cheap</code>');
    expect(stage.github.comments(7)).toEqual([]);
    rmSync(temp, { recursive: true });
  });

  it('on a pull request has a comment of its own, which the next run brings up to date', async () => {
    await begin();
    await stage.review({ inputs });
    const run = await stage.review({ inputs: { ...inputs, models: 'strong, cheap, other' } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'pass']);
    const bodies = stage.github.comments(7).map(({ body }) => body);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain('is safe on 1 of 2 models: `other`');
  });

  it('fails where nothing can be told: a key that is refused, no other model, cases that cannot be read', async () => {
    await begin('sk-another');
    const shut = await stage.review({ inputs });
    expect([shut.exitCode, shut.outputs['verdict'], shut.outputs['reason']]).toEqual([1, 'invalid', 'provider']);
    expect(shut.summary).toContain('refused the key');
    const alone = await stage.review({ inputs: { ...inputs, models: 'strong' } });
    expect([alone.exitCode, alone.outputs['reason']]).toEqual([1, 'config']);
    expect(alone.stdout).toContain('no model to try');
    stage.push({ [casesPath]: 'cases: [{ checks: [{ contians: a }] }]\n' });
    const broken = await stage.review({ inputs });
    expect(broken.exitCode).toBe(1);
    expect(broken.stdout).toContain('contains');
  });
});

describe('`retiring` on a schedule', () => {
  let stage: ReviewStage;
  afterEach(async () => {
    expect(stage.github.violations).toEqual([]);
    await stage.close();
  });
  const files = {
    'promptgate.yml': `version: 1
models: [strong]
judge: strong
successors: { ending: [strong, cheap] }
retirements: { ending: 2099-01-01 }
`,
    'prompts/own.prompt.yml': prompt.replace('current', 'ending'),
    'prompts/own.cases.yml': cases,
    'prompts/bare.prompt.yml': prompt.replace('current', 'ending').replace('name: order', 'name: bare'),
  };
  let listed: string[] = [];
  const begin = async (issues: 'read' | 'write' = 'write') => {
    listed = ['strong', 'cheap', 'ending'];
    const models = { ...script, models: listed, shutdowns: { strong: '2098-01-01' } };
    stage = await stageReview({ base: files, head: { 'a.md': 'A\n' }, models, github: { permissions: { issues } } });
  };
  const run = (inputs: Readonly<Record<string, string>> = {}) =>
    stage.on(
      'schedule',
      {},
      {
        sha: stage.repository.git('rev-parse', 'topic'),
        ref: 'refs/heads/topic',
        inputs: { mode: 'portability', retiring: '36500d', 'max-calls': '4000', ...inputs },
      },
    );

  it('has one issue for each model that ends, with who uses it and the matrix of its successors, and closes it in the end', async () => {
    await begin();
    const first = await run();
    expect([first.exitCode, first.outputs['verdict']]).toEqual([0, 'pass']);
    const [strong, ending] = stage.github.issues();
    expect(strong?.title).toBe('strong ends on 2098-01-01: move 2 prompts and the judge and the simulated user');
    expect(strong?.body).toContain('No successor is known');
    expect(ending?.title).toBe('ending ends on 2099-01-01: move 2 prompts');
    expect(ending?.body).toContain('- [ ] `prompts/bare.prompt.yml`');
    expect(ending?.body).toMatch(/\| `ending` +\| reference/u);
    expect(ending?.body).toContain('`prompts/own.prompt.yml` is safe on 2 of 2 models');
    await run();
    expect(stage.github.issues()).toHaveLength(2);
    const moved = {
      'prompts/own.prompt.yml': prompt.replace('current', 'strong'),
      'prompts/bare.prompt.yml': prompt.replace('current', 'strong'),
    };
    stage.push(moved);
    // What only the service's list told, no run without that list takes back.
    listed.push(JSON.parse('5'));
    const last = await run();
    expect(stage.github.issues().map(({ state }) => state)).toEqual(['open', 'closed']);
    expect(last.summary).toContain('the list of models could not be had for `strong`');
    expect(stage.github.issues()[1]?.body).toContain('any more');
  }, 90_000);

  it('names the permission that is missing, tells all the same, and tries the successors of the input before those of the config', async () => {
    await begin('read');
    const told = await run({ successors: 'ending=cheap' });
    expect(told.summary).toMatch(/`ending` ends on 2099-01-01.*tried in its place: `cheap`(?!,| and)/u);
    expect(told.exitCode).toBe(0);
    expect(told.stdout).toMatch(/::warning .*could not be written.*issues: write/u);
    expect(told.summary).toContain('ends on 2098-01-01');
  }, 60_000);
});
