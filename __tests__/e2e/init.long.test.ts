import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import type { Files } from '../support/github-repository.ts';
import { LocalShop } from '../support/local-shop.ts';
import { runCli } from '../support/run-cli.ts';

/** Layouts as repositories have them, each with the prompt that is edited and what makes replies refuse. */
const layouts: readonly {
  readonly name: string;
  readonly files: Files;
  readonly edited: string;
  readonly cases?: string;
}[] = [
  {
    name: 'plain text with `{data}`',
    files: { 'prompts/extract.txt': 'You extract facts. Answer as JSON such as {"total": 1}.\n\n{data}\n' },
    edited: 'prompts/extract.txt',
    cases: 'prompts/extract.cases.yml',
  },
  {
    name: 'a static system prompt',
    files: { 'src/prompt/system.md': 'You are the support agent of a shop. Be brief.\n' },
    edited: 'src/prompt/system.md',
    cases: 'src/prompt/system.cases.yml',
  },
  {
    name: 'GitHub’s format',
    files: {
      '.github/prompts/sum.prompt.yml':
        'name: Sum\nmessages:\n  - { role: system, content: You summarize. }\n  - { role: user, content: "{{input}}" }\n',
    },
    edited: '.github/prompts/sum.prompt.yml',
    cases: '.github/prompts/sum.cases.yml',
  },
  {
    name: 'a prompt of LangChain',
    files: {
      'prompts/answer.json':
        '{\n  "_type": "prompt",\n  "input_variables": ["question"],\n  "template": "You answer {question}.\\nAs {{\\"a\\": 1}}.\\n"\n}\n',
    },
    edited: 'prompts/answer.json',
    cases: 'prompts/answer.cases.yml',
  },
  {
    name: 'a map of texts beside the code',
    files: { 'src/shop/default_prompts.toml': '[answer]\ntemplate = """\nYou answer {question}.\n"""\n' },
    edited: 'src/shop/default_prompts.toml',
    cases: 'src/shop/default_prompts.answer.cases.yml',
  },
  {
    name: 'a folder of promptfoo',
    files: {
      'evals/promptfooconfig.yaml':
        'prompts: [file://ask.txt]\nproviders: [openai:gpt-5.6-luna]\ntests:\n' +
        '  - { vars: { q: "What is new?" }, assert: [{ type: not-contains, value: sorry }] }\n' +
        '  - { vars: { q: "What is old?" }, assert: [{ type: not-contains, value: sorry }] }\n',
      'evals/ask.txt': 'You are asked: {{q}}\n',
    },
    edited: 'evals/ask.txt',
  },
];

const seen: string[] = [];
let shop: LocalShop;
let service: ModelService;
beforeEach(async () => {
  seen.length = 0;
  service = await startModelService({
    seed: 'init',
    rules: [
      {
        when: /./su,
        reply: ({ text }) => {
          seen.push(text);
          return text.includes('REFUSE') ? 'I’m sorry, but I can’t help with that.' : 'Here you are, all of it.';
        },
      },
    ],
  });
});
afterEach(async () => {
  shop.remove();
  await service.close();
});

const run = (...args: readonly string[]) =>
  runCli(shop.folder, args, { OPENAI_API_KEY: 'sk-init-0123456789', OPENAI_BASE_URL: service.url });
const read = (path: string): string => readFileSync(join(shop.folder, path), 'utf8');

