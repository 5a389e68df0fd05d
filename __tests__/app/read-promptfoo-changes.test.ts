import { describe, expect, it } from 'vitest';
import { readChanges } from '../../src/app/read-changes.ts';
import { showProblem } from '../../src/core/problem.ts';
import { formats } from '../../src/formats/prompts/index.ts';
import { checkKinds } from '../../src/scorers/index.ts';
import { type Files, twoRevisions } from '../support/two-revisions.ts';

const settings = {
  promptGlobs: ['**/prompts/**/*.{txt,md,json,yml,yaml}'],
  casesPattern: '{dir}/{name}.cases.yml',
  defaultChecks: [],
  examChanges: 'ratchet',
  tags: [],
  roles: [],
  templates: [],
  assembled: [],
} as const;

const config = `prompts: [file://../prompts/shop.txt]
tests:
  - description: refund
    vars: { q: "40 days?" }
    assert:
      - { type: contains, value: 30 days }
      - { type: is-json, value: file://reply.json }
  - file://more.csv
`;
const shop: Files = {
  'prompts/shop.txt': 'Answer {{q}}',
  'prompts/other.txt': 'Say {{q}}',
  'eval/promptfooconfig.yaml': config,
  'eval/more.csv': 'q,__expected\nHi,contains:Hello\n',
  'eval/reply.json': '{ "type": "object" }',
};

async function read(base: Files, head: Files, renames?: Readonly<Record<string, string>>) {
  const { host, pull, changed, asked } = twoRevisions(base, head, renames);
  const result = await readChanges({ host, pull, changed, settings, kinds: checkKinds, formats });
  const kinds = result.changes.map(({ path, change }) => `${change} ${path}`);
  const faults = [...result.problems, ...result.broken.flatMap(({ problems }) => problems)].map(showProblem);
  return { ...result, asked, kinds, faults, exam: result.changes[0]?.exam };
}

