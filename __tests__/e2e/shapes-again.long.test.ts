import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import type { Files } from '../support/github-repository.ts';
import { LocalShop } from '../support/local-shop.ts';
import { reviewEdit } from '../support/review-edit.ts';
import { runCli } from '../support/run-cli.ts';

const cases = (vars: string) => `cases:\n  - { id: a, vars: ${vars}, checks: [answers] }\n`;

let shop: LocalShop | undefined;
afterEach(() => {
  shop?.remove();
  shop = undefined;
});

/** A review of the working tree after `edit`, with what the model was asked. */
async function reviewAfter(edit: Files): Promise<{ readonly out: string; readonly asked: readonly string[] }> {
  const service = await startModelService({ seed: 'again', rules: [{ reply: () => 'Sure.' }] });
  try {
    shop?.write(edit);
    const flags = ['--models', 'a', '--base-url', service.url, '--store', 's.sqlite'];
    const { stdout } = await runCli(shop?.folder ?? '', ['review', ...flags], { OPENAI_API_KEY: 'k' });
    const calls = service.requests().flatMap((call) => (call.kind === 'chat' ? [call.messages] : []));
    const asked = calls.map((messages) => messages.map(({ role, content }) => `${role}: ${content}`).join('\n'));
    return { out: stdout.replaceAll(/\s+/g, ' '), asked: [...new Set(asked)] };
  } finally {
    await service.close();
  }
}

describe('what fills by its place', () => {
  it('is never asked as it is written', async () => {
    const text = (what: string) => `${what} the changes on the branch '%s':\n%s\n`;
    const { report, asked } = await reviewEdit(
      {
        'prompts/system_prompt.txt': 'You write messages.\n',
        'prompts/user_prompt.txt': text('Describe'),
        'prompts/system_prompt.cases.yml': 'cases: [{ id: a, checks: [answers] }]\n',
      },
      { 'prompts/user_prompt.txt': text('Sum up') },
    );
    expect(asked).toEqual([]);
    expect(report.verdict).toBe('unreviewed');
    expect(report.unreviewed[0]).toMatchObject({ why: 'template', detail: expect.stringContaining('`printf`') });
  });
});

it('a template of another language is told as such, and not by variables that it seems to lack', async () => {
  const text = (what: string) => `${what} {{.Name}} {{summary}}\n`;
  const files = { 'prompts/ask.txt': text('Greet'), 'prompts/ask.cases.yml': cases('{ Name: Ada }') };
  const { report } = await reviewEdit(files, { 'prompts/ask.txt': text('Welcome') });
  expect(report.unreviewed).toMatchObject([{ why: 'template', detail: expect.stringContaining('Go’s template') }]);
  expect(JSON.stringify(report)).not.toContain('no value to');
  shop = new LocalShop(files);
  const checked = await runCli(shop.folder, ['cases', 'check', '--models', 'a']);
  expect(checked.stdout).toContain('Go’s template');
  expect(checked.stdout).not.toContain('no value to');
});

describe('input that code joins to the user’s turn of two files', () => {
  const files = {
    'prompts/system_prompt.txt': 'You read invoices.\n',
    'prompts/user_prompt.txt': 'Give the total.\n',
    'prompts/system_prompt.cases.yml': cases('{ text: "Total: 7" }'),
  };
  const edit = { 'prompts/user_prompt.txt': 'Give the total alone.\n' };

  it('is asked of the file that holds that turn', async () => {
    const { report, asked } = await reviewEdit(files, edit);
    expect(asked).toEqual([]);
    expect(report.prompts[0].problems[0].fix).toContain(
      'roles: [{ paths: ["prompts/user_prompt.txt"], role: user, append: "\\n\\n{{text}}" }]',
    );
  });

  it('is sent where a rule names that file', async () => {
    const config =
      'roles: [{ paths: ["prompts/user_prompt.txt"], role: user, append: "\\n\\nInvoice: {{text}}" }]\nmodels: [a]\n';
    const { asked } = await reviewEdit({ ...files, 'promptgate.yml': config }, edit);
    expect(asked).toContainEqual(['system: You read invoices.', 'user: Give the total alone.\n\nInvoice: Total: 7']);
  });

  it('is sent where its own front matter says it', async () => {
    const turn = (what: string) => `---\nappend: "\\n\\n{{text}}"\n---\n${what}\n`;
    const { asked } = await reviewEdit(
      { ...files, 'prompts/user_prompt.txt': turn('Give the total.') },
      { 'prompts/user_prompt.txt': turn('Total?') },
    );
    expect(asked).toContainEqual(['system: You read invoices.', 'user: Total?\n\nTotal: 7']);
  });
});

it('a key that says user is the user’s in a file that says system', async () => {
  const map = (what: string) =>
    `system_prompt: You answer in Latin.\nsystem_prompt_json: You answer in JSON.\nuser_template: "${what} {question}"\n`;
  const { asked } = await reviewEdit(
    {
      'prompts/system.yaml': map('Asked:'),
      'prompts/system.user_template.cases.yml': cases('{ question: "Quid?" }'),
    },
    { 'prompts/system.yaml': map('They ask:') },
  );
  expect(asked).toContainEqual(['user: They ask: Quid?']);
});

