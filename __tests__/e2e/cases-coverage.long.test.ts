import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CoverageReport, coverageReportSchema } from '../../src/core/golden-set/coverage-report.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { ordersPrompt } from '../support/order-desk.ts';
import { casesPath, casesText, promptPath, promptText, shopModels } from '../support/policy-shop.ts';
import { runCli } from '../support/run-cli.ts';

let shop: LocalShop;
let models: ModelService;

const help =
  'You help {{ company }}.\n{% if tools %}\n{% for tool in tools %}\n- {{ tool }}\n{% endfor %}\n{% endif %}\n{{ question }}\n';

beforeAll(async () => {
  shop = new LocalShop({
    'promptgate.yml':
      'version: 1\nmodels: [cheap]\nsegments: { free: { traffic: 100/month }, pro: { traffic: 10/month } }\n',
    [promptPath]: promptText('briefly'),
    [casesPath]: casesText(['case-1', 'case-2', 'case-3']),
    'prompts/help.j2': help,
    'prompts/help.cases.yml':
      'cases:\n  - { id: a, segment: free, vars: { company: Acme, tools: [x] }, checks: [answers] }\n  - { id: b, segment: pro, vars: { company: Acme, question: Why? }, checks: [] }\n',
    'prompts/greet.prompt':
      '---\nmodel: googleai/cheap\n---\n{{role "system"}}\n{{#if formal}}\nBe formal.\n{{/if}}\n{{> tone}}\n{{role "user"}}\n{{#each items}}{{this}}{{/each}}\n{{question}}\n',
    'prompts/_tone.prompt': '{{#unless brief}}Take your time.{{else}}Be brief.{{/unless}}',
    'prompts/greet.cases.yml':
      'cases:\n  - { id: a, segment: free, vars: { formal: true, items: [x], brief: true, question: Why? }, checks: [answers] }\n',
    'prompts/orders.json': ordersPrompt('Be brief.'),
    'prompts/orders.cases.yml':
      'cases:\n  - { id: where, vars: { question: "Where is A1, please?" }, checks: [{ tool-call: get_order }] }\n  - { id: copy, vars: { question: "where is A1 please" }, checks: [{ tool-call: get_order }] }\n',
  });
  models = await startModelService({ seed: 'coverage', ...shopModels(['case-3']) });
});
afterAll(async () => {
  await models.close();
  shop.remove();
});

async function coverage(
  ...more: readonly string[]
): Promise<{ report: CoverageReport; byPath: Map<string, CoverageReport['prompts'][number]> }> {
  const done = await runCli(shop.folder, ['cases', 'coverage', '--json', '--store', 'kept.sqlite', ...more]);
  expect(done.status).toBe(0);
  const report = coverageReportSchema.parse(JSON.parse(done.stdout));
  return { report, byPath: new Map(report.prompts.map((prompt) => [prompt.path, prompt])) };
}

