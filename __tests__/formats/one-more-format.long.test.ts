import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LocalShop } from '../support/local-shop.ts';

const root = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'promptgate-formats-'));

/** One file in a room of the copied sources, and one line in its list. */
function add(room: 'prompts' | 'cases' | 'scores', list: string, name: string, source: string): void {
  writeFileSync(join(copy, 'src/formats', room, 'added.ts'), source);
  appendFileSync(join(copy, 'src/formats', room, list), `export { ${name} } from './added.ts';\n`);
}

/** The command line of the copied sources, as they stand. */
function run(folder: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(copy, 'src/cli.ts'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: folder },
  });
  return { status, stdout, stderr };
}

beforeAll(() => {
  for (const part of ['src', 'scripts', 'package.json', 'docs', 'README.md', 'CONTRIBUTING.md'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Everything a format says of itself beside how it is read. */
const about = (path: string, text: string, more: Readonly<Record<string, string>>) =>
  JSON.stringify({ recognisedBy: 'an ending of the test', notRead: [], example: { path, text }, ...more });

describe('a format that is added as one file and one line', () => {
  test('of prompts: its file is read, filled and told in the docs', () => {
    const told = about('prompts/a.shout', 'Say <name>!\n', { filled: '`<name>`', cases: 'beside it' });
    add(
      'prompts',
      'formats.ts',
      'shout',
      `import { renderMessages } from '../../core/template/render-messages.ts';
import type { OnePromptFormat } from './types.ts';

export const shout: OnePromptFormat = {
  name: 'shout',
  knownBy: 'name',
  about: ${told},
  recognises: (path) => path.endsWith('.shout'),
  read: (path, text) => {
    const content = text.replaceAll(/<(\\w+)>/gu, '{{$1}}');
    const variables = Array.from(text.matchAll(/<(\\w+)>/gu), ([, name = '']) => name);
    const prompt = {
      path, format: 'shout', messages: [{ role: 'user', content }], engine: 'mustache',
      open: { engine: false, role: false }, params: {}, defaults: {}, variables, refersTo: [], notes: [],
    } as const;
    return { kind: 'prompt', prompt, cases: [] };
  },
  render: renderMessages,
  suffix: () => '.shout',
};
`,
    );
    const shop = new LocalShop({
      'promptgate.yml': 'version: 1\nmodels: [gpt-5.6-luna]\nprompts: ["prompts/**"]\n',
      'prompts/greet.shout': 'Greet <name> in <language>.\n',
      'prompts/greet.cases.yml': '- { id: ann, vars: { name: Ann, langauge: French }, checks: [{ contains: Ann }] }\n',
    });
    const checked = run(shop.folder, 'cases', 'check');
    shop.remove();
    expect(checked.stdout).toMatch(/prompts\/greet\.shout/u);
    expect(checked.stdout).toMatch(/no value to \{\{language\}\}/u);

    const generated = spawnSync(
      process.execPath,
      ['-e', "console.log((await import('./scripts/generate/formats-doc.ts')).formatsDoc())"],
      { cwd: copy, encoding: 'utf8' },
    );
    expect(generated.stdout).toMatch(/### shout\n[^#]*Say <name>!/u);
  });

  test('of golden cases: known among others of its ending by what it says', () => {
    add(
      'cases',
      'forms.ts',
      'exam',
      `import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { CaseForm } from './types.ts';

export const exam: CaseForm = {
  name: 'exam',
  about: ${about('prompts/a.cases.yml', 'exam: Why?\n', {})},
  endings: ['.yml'],
  recognises: (text) => text.startsWith('exam:'),
  read: (text, path) => readYaml(JSON.stringify([{ id: 'only', vars: { question: text.slice(5).trim() } }]), path),
};
`,
    );
    const shop = new LocalShop({
      'promptgate.yml': 'version: 1\nmodels: [gpt-5.6-luna]\n',
      'prompts/a.txt': 'Answer: {{question}}\n',
      'prompts/a.cases.yml': 'exam: Why?\n',
    });
    const checked = run(shop.folder, 'cases', 'check', '--json');
    shop.remove();
    expect(checked.stdout).toMatch(/"only"|"cases": ?1/u);
    expect(checked.stdout).not.toMatch(/exam:/u);
  });

  test('of score files: compared with another of its kind', () => {
    add(
      'scores',
      'formats.ts',
      'tally',
      `import { bareTrial } from './trials.ts';
import type { ScoreFormat } from './types.ts';

export const tally: ScoreFormat = {
  name: 'tally',
  knownBy: 'keys',
  about: ${about('a.json', '{"tally":"a=1"}', { readAs: 'cases and scores' })},
  called: 'a tally',
  wanted: 'a tally',
  repeat: (times) => \`count \${times} times\`,
  read: (content) => {
    if (content.kind !== 'value' || !JSON.stringify(content.located.value).startsWith('{"tally"')) return undefined;
    const cases = Array.from(JSON.stringify(content.located.value).matchAll(/(\\w+)=(\\d)/gu), ([, id = '', score]) => (
      { id, weight: 1, trials: [bareTrial(Number(score))] }));
    return { kind: 'read', file: { kind: 'tally', subjects: [{ name: '', rows: [{ id: '', cases }] }], notes: [] } };
  },
};
`,
    );
    const shop = new LocalShop({ 'old.json': '{"tally":"a=1,b=1"}', 'new.json': '{"tally":"a=1,b=0"}' });
    const compared = run(shop.folder, 'compare', 'old.json', 'new.json');
    shop.remove();
    expect(`${compared.stdout}${compared.stderr}`).toMatch(/old\.json \(a tally\) with new\.json \(a tally\)/u);
  });
});
