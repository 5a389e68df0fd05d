import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { LocalShop } from '../support/local-shop.ts';
import { runCli } from '../support/run-cli.ts';

let shop: LocalShop | undefined;
afterEach(() => shop?.remove());

const config = `prompts: [file://prompts/p.txt]
tests:
  - description: refund
    vars: { question: "40 days?" }
    threshold: 0.5
    assert:
      - { type: not-icontains, value: whatever, weight: 2 }
      - { type: javascript, value: file://grade.js }
      - { type: contains, value: x, transform: output.trim() }
      - { type: moderation }
`;

function files() {
  return {
    'prompts/p.txt': 'Answer {{question}}\n',
    'evals/promptfooconfig.yaml': config.replace('file://prompts', 'file://../prompts'),
    'evals/grade.js': 'module.exports = () => true;\n',
  };
}

it('writes the cases of a promptfoo config in our form, with what it could not carry as comments', async () => {
  shop = new LocalShop(files());
  const { folder } = shop;
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const dry = await runCli(folder, ['convert', 'evals/promptfooconfig.yaml', '--dry-run']);
  expect([dry.status, existsSync(join(folder, 'prompts/p.cases.yml'))]).toEqual([0, false]);
  expect(dry.stdout).toContain('# prompts/p.cases.yml\n');

  const done = await runCli(folder, ['convert', 'evals/promptfooconfig.yaml']);
  expect(done.status).toBe(0);
  expect(read('promptgate.yml')).toMatch(
    /^# Converted from evals\/promptfooconfig\.yaml[\s\S]*prompts:\n {2}- "prompts\/p\.txt"\n/u,
  );
  const cases = read('prompts/p.cases.yml');
  expect(cases).toMatch(/# not carried: moderation \(evals\/promptfooconfig\.yaml:10:\d+\): /u);
  expect(cases).toMatch(/# not carried: contains: x \(.*\): a script makes what it reads/u);
  expect(cases).toContain('file: ../evals/grade.js');
  expect(cases).toMatch(/min: 0\.5[\s\S]*not-contains: whatever[\s\S]*weight: 2/u);

  const checked = await runCli(folder, ['cases', 'check', 'prompts/p.txt', '--json']);
  expect(
    JSON.parse(checked.stdout).prompts[0].findings.filter((one: { severity: string }) => one.severity === 'wrong'),
  ).toEqual([]);
});

it('puts a prompt that stands in the config into a file of its own', async () => {
  shop = new LocalShop({
    'promptfooconfig.yaml':
      'prompts: [{ label: short one, raw: "Say {{q}}" }]\nproviders: [{ id: openai:gpt-5.6-sol, config: { temperature: 0 } }]\ntests: [{ vars: { q: x }, assert: [{ type: is-json }] }]\n',
  });
  const done = await runCli(shop.folder, ['convert', 'promptfooconfig.yaml']);
  expect([done.status, done.stdout]).toEqual([0, expect.stringMatching(/prompts\/[\w-]+\.txt/u)]);
  const config = readFileSync(join(shop.folder, 'promptgate.yml'), 'utf8');
  expect(config).toContain('models:\n  - {"model":"gpt-5.6-sol","params":{"temperature":0}}\n');
  const [, path = ''] = /- "([^"]+)"/u.exec(config) ?? [];
  expect(readFileSync(join(shop.folder, path), 'utf8')).toBe('Say {{q}}');
  const { stdout } = await runCli(shop.folder, ['cases', 'check', path, '--json']);
  expect(JSON.parse(stdout).wrong).toBe(0);
});

it('overwrites nothing, and says what is wrong with what it is given', async () => {
  shop = new LocalShop({ ...files(), 'promptgate.yml': 'models: [mine]\n' });
  const done = await runCli(shop.folder, ['convert', 'evals/promptfooconfig.yaml']);
  expect(done.stderr).toContain('promptgate.yml is there already, and stays as it is');
  expect(readFileSync(join(shop.folder, 'promptgate.yml'), 'utf8')).toBe('models: [mine]\n');
  const gone = await runCli(shop.folder, ['convert', 'gone.yaml']);
  expect([gone.status, gone.stderr]).toEqual([2, expect.stringContaining('There is no `gone.yaml`')]);
});