describe('a prompt that a promptfoo config names', () => {
  it('is reviewed by the config’s tests when it changes', async () => {
    const { exam, faults, kinds, asked } = await read(shop, { ...shop, 'prompts/shop.txt': 'Answer briefly {{q}}' });
    expect(faults).toEqual([]);
    expect(kinds).toEqual(['modified prompts/shop.txt']);
    expect(exam?.cases.map(({ key, family, golden }) => [key, family, golden.checks.length])).toEqual([
      ['refund', 'base', 2],
      [expect.any(String), 'base', 1],
    ]);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('has them beside the cases of its own file, whose ids stay theirs', async () => {
    const own = '- { id: refund, vars: { q: other }, checks: [{ contains: x }] }';
    const both = { ...shop, 'prompts/shop.cases.yml': own };
    const { exam, faults } = await read(both, { ...both, 'prompts/shop.txt': 'New {{q}}' });
    expect(faults).toEqual([]);
    expect(exam?.cases.map(({ key }) => key)).toEqual(['refund', 'refund (2)', expect.any(String)]);
  });

  it.each<[string, string]>([
    ['eval/promptfooconfig.yaml', config.replace('40 days?', '41 days?')],
    ['eval/more.csv', 'q,__expected\nHi,contains:Hello!\n'],
  ])('is under review for its cases when %s changes, and others are not', async (path, text) => {
    expect((await read(shop, { ...shop, [path]: text })).kinds).toEqual(['cases prompts/shop.txt']);
  });

  it('is under review for a dependency when a file that its tests take content from changes', async () => {
    const { kinds, exam } = await read(shop, { ...shop, 'eval/reply.json': '{ "type": "object", "required": ["a"] }' });
    expect(kinds).toEqual(['dependency prompts/shop.txt']);
    expect(exam?.changed.edited).toHaveLength(1);
  });

  it('keeps the exam of base where tests are dropped, loosened, no longer found by a glob, or turned into scripts', async () => {
    const { 'eval/promptfooconfig.yaml': _, ...without } = shop;
    expect((await read(shop, without)).exam?.cases).toMatchObject([{ version: 'base' }, { version: 'base' }]);

    const loosened = await read(shop, { ...shop, 'eval/promptfooconfig.yaml': config.replace('30 days', 'days') });
    expect(loosened.exam).toMatchObject({
      cases: [{ version: 'base' }, {}],
      changed: { weakened: [{ id: 'refund' }] },
    });

    const scripted = config.replace('type: contains, value: 30 days', 'type: javascript, value: "true"');
    const turned = await read(shop, { ...shop, 'eval/promptfooconfig.yaml': scripted });
    expect(turned.exam).toMatchObject({ cases: [{ version: 'base' }, {}], changed: { weakened: [{ id: 'refund' }] } });

    const globbed = {
      ...shop,
      'eval/promptfooconfig.yaml': config.replace('more.csv', '*.csv'),
      'eval/two.csv': 'q,__expected\nBye,contains:Bye\n',
    };
    const { 'eval/two.csv': __, ...less } = globbed;
    const gone = await read(globbed, less);
    expect(gone.kinds).toEqual(['cases prompts/shop.txt']);
    expect(gone.exam?.changed.removed).toHaveLength(1);
  });

  it('has the place of what is not run in its cases', async () => {
    const scripted = { ...shop, 'eval/promptfooconfig.yaml': config.replace('type: contains,', 'type: python,') };
    const { exam } = await read(scripted, { ...scripted, 'prompts/shop.txt': 'New {{q}}' });
    expect(exam?.cases[0]?.golden.notRun).toMatchObject([{ name: 'python', at: { line: 6 } }]);
  });

  it('is broken where the config that speaks of it is, and only told of another broken one', async () => {
    const broken = await read(shop, {
      ...shop,
      'prompts/shop.txt': 'New {{q}}',
      'eval/promptfooconfig.yaml': `${config}\n: [`,
    });
    expect(broken.faults).toEqual([
      expect.stringMatching(/^eval\/promptfooconfig\.yaml:\d+:\d+: Not readable as YAML/u),
    ]);
    const other = await read(shop, { ...shop, 'prompts/shop.txt': 'New {{q}}', 'x/promptfooconfig.json': '[' });
    expect(other.faults).toEqual([]);
    expect(other.suiteNotes).toMatchObject([
      { text: expect.stringContaining('config is passed over'), at: { file: 'x/promptfooconfig.json' } },
    ]);
  });

  it('follows it to another name, with the config along', async () => {
    const moved: Files = {
      ...shop,
      'prompts/store.txt': 'Answer {{q}}',
      'eval/promptfooconfig.yaml': config.replace('shop.txt', 'store.txt'),
    };
    const { 'prompts/shop.txt': _, ...head } = moved;
    const { kinds, exam } = await read(shop, head, { 'prompts/store.txt': 'prompts/shop.txt' });
    expect(kinds).toEqual(['renamed prompts/store.txt']);
    expect(exam?.changed).toEqual({ added: [], removed: [], edited: [], weakened: [] });
  });

  it('costs nothing where there is no config, and nothing of a config for others but its own text', async () => {
    const plain = { 'prompts/shop.txt': 'Answer {{q}}', 'eval/more.csv': 'x' };
    expect(
      (await read(plain, { ...plain, 'prompts/shop.txt': 'New' })).asked.filter((one) => one.includes('eval')),
    ).toEqual([]);
    const others = { ...shop, 'eval/promptfooconfig.yaml': config.replace('shop.txt', 'absent.txt') };
    const { asked } = await read(others, { ...others, 'prompts/shop.txt': 'New' });
    expect(asked.filter((one) => one.includes('eval')).toSorted()).toEqual([
      'text base eval/promptfooconfig.yaml',
      'text head eval/promptfooconfig.yaml',
    ]);
  });

  it('may be named in a config of any name, which is read where it changed or is among the first to be looked into', async () => {
    const held = (text: string): string =>
      `providers: [openai:gpt-5.6-luna]\nprompts: ["${text} {{q}}"]\ntests: [{ vars: { q: x } }]\n`;
    const few = { 'evals/shop.yaml': held('Answer'), 'evals/data.yaml': 'rows: [1]' };
    const edited = await read(few, { ...few, 'evals/shop.yaml': held('Say briefly') });
    expect(edited.kinds).toEqual(['modified evals/shop.yaml#prompt-1']);
    expect(edited.notes).toEqual([]);
    const rest = await read({ ...few, 'docs/x.md': 'a' }, { ...few, 'docs/x.md': 'b' });
    expect(rest.asked.filter((asked) => asked.endsWith('evals/data.yaml'))).toEqual(['text head evals/data.yaml']);

    const many = {
      ...Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`evals/data-${at}.yaml`, 'rows: [1]'])),
      'evals/shop.yaml': held('Answer'),
      'docs/x.md': 'a',
    };
    const passed = await read(many, { ...many, 'docs/x.md': 'b' });
    expect(passed.asked.filter((asked) => asked.includes(' evals/'))).toHaveLength(150);
    expect(passed.notes).toEqual([
      expect.stringMatching(/^101 YAML files that may hold promptfoo’s tests were not looked into/),
    ]);
    const changed = await read(many, { ...many, 'evals/shop.yaml': held('Say briefly') });
    expect(changed.kinds).toEqual(['modified evals/shop.yaml#prompt-1']);
  });
});