describe('prompts in a folder that is called otherwise', () => {
  const files = {
    'config/proompts/cli.jinja2': 'You are a shell. The user is on {{ platform }}.\n',
    'config/proompts/code.jinja2': 'You respond exclusively in code.\n',
    'config/proompts/code.prefix.jinja2': 'Code this:\n',
  };

  it('are listed where they change', async () => {
    const { report } = await reviewEdit(files, {
      'config/proompts/code.jinja2': 'You respond exclusively in good code.\n',
    });
    expect([report.verdict, report.unreviewed]).toEqual([
      'unreviewed',
      [{ path: 'config/proompts/code.jinja2', why: 'no-glob' }],
    ]);
  });

  it('are found by init with all templates beside them', async () => {
    shop = new LocalShop(files);
    const done = await runCli(shop.folder, ['init', '--yes', '--models', 'a']);
    expect(done.status).toBe(0);
    expect(readFileSync(join(shop.folder, 'promptgate.yml'), 'utf8')).toContain('"config/proompts/*.jinja2"');
    expect(done.stdout).toContain('3 prompts found');
  });
});

it('a suite whose prompts are not of the form that promptfoo reads is listed', async () => {
  const suite = (what: string) => `prompts:\n  - name: scene\n    prompt: |\n      ${what} '{{suggestion}}'.\n`;
  const { report } = await reviewEdit({ 'promptfoo.yaml': suite('Set') }, { 'promptfoo.yaml': suite('Show') });
  expect([report.verdict, report.unreviewed.map(({ path }: { path: string }) => path)]).toEqual([
    'unreviewed',
    ['promptfoo.yaml'],
  ]);
});

describe('what init writes', () => {
  it('makes golden cases that stay good where its prompts are put together afterwards', async () => {
    shop = new LocalShop({
      'prompts/rules.md': 'You are the desk of {shop}.\n',
      'prompts/refund.md': 'Decide on this refund: {letter}\n',
    });
    await runCli(shop.folder, ['init', '--yes', '--models', 'a']);
    const named =
      'prompts: [{ name: desk, messages: [{ role: system, file: prompts/rules.md }, { role: user, file: prompts/refund.md }] }]';
    const config = readFileSync(join(shop.folder, 'promptgate.yml'), 'utf8');
    shop.write({ 'promptgate.yml': `${config}${named}\n` });
    shop.git('add', '-A');
    shop.git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '-qm', 'init');
    const { out, asked } = await reviewAfter({ 'prompts/refund.md': 'Decide kindly on this refund: {letter}\n' });
    expect(out).toContain('2 of 2 cases hold');
    expect(asked).toHaveLength(4);
    expect(asked.join()).not.toMatch(/[{}]/);
  });

  it('reads code with line ends of Windows as any other', async () => {
    const code = [
      'class Agent:',
      '    def __init__(self):',
      '        self.prompt_file = "./prompts/system_prompt.txt"',
      '',
      '    def ask(self, user_query):',
      '        with open(self.prompt_file, "r") as file:',
      '            prompt_template = file.read()',
      '        prompt = prompt_template.replace("{user_query}", user_query)',
      '        return send([{"role": "user", "content": prompt}])',
      '',
    ];
    shop = new LocalShop({
      'prompts/system_prompt.txt': 'You read queries.\n\n{user_query}\n',
      'agent.py': code.join('\r\n'),
    });
    await runCli(shop.folder, ['init', '--yes', '--models', 'a']);
    expect(readFileSync(join(shop.folder, 'promptgate.yml'), 'utf8')).toContain(
      '{ paths: ["prompts/system_prompt.txt"], role: user } # as agent.py:9',
    );
  });

  it('reads what code joins to a text whose name says that it is the system’s', async () => {
    shop = new LocalShop({
      'prompts/system_prompt.txt': 'You answer from the law.\n',
      'rag.py':
        'with open("prompts/system_prompt.txt") as f:\n    SYSTEM_PROMPT = f.read()\n\ndef ask(context, q):\n    system = SYSTEM_PROMPT + "\\n\\n" + context\n    return create(system=system, messages=[{"role": "user", "content": q}])\n',
      'other/system.md': 'You are the desk of a shop.\n',
      'desk.py': 'text = open("other/system.md").read()\nask({"role": "system", "content": text})\n',
    });
    await runCli(shop.folder, ['init', '--yes', '--models', 'a']);
    const config = readFileSync(join(shop.folder, 'promptgate.yml'), 'utf8');
    expect(config).toContain('role: system, append: "\\n\\n\\n{{context}}" } # as rag.py:');
    expect(config).not.toContain('other/system.md');
    expect(readFileSync(join(shop.folder, 'prompts/system_prompt.cases.yml'), 'utf8')).toMatch(
      /context:[\s\S]*question:/u,
    );
  });

  it('gives a file with several prompts a role only where it is the role of all', async () => {
    shop = new LocalShop({
      'prompts.yaml':
        'rules: You are the desk of a shop and you are brief.\ntask: "Sum up this letter of ours: {letter}"\n',
    });
    await runCli(shop.folder, ['init', '--yes', '--models', 'a']);
    const config = readFileSync(join(shop.folder, 'promptgate.yml'), 'utf8');
    expect(config).toContain('{ paths: ["prompts.yaml#rules"], role: system }');
    expect(config).toContain('{ paths: ["prompts.yaml#task"], engine: f-string }');
  });
});
