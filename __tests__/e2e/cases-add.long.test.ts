import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { casesPath, casesText, promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { runCli } from '../support/run-cli.ts';

let shop: LocalShop | undefined;
afterEach(() => shop?.remove());

const log = (name: string) => readFileSync(new URL(`../../fixtures/logs/${name}`, import.meta.url), 'utf8');
const cases = `# Kept by the shop team.
cases:
  # The first one.
  - id: returns
    vars: { question: "Can I return shoes after 40 days?" }
    checks: [{ contains: "30 days" }]   # a limit

# The end.
`;
const own = [
  {
    input: 'Mail ann@example.com, IBAN DE89 3704 0044 0532 0130 00',
    output: 'ok',
    error: 'key sk-abcdefghijklmnop1234',
  },
  { input: 'can i return SHOES after 40 days', output: 'No' },
];

it('offers what failed and what no case resembles, masked and once, and adds it behind the cases there are', async () => {
  shop = new LocalShop({
    'prompts/support.md': 'You answer questions about orders.\n\n{{question}}\n',
    'prompts/support.cases.yml': cases,
    'logs/observations.jsonl': log('langfuse/observations.jsonl'),
    'logs/own.jsonl': own.map((one) => JSON.stringify(one)).join('\n'),
  });
  const { folder } = shop;
  const read = () => readFileSync(join(folder, 'prompts/support.cases.yml'), 'utf8');
  const dry = await runCli(folder, ['cases', 'add', '--from', 'logs']);
  expect([dry.status, read()]).toEqual([0, cases]);
  expect(dry.stdout).toContain('question: Mail [e-mail], IBAN [IBAN]\n');
  expect(dry.stdout).toContain('# It failed: key [key]\n');
  expect(dry.stdout).toMatch(
    /it failed in production \([^/]+:\d+\)[\s\S]*its reply was cut off[\s\S]*no golden case resembles it/u,
  );
  expect(dry.stdout).not.toMatch(/40 days|ann@|DE89|sk-abc/u);
  expect(dry.stderr).toMatch(/2 inputs repeat[\s\S]*4 cases for prompts\/support\.cases\.yml/u);

  const done = await runCli(folder, ['cases', 'add', '--from', 'logs/*.jsonl', '--write']);
  expect([done.status, done.stdout]).toEqual([0, 'Added 4 cases to prompts/support.cases.yml, tagged `review`.\n']);
  const [head = '', tail = ''] = cases.split('\n# The end.');
  expect(read().startsWith(head)).toBe(true);
  expect(read().endsWith(`\n# The end.${tail}`)).toBe(true);
  const checked = await runCli(folder, ['cases', 'check', '--json']);
  expect(JSON.parse(checked.stdout)).toMatchObject({ wrong: 0, prompts: [{ cases: 5 }] });

  const again = await runCli(folder, ['cases', 'add', '--from', 'logs', '--write']);
  expect([again.status, again.stdout]).toEqual([0, '']);
  expect(again.stderr).toContain('All inputs are covered by golden cases.');
});

it('says what is wrong with logs of no format, and of several prompts, and adds nothing', async () => {
  shop = new LocalShop({
    'prompts/a.md': 'A {{question}}\n',
    'prompts/b.md': 'B {{question}}\n',
    'app.log': '{"level":"info"}\n',
    'two.jsonl': '{"input":"x y z","output":"1","prompt":"a"}\n{"input":"u v w","output":"2","prompt":"b"}\n',
  });
  const { folder } = shop;
  const strange = await runCli(folder, ['cases', 'add', '--from', 'app.log']);
  expect([strange.status, strange.stdout]).toEqual([2, '']);
  expect(strange.stderr).toMatch(/^app\.log:1: None of its 1 records is of a format that is read\./u);
  const several = await runCli(folder, ['cases', 'add', '--from', 'two.jsonl', '--write']);
  expect([several.status, several.stderr]).toEqual([2, expect.stringContaining('Name one by --prompt.')]);
  const one = await runCli(folder, ['cases', 'add', '--from', 'two.jsonl', '--prompt', 'prompts/b.md', '--write']);
  expect([one.status, one.stdout]).toEqual([0, 'Added 1 case to prompts/b.cases.yml, tagged `review`.\n']);
  expect(readFileSync(join(folder, 'prompts/b.cases.yml'), 'utf8')).toMatch(
    /^cases:\n {2}# To review[\s\S]*question: u v w\n/u,
  );
});

it('takes from a saved report what regressed, fell, fails or is flaky, and no more than asked for', async () => {
  shop = new LocalShop({ ...shopBase, 'promptgate.yml': 'version: 1\nmodels: [cheap]\n' });
  const { folder } = shop;
  const models = await startModelService({ seed: 'add', ...shopModels(['case-3']) });
  try {
    shop.write({ [promptPath]: promptText('warmly') });
    const review = ['review', '--base-url', models.url, '--json', '--store', 'kept.sqlite'];
    const report = JSON.parse((await runCli(folder, review)).stdout);
    const states = new Map([
      ['case-4', 'fell'],
      ['case-5', 'failing'],
      ['case-6', 'flaky'],
    ]);
    const { cases: judged } = report.prompts[0].models[0];
    expect(judged.find(({ id }: { id: string }) => id === 'case-3').state).toBe('regressed');
    for (const one of judged) one.state = states.get(one.id) ?? one.state;
    shop.write({ 'saved.json': JSON.stringify(report), [casesPath]: casesText(['case-1', 'case-4']) });
    const add = ['cases', 'add', '--from', 'saved.json'];
    const all = await runCli(folder, add);
    expect([all.status, all.stderr]).toEqual([0, expect.stringContaining('3 cases for prompts/policy.cases.yml')]);
    const asked = [...all.stdout.matchAll(/question: What is (case-\d+)\?/gu)].map(([, id]) => id);
    expect(asked.toSorted()).toEqual(['case-3', 'case-5', 'case-6']);
    for (const [id, state] of [['case-3', 'regressed'], ...[...states].slice(1)])
      expect(all.stdout).toContain(`# It was ${state} in a saved review, as the case ${id}.\n`);
    const two = await runCli(folder, [...add, '--most', '2', '--write']);
    expect([two.status, two.stdout]).toEqual([0, 'Added 2 cases to prompts/policy.cases.yml, tagged `review`.\n']);
    const none = await runCli(folder, [...add, '--most', '0']);
    expect([none.status, none.stderr]).toEqual([
      2,
      expect.stringContaining('`--most` must be a number from 1 to 9999'),
    ]);
  } finally {
    await models.close();
  }
});