describe('from nothing to a verdict in three commands', () => {
  it.each(layouts)('with $name', async ({ files, edited, cases }) => {
    shop = new LocalShop(files);
    const init = await run('init');
    expect([init.status, init.stderr]).toEqual([0, '']);
    expect(init.stdout).toMatch(/npx promptgate check .*\n.*npx promptgate review/u);
    if (cases !== undefined) expect(read(cases)).toMatch(/^# yaml-language-server: \$schema=/u);

    const check = await run('check', '--base-url', service.url);
    expect(check.stdout).toContain('cases pass on gpt-5.6-luna');
    const starters = 'are still the examples that init wrote';
    if (cases !== undefined) expect(check.stdout.replace(/\s+/gu, ' ')).toContain(starters);
    else expect(check.stdout).not.toContain('init wrote');
    expect(seen.some((text) => /\{data\}|\{\{/u.test(text))).toBe(false);

    shop.write({ [edited]: read(edited).replace('You', 'REFUSE all. You') });
    const review = await run('review', '--base-url', service.url);
    expect([review.status, review.stdout.split('\n')[0]]).toEqual([1, expect.stringMatching(/broke|got worse/u)]);
  });
});

describe('`promptgate init`', () => {
  it('writes what passes `cases check`, names roles and templates, and asks for no right that it does not need', async () => {
    shop = new LocalShop({
      ...layouts[0]?.files,
      'prompts/topics.md': 'List the topics of what the user says.\n',
      'prompts/translate.txt': 'Translate ${text} into $language. It costs $5.\n',
      'src/prompt/critic.md': 'You are a critic. Judge the text.\n',
      'docs/guide.md': '# Guide\nYou are reading a document.\n',
    });
    await run('init', '--yes');
    const config = parse(read('promptgate.yml'));
    expect(config.prompts).toContain('src/prompt/*.md');
    expect(config.roles).toEqual([{ paths: ['prompts/topics.md', 'src/prompt/critic.md'], role: 'system' }]);
    expect(config.templates).toEqual([
      { paths: ['prompts/extract.txt'], engine: 'f-string' },
      { paths: ['prompts/translate.txt'], engine: 'string-template' },
    ]);
    expect(Object.keys(parse(read('prompts/translate.cases.yml')).cases[0].vars)).toEqual(['text', 'language']);
    expect(existsSync(join(shop.folder, 'docs/guide.cases.yml'))).toBe(false);
    const { permissions } = parse(read('.github/workflows/promptgate.yml'));
    expect(permissions).toEqual({ contents: 'read', 'pull-requests': 'write', issues: 'read' });
    const checked = JSON.parse((await run('cases', 'check', '--json')).stdout);
    expect([checked.wrong, checked.weak]).toEqual([0, 0]);
    expect(checked.prompts.map((one: { readonly cases: number }) => one.cases)).toEqual([2, 2, 2, 2]);
  });

  it('tells what it would write under `--dry-run`, writes nothing twice and overwrites nothing', async () => {
    shop = new LocalShop({
      ...layouts[1]?.files,
      'promptgate.yml': 'version: 1\nmodels: [mine]\nprompts: ["src/**"]\n',
    });
    const dry = await run('init', '--dry-run');
    expect(dry.stdout).toContain('src/prompt/system.cases.yml');
    expect(shop.git('status', '--porcelain', '-uall', ':!.cache')).toBe('');
    await run('init');
    expect(read('promptgate.yml')).toContain('models: [mine]');
    const before = shop.git('status', '--porcelain', '-uall', ':!.cache');
    const again = await run('init');
    expect(again.stdout).toContain('Nothing to write');
    expect(again.stdout).toContain('Left as they are');
    expect(shop.git('status', '--porcelain', '-uall', ':!.cache')).toBe(before);
  });

  it('writes through no link that leads out of the repository, and says so', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'promptgate-outside-'));
    shop = new LocalShop({ 'prompts/a.txt': 'Answer {{question}}\n' });
    symlinkSync(outside, join(shop.folder, '.github'));
    symlinkSync(join(outside, 'config.yml'), join(shop.folder, 'prompts/a.cases.yml'));
    const run = await runCli(shop.folder, ['init', '--yes']);
    expect([run.status, readdirSync(outside)]).toEqual([0, []]);
    expect(run.stderr).toContain(
      '.github/workflows/promptgate.yml is not written: a symbolic link on its way leads out of this repository.',
    );
    expect(run.stdout).not.toMatch(/Written:.*workflows.*Next:/su);
    rmSync(outside, { recursive: true });
  });

  it('says what keeps a prompt from being guarded, with what to write, and takes no table of contents for one', async () => {
    shop = new LocalShop({
      'prompts/overview.md': '# Prompts\n\n- [One](one.md)\n- [Two](two.md)\n',
      'prompts/chat.prompt': 'You are kind to {{.Name}}.\n',
      'prompts/sum.prompt.yml':
        'messages: [{ role: user, content: "Sum up: {{input}}" }]\ntestData: [{ input: One }]\nevaluators: []\n',
    });
    const { stdout } = await run('init');
    expect(stdout).toContain('2 prompts found.');
    expect(stdout).toContain('prompts/chat.prompt: its format is not read (a Go template)');
    expect(stdout).toContain('prompts/sum.prompt.yml: none of its cases has a check');
    expect(stdout).toContain('→ Add checks, or `evaluators`, where its cases are.');
    expect(stdout).toContain('→ Keep the text that it renders to');
    expect(stdout).toContain('Next: mend what is listed above.');
    const check = await run('check', '--base-url', service.url);
    expect(check.stdout.split('\n')[0]).toMatch(/^Not checked: /u);
  });

  it('writes `role: turns` for texts that lines divide, and a judge where golden cases need one', async () => {
    shop = new LocalShop({
      'prompts/desk.txt': 'SYSTEM:\nYou are the desk of a shop.\n\nUSER:\nThey ask: {question}\n',
      'prompts/tone.txt': 'You are kind to {{name}}.\n',
      'prompts/tone.cases.yml': 'cases: [{ vars: { name: Ann }, checks: [{ judge: It is kind. }] }]\n',
    });
    await run('init');
    const config = parse(read('promptgate.yml'));
    expect([config.roles, config.judge]).toEqual([[{ paths: ['prompts/desk.txt'], role: 'turns' }], 'gpt-5.6-sol']);
    expect(Object.keys(parse(read('prompts/desk.cases.yml')).cases[0].vars)).toEqual(['question']);
    await run('check', '--base-url', service.url, 'prompts/desk.txt');
    expect(seen.at(-1)).toMatch(/^You are the desk of a shop\.\n/u);
    expect(seen.join('')).not.toContain('SYSTEM:');
  });

  it('writes how white space is set by the code that loads a template', async () => {
    shop = new LocalShop({
      'app/prompts/tell.j2': 'You tell of\n{% for one in items %}\n- {{ one }}\n{% endfor %}\nnow.\n',
      'app/llm.py':
        'from jinja2 import Environment, PackageLoader\nenv = Environment(loader=PackageLoader("app", "prompts"), trim_blocks=True)\n',
    });
    await run('init');
    expect(read('promptgate.yml')).toContain('trim-blocks: true } # as app/llm.py:2 sets them');
    expect(parse(read('promptgate.yml')).templates).toEqual([
      { paths: ['app/prompts/tell.j2'], engine: 'jinja', 'trim-blocks': true },
    ]);
    await run('check', '--base-url', service.url);
    expect(seen.at(-1)).toMatch(/^You tell of\n- .*now\.$/su);
  });

  it('writes whose message a text is and what is joined to it, as the code shows', async () => {
    shop = new LocalShop({
      'prompts/summary.txt': 'You sum up.\n',
      'prompts/rules.txt': 'Hold to {rule}.\n',
      'app.py':
        'base = open("prompts/summary.txt").read()\nask(prompt=f"{base.strip()}\\n\\nText: {article}")\n\n' +
        'rules = load("rules.txt").format(rule=r)\nchat([{"role": "system", "content": rules}, ask])\n',
    });
    await run('init');
    const config = read('promptgate.yml');
    expect(config).toContain('# as app.py:5 seems to send it: check');
    expect(parse(config).roles).toEqual([
      { paths: ['prompts/rules.txt'], role: 'system' },
      { paths: ['prompts/summary.txt'], role: 'user', append: '\n\nText: {{article}}' },
    ]);
    await run('check', '--base-url', service.url);
    expect(seen.some((text) => /^You sum up\.\n\nText: Replace this/u.test(text))).toBe(true);
    expect(seen.some((text) => /^Hold to Replace this[^\n]*\n+Hello/u.test(text))).toBe(true);
  });

  it('names code that brings in an agent or a chain, which a review can ask in place of a model', async () => {
    const files = { 'prompts/ask.txt': 'You answer {question}.\n', 'app/main.py': 'import openai\n' };
    shop = new LocalShop({ ...files, 'app/chain.py': 'import os\nfrom langchain.chains import RetrievalQA\n' });
    const told = (await runCli(shop.folder, ['init', '--dry-run'])).stdout;
    expect(told).toContain('app/chain.py brings in agents, chains or retrieval');
    shop.remove();
    shop = new LocalShop({ ...files, 'app/notes.py': '# langchain is not used here\nimport os\n' });
    expect((await runCli(shop.folder, ['init', '--dry-run'])).stdout).not.toContain('agents, chains');
  });

  it('says how to name prompts where it finds none, with exit 2', async () => {
    shop = new LocalShop({ 'README.md': '# Shop\n' });
    const none = await run('init');
    expect([none.status, none.stdout]).toEqual([2, expect.stringContaining('--prompts')]);
  });
});
