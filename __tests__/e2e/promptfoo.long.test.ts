import { afterEach, expect, it } from 'vitest';
import { startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { runCli } from '../support/run-cli.ts';

let shop: LocalShop | undefined;
afterEach(() => shop?.remove());

it('reviews a prompt by the tests of its promptfoo config, and never passes what it cannot run', async () => {
  const tests = `prompts: [file://prompts/p.txt]
providers: [openai:gpt-5.6-sol]
tests:
  - description: runs
    vars: { question: One }
    assert: [{ type: icontains, value: YES }]
  - description: cannot run
    vars: { question: Two }
    assert: [{ type: python, value: 'len(output) > 3' }]
`;
  shop = new LocalShop({
    'promptgate.yml': 'models: [a]\n',
    'prompts/p.txt': 'Answer briefly: {{question}}\n',
    'promptfooconfig.yaml': tests,
  });
  shop.write({ 'prompts/p.txt': 'Answer rudely: {{question}}\n' });
  const models = await startModelService({
    seed: 'pf',
    rules: [{ when: 'One', reply: ({ text }) => (text.includes('rudely') ? 'no' : 'yes') }],
  });
  const done = await runCli(shop.folder, ['review', '--base-url', models.url, '--store', 's.sqlite', '--json']);
  await models.close();
  const report = JSON.parse(done.stdout);
  expect(report.prompts[0].models[0].cases.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
    ['runs', 'regressed'],
  ]);
  expect(report.unreviewed).toMatchObject([
    {
      path: 'prompts/p.txt',
      why: 'not-run',
      detail: '1 of 2: cannot run',
    },
  ]);
  expect(report.notes).toEqual([
    expect.stringMatching(/^`python` is not run: .*\(promptfooconfig\.yaml:9:14\)$/u),
    expect.stringMatching(/^`providers` is not used/u),
  ]);
  expect([done.status, report.verdict]).toEqual([1, 'regressed']);
  expect([report.prompts[0].setAside, report.prompts[0].exam]).toMatchObject([1, [{ id: 'runs' }]]);
});

it('judges a case by the assertions that can be run, and says once for all prompts which cannot', async () => {
  const tests = `prompts: [file://prompts/p.txt, file://prompts/q.txt]
tests:
  - description: partly
    vars: { question: One }
    assert: [{ type: contains, value: "yes" }, { type: moderation }]
  - { description: whole, vars: { question: Two }, assert: [{ type: contains, value: "yes" }] }
`;
  shop = new LocalShop({
    'promptgate.yml': 'models: [a]\n',
    'prompts/p.txt': 'Answer briefly: {{question}}\n',
    'prompts/q.txt': 'Answer shortly: {{question}}\n',
    'promptfooconfig.yaml': tests,
  });
  shop.write({ 'prompts/p.txt': 'Answer kindly: {{question}}\n', 'prompts/q.txt': 'Answer well: {{question}}\n' });
  const models = await startModelService({ seed: 'pf', rules: [{ when: /./u, reply: () => 'yes' }] });
  const done = await runCli(shop.folder, ['review', '--base-url', models.url, '--store', 's.sqlite', '--json']);
  await models.close();
  const report = JSON.parse(done.stdout);
  expect([done.status, report.verdict, report.unreviewed]).toEqual([0, 'pass', []]);
  expect(report.prompts.map(({ exam }: { exam: { id: string; notRun?: string[] }[] }) => exam)).toMatchObject([
    [{ id: 'partly', notRun: ['moderation'] }, { id: 'whole' }],
    [{ id: 'partly' }, { id: 'whole' }],
  ]);
  expect(report.notes).toEqual([
    '1 of 2 golden cases is checked only in part, by what can be run of it.',
    expect.stringMatching(/^`moderation` is not run: .*\(promptfooconfig\.yaml:5:48\)$/u),
  ]);
});

it('tells why a config gave no case, where none remains', async () => {
  shop = new LocalShop({
    'promptgate.yml': 'models: [a]\n',
    'prompts/p.txt': 'Answer briefly: {{question}}\n',
    'promptfooconfig.yaml': 'prompts: [file://prompts/p.txt]\ntests: huggingface://datasets/x\n',
  });
  shop.write({ 'prompts/p.txt': 'Answer kindly: {{question}}\n' });
  const { stdout } = await runCli(shop.folder, ['review', '--json']);
  const report = JSON.parse(stdout);
  expect([report.verdict, report.unreviewed[0].why]).toEqual(['unreviewed', 'no-cases']);
  expect(report.notes).toEqual([expect.stringMatching(/huggingface:.*nothing is fetched from elsewhere/u)]);
});

it('runs the scripts of a promptfoo config without a host, through dist/', async () => {
  const tests = `prompts: [file://prompts/p.txt]
tests:
  - description: scripted
    vars: { question: One }
    assert:
      - { type: javascript, value: 'output.startsWith("{{ question | lower }}") && typeof process.env.PATH === "undefined"' }
      - { type: equals, value: ONE, transform: 'file://upper.js' }
`;
  shop = new LocalShop({
    'promptgate.yml': 'models: [a]\n',
    'prompts/p.txt': 'Answer briefly: {{question}}\n',
    'promptfooconfig.yaml': tests,
    'upper.js': 'module.exports = (output) => output.toUpperCase();\n',
  });
  shop.write({ 'prompts/p.txt': 'Answer kindly: {{question}}\n' });
  const models = await startModelService({ seed: 'pf', rules: [{ when: /./u, reply: () => 'one' }] });
  const done = await runCli(shop.folder, ['review', '--base-url', models.url, '--store', 's.sqlite', '--json']);
  await models.close();
  const report = JSON.parse(done.stdout);
  expect([done.status, report.verdict, report.notes]).toEqual([0, 'pass', []]);
  expect(report.prompts[0].models[0].passRate).toEqual({ old: 1, new: 1 });
});
