import { afterEach, expect, it } from 'vitest';
import { startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { runCli } from '../support/run-cli.ts';

let shop: LocalShop | undefined;
afterEach(() => shop?.remove());

it('reviews a prompt by the tests of its promptfoo config, and never passes what it cannot run', async () => {
  const tests = `prompts: [file://prompts/p.txt]
providers: [openai:gpt-5]
tests:
  - description: runs
    vars: { question: One }
    assert: [{ type: icontains, value: YES }]
  - description: cannot run
    vars: { question: Two }
    assert: [{ type: javascript, value: 'output.length > 3' }]
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
      detail: expect.stringContaining('cannot run: javascript at promptfooconfig.yaml:9'),
    },
  ]);
  expect([done.status, report.verdict]).toEqual([1, 'regressed']);
});
