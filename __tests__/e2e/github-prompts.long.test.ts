import { afterEach, describe, expect, it } from 'vitest';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import type { Files } from '../support/github-repository.ts';
import { LocalShop } from '../support/local-shop.ts';
import { runCli } from '../support/run-cli.ts';

let shop: LocalShop | undefined;
let models: ModelService | undefined;
afterEach(async () => {
  shop?.remove();
  await models?.close();
});

type Reply = (asked: { readonly text: string }) => string;

/** A review of `after` against `before` in a repository without a config, each call answered by `reply`. */
async function review(before: Files, after: Files, reply: Reply) {
  shop = new LocalShop(before);
  shop.write(after);
  models = await startModelService({ seed: 'gh', rules: [{ when: '', reply }] });
  const args = ['review', '--models', 'a', '--base-url', models.url, '--store', 's.sqlite'];
  const done = await runCli(shop.folder, [...args, '--json']);
  return { ...done, report: JSON.parse(done.stdout) };
}

const summarize = (rule: string): string => `messages:
  - role: system
    content: You summarize issues. ${rule}
  - role: user
    content: "{{input}}"
testData:
  - input: The button does nothing.
  - input: The page is slow.
evaluators:
  - name: Opens as agreed
    string:
      startsWith: Summary -
`;

describe("GitHub's prompt files as people keep and write them", () => {
  it('are reviewed in `.github/prompts`, where a phrase that is removed regresses', async () => {
    const path = '.github/prompts/summarize.prompt.yml';
    const { report, status } = await review(
      { [path]: summarize('Start with "Summary -".'), '.github/prompts/notes.md': 'a\n' },
      { [path]: summarize(''), '.github/prompts/notes.md': 'b\n' },
      ({ text }) => (text.includes('Summary -') ? 'Summary - it is broken.' : 'It is broken.'),
    );
    expect([status, report.verdict]).toEqual([1, 'regressed']);
    expect(report.prompts.map((one: { path: string }) => one.path)).toEqual([path]);
    expect(report.unreviewed).toEqual([]);
  });

  it('score each test case against its own `expected`', async () => {
    const spam = (rule: string): string => `name: Spam
messages:
  - { role: system, content: "You tell spam. ${rule}" }
  - { role: user, content: "{{input}}" }
evaluators:
  - name: assert response
    string: { equals: "{{expected}}" }
testData:
  - { name: two words, expected: FAIL, input: Account }
  - { name: a link, expected: FAIL, input: "Visit https://x.example" }
  - { name: a bug, expected: PASS, input: It crashes on start }
`;
    const { report } = await review(
      { 'spam.prompt.yml': spam('Be careful.') },
      { 'spam.prompt.yml': spam('Be kind.') },
      ({ text }) => (text.includes('crashes') || (text.includes('kind') && text.includes('https')) ? 'PASS' : 'FAIL'),
    );
    const cases = report.prompts[0].models[0].cases;
    expect(cases.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
      ['two words', 'same'],
      ['a link', 'regressed'],
      ['a bug', 'same'],
    ]);
    expect(report.verdict).toBe('regressed');
  });

  it('are judged by any check of ours, with variables grouped under `vars`, and say what is not run and why', async () => {
    const text = (rule: string): string => `messages: [{ role: user, content: "${rule} {{question}}" }]
testData:
  - vars: { question: When? }
    expected: 30 days
evaluators:
  - { name: says when, regex: { pattern: "(?i){{expected}}" } }
  - { name: is short, max-words: 20, weight: 2 }
  - { name: is kind, python: "kind(output)" }
`;
    const { report } = await review(
      { 'a.prompt.yml': text('Answer.') },
      { 'a.prompt.yml': text('Answer well.') },
      () => 'Within 30 Days.',
    );
    const [golden] = report.prompts[0].models[0].cases;
    expect(golden.state).toBe('same');
    expect(golden.new).toMatchObject({ passes: golden.new.of });
    expect(report.notes.join('\n')).toMatch(/`is kind` is not run: it is code.*Write a check/);
    expect(report.prompts[0].notes.join('\n')).toMatch(/Variables under `vars` of `testData` are read here/);
  });

  it('of another shape are told apart, and never close the gate', async () => {
    const before = {
      'a.prompt.yml': 'system: Help.\ntemplate: "{{x}}"\n',
      'b.prompt.yml': '- input: a\n  expected: b\n',
    };
    const after = {
      'a.prompt.yml': 'system: Help!\ntemplate: "{{x}}"\n',
      'b.prompt.yml': '- input: a\n  expected: c\n',
    };
    const { report, status } = await review(before, after, () => 'x');
    expect([status, report.verdict]).toEqual([0, 'unreviewed']);
    expect(report.problems).toEqual([]);
    expect(report.unreviewed.map((one: { path: string; why: string }) => [one.path, one.why])).toEqual([
      ['a.prompt.yml', 'format'],
      ['b.prompt.yml', 'format'],
    ]);
  });
});

describe('`cases check` of a file that is not checked', () => {
  const files = {
    '.github/prompts/x.md': 'Summarize.\n',
    'notes/x.md': 'Notes.\n',
    'prompts/data.yml': 'a: 1\n',
    'prompts/a.txt': 'Hi.\n',
  };

  it.each([
    ['.github/prompts/x.md', /`\.github\/prompts\/x\.md` is left out by `!\.github\/\*\*\/.*` of `prompts`/],
    ['notes/x.md', /No glob of `prompts` names `notes\/x\.md`\..*Add `notes\/x\.md` to `prompts`/s],
    ['prompts/data.yml', /`prompts\/data\.yml` is named by `prompts`, and no prompt by its content/],
    ['gone.md', /`gone\.md` names no prompt and no file of golden cases/],
  ])('%s says why', async (path, message) => {
    shop = new LocalShop(files);
    const done = await runCli(shop.folder, ['cases', 'check', path]);
    expect(done.status).toBe(2);
    expect(done.stderr).toMatch(message);
  });
});