it('names variables, branches, tools, arguments and segments that no case reaches, and near copies', async () => {
  const { report, byPath } = await coverage();
  expect(byPath.get('prompts/help.j2')).toMatchObject({
    cases: 1,
    variables: { of: 3, unreached: ['question'] },
    branches: {
      of: 4,
      unreached: [
        { way: 'fails', tag: '{% if tools %}', at: { file: 'prompts/help.j2', line: 2 } },
        { way: 'empty', tag: '{% for tool in tools %}', at: { file: 'prompts/help.j2', line: 3 } },
      ],
    },
  });
  // Handlebars' ways are told by what a rendering holds, those of its partials too.
  expect(byPath.get('prompts/greet.prompt')).toMatchObject({
    branches: {
      of: 6,
      unreached: [
        { way: 'fails', tag: '{{#if formal}}', at: { file: 'prompts/greet.prompt', line: 5 } },
        { way: 'empty', tag: '{{#each items}}', at: { file: 'prompts/greet.prompt', line: 10 } },
        { way: 'fails', tag: '{{#unless brief}}', at: { file: 'prompts/_tone.prompt', line: 1 } },
      ],
    },
    segments: { of: 2, unreached: ['pro'] },
  });
  expect(byPath.get('prompts/orders.json')).toMatchObject({
    tools: { of: 2, unreached: ['refund'] },
    arguments: { of: 3, unreached: ['get_order.id', 'refund.order', 'refund.reason'] },
    copies: [['where', 'copy']],
  });
  // What has no checks is not asked: its segment is not reached.
  expect(report.segments).toEqual({ of: 2, unreached: ['pro'] });
  expect([report.reached, report.of]).toEqual([16, 32]);
  const shown = await runCli(shop.folder, ['cases', 'coverage', '--store', 'kept.sqlite']);
  expect([shown.status, shown.stderr]).toEqual([0, '']);
  expect(shown.stdout).toMatch(/^7 golden cases of 4 prompts reach 16 of 32 [a-z, ]+\(50%\)\n/u);
  expect(shown.stdout).toContain('prompts/help.j2:2: {% if tools %} is never false\n');
  expect(shown.stdout).toContain('prompts/help.j2:3: {% for tool in tools %} is never empty\n');
  expect(shown.stdout).toContain('1 of 2 segments of the config. No case of any prompt is of pro.');
  const one = await coverage('prompts/help.*');
  expect(one.report.prompts.map(({ path }) => path)).toEqual(['prompts/help.j2']);
});

it('names cases that never told two versions apart, once the store keeps replies to two of them', async () => {
  expect((await coverage()).byPath.get(promptPath)?.silent).toEqual({ of: 0, cases: [] });
  shop.write({ [promptPath]: promptText('warmly') });
  await runCli(shop.folder, ['review', '--base-url', models.url, '--store', 'kept.sqlite']);
  const { byPath } = await coverage();
  expect(byPath.get(promptPath)?.silent).toEqual({ of: 3, cases: ['case-1', 'case-2'] });
  const shown = await runCli(shop.folder, ['cases', 'coverage', promptPath, '--store', 'kept.sqlite']);
  expect(shown.stdout.replaceAll(/\s+/gu, ' ')).toContain(
    '2 of 3 cases that were asked of several versions never told two apart: case-1 and case-2.',
  );
});

it('counts what the replies of a saved review called', async () => {
  const saved = await runCli(shop.folder, ['review', '--base-url', models.url, '--store', 'kept.sqlite', '--json']);
  const report = JSON.parse(saved.stdout);
  const [prompt] = report.prompts;
  const [first] = prompt.models[0].cases;
  const called = { ...first.replies[0], side: 'new', toolCalls: [{ name: 'refund', arguments: '{"order":"A1"}' }] };
  const cases = [{ ...first, replies: [...first.replies, called] }];
  const changed = { ...prompt, path: 'prompts/orders.json', models: [{ ...prompt.models[0], cases }] };
  writeFileSync(join(shop.folder, 'saved.json'), JSON.stringify({ ...report, prompts: [changed] }));
  const { byPath } = await coverage('--report', 'saved.json');
  expect(byPath.get('prompts/orders.json')).toMatchObject({
    tools: { of: 2, unreached: [] },
    arguments: { of: 3, unreached: ['get_order.id', 'refund.reason'] },
  });
});

it('ends with 2 where a file of cases is broken or a name stands for nothing', async () => {
  const unknown = await runCli(shop.folder, ['cases', 'coverage', 'prompts/none.md']);
  expect([unknown.status, unknown.stdout, unknown.stderr]).toEqual([2, '', expect.stringContaining('names no prompt')]);
  const before = readFileSync(join(shop.folder, casesPath), 'utf8');
  shop.write({ [casesPath]: 'cases: [\n' });
  const broken = await runCli(shop.folder, ['cases', 'coverage', '--store', 'kept.sqlite']);
  expect(broken.status).toBe(2);
  expect(broken.stdout).toMatch(new RegExp(`^1 fault[^\n]*\n\n${casesPath}:`, 'u'));
  shop.write({ [casesPath]: before });
});
