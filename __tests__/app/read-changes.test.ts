import { describe, expect, it } from 'vitest';
import { readChanges } from '../../src/app/read-changes.ts';
import type { DetectionSettings } from '../../src/core/detect/find-candidates.ts';
import { showProblem } from '../../src/core/problem.ts';
import { formats } from '../../src/formats/prompts/index.ts';
import { checkKinds } from '../../src/scorers/index.ts';
import { type Files, twoRevisions } from '../support/two-revisions.ts';

const settings: DetectionSettings = {
  promptGlobs: [
    '**/*.prompt.{yml,yaml}',
    '**/*.prompt',
    '**/*.prompty',
    '**/*.prompt.md',
    '**/prompts/**/*.{txt,md,json,yml,yaml}',
    '!.github/**',
  ],
  casesPattern: '{dir}/{name}.cases.yml',
  defaultChecks: [],
  examChanges: 'ratchet',
  tags: [],
  roles: [],
  templates: [],
  assembled: [],
};

const cases = '- { id: refund, vars: { q: "40 days?" }, checks: [{ contains: "30 days" }] }';
const shop: Files = { 'prompts/shop.txt': 'Answer {{q}}', 'prompts/shop.cases.yml': cases };

async function read(
  base: Files,
  head: Files,
  renames?: Readonly<Record<string, string>>,
  more: Partial<DetectionSettings> = {},
) {
  const { host, pull, changed, asked } = twoRevisions(base, head, renames);
  const result = await readChanges({
    host,
    pull,
    changed,
    settings: { ...settings, ...more },
    kinds: checkKinds,
    formats,
  });
  return {
    ...result,
    asked,
    faults: [...result.problems, ...result.broken.flatMap(({ problems }) => problems)].map(showProblem),
    kinds: result.changes.map(({ path, change }) => `${change} ${path}`),
  };
}

describe('reading what a pull request changes', () => {
  it('holds edits of golden cases to what other settings say where a prompt was, or where the one is that it succeeds', async () => {
    const text = 'You answer customers of a shop.\nBe brief and kind.\nName the rule that you go by.\n\n{{q}}\n';
    const base = { 'a/prompts/shop.txt': text, 'a/prompts/shop.cases.yml': cases };
    const moved = { 'b/prompts/shop.txt': text.replace('brief', 'short'), 'b/prompts/shop.cases.yml': cases };
    const named = '---\nsuccessor-of: a/prompts/shop.txt\n---\nAnswer {{q}}';
    const next = { ...base, 'b/prompts/new.md': named, 'b/prompts/new.cases.yml': cases };
    for (const head of [moved, next]) {
      const asked: (string | undefined)[] = [];
      const { host, pull, changed } = twoRevisions(base, head);
      expect(changed.some(({ previousPath }) => previousPath !== undefined)).toBe(false);
      const elsewhere = ({ previousPath }: { readonly previousPath?: string }) => {
        asked.push(previousPath);
        return [];
      };
      await readChanges({ host, pull, changed, settings, kinds: checkKinds, formats, elsewhere });
      expect(asked).toEqual(['a/prompts/shop.txt']);
    }
  });

  it('asks for nothing where no change can concern a prompt', async () => {
    const head = {
      ...shop,
      'src/app.ts': 'x',
      'package.json': '{}',
      '.github/workflows/ci.yml': 'on: push',
      'README.md': '#',
    };
    const { asked, prompts } = await read(shop, head);
    expect(asked).toEqual([]);
    expect(prompts).toEqual([]);
  });

  it('reads both sides of a changed prompt with its golden cases', async () => {
    const { changes, problems, unreviewed } = await read(shop, { ...shop, 'prompts/shop.txt': 'Answer briefly {{q}}' });
    expect(problems).toEqual([]);
    expect(unreviewed).toEqual([]);
    expect(changes).toMatchObject([
      {
        path: 'prompts/shop.txt',
        change: 'modified',
        old: { messages: [{ content: 'Answer {{q}}' }] },
        new: { messages: [{ content: 'Answer briefly {{q}}' }] },
        exam: { cases: [{ key: 'refund', family: 'base' }] },
        notes: [],
      },
    ]);
    expect(changes[0]?.diff).toContain('-Answer {{q}}');
    expect(changes[0]?.diff).toContain('+Answer briefly {{q}}');
  });

  it('reviews a prompt whose cases changed, were removed or are in another kind of file now', async () => {
    const weaker = cases.replace('contains: "30 days"', 'contains: 30');
    expect((await read(shop, { ...shop, 'prompts/shop.cases.yml': weaker })).kinds).toEqual(['cases prompts/shop.txt']);
    const gone = await read(shop, { 'prompts/shop.txt': 'Answer {{q}}' });
    expect(gone.changes).toMatchObject([
      { change: 'cases', diff: '', exam: { cases: [{ version: 'base' }], changed: { removed: ['refund'] } } },
    ]);
    const csv = 'id,q,check:contains\nrefund,40 days?,30 days\n';
    const moved = await read(shop, { 'prompts/shop.txt': 'Answer {{q}}', 'prompts/shop.cases.csv': csv });
    expect(moved.changes[0]?.exam.changed).toEqual({ added: [], removed: [], edited: [], weakened: [] });
  });

  it('compares a renamed prompt with what it was, its cases renamed along or not', async () => {
    const along = { 'prompts/store.md': 'Answer {{q}}!', 'prompts/store.cases.yml': cases };
    const both = await read(shop, along, {
      'prompts/store.md': 'prompts/shop.txt',
      'prompts/store.cases.yml': 'prompts/shop.cases.yml',
    });
    expect(both.changes).toMatchObject([
      {
        path: 'prompts/store.md',
        previousPath: 'prompts/shop.txt',
        change: 'renamed',
        exam: { cases: [{ key: 'refund', version: 'head' }] },
      },
    ]);
    const left = { 'prompts/store.md': 'Answer {{q}}', 'prompts/shop.cases.yml': cases };
    const alone = await read(shop, left, { 'prompts/store.md': 'prompts/shop.txt' });
    expect(alone.changes).toMatchObject([{ change: 'renamed', exam: { cases: [{ key: 'refund', version: 'base' }] } }]);
  });

  it('shows an added prompt, names a removed one with its cases, and follows one moved where no glob looks', async () => {
    const added = await read({}, shop);
    expect(added.changes).toMatchObject([{ change: 'added', exam: { cases: [{ family: 'added' }] } }]);
    expect(added.changes[0]).not.toHaveProperty('old');
    const removed = await read(shop, {});
    expect(removed.changes).toMatchObject([{ path: 'prompts/shop.txt', change: 'removed', exam: { cases: [] } }]);
    expect(removed.unreviewed).toMatchObject([{ why: 'removed', detail: 'the golden case refund no longer runs' }]);
    const moved = await read(shop, { 'docs/shop.txt': 'Answer {{q}}' }, { 'docs/shop.txt': 'prompts/shop.txt' });
    expect(moved.kinds).toEqual(['renamed docs/shop.txt']);
  });

  it('reviews a prompt whose cases refer to a file that changed, and only that one', async () => {
    const schema = '- { id: a, vars: { q: x }, checks: [{ json-schema: ../schemas/reply.json }] }';
    const base = {
      ...shop,
      'prompts/json.txt': '{{q}}',
      'prompts/json.cases.yml': schema,
      'schemas/reply.json': '{"type": "object", "required": ["a"]}',
    };
    const changed = await read(base, { ...base, 'schemas/reply.json': '{}' });
    expect(changed.kinds).toEqual(['dependency prompts/json.txt']);
    expect(changed.changes[0]?.exam.changed.weakened).toHaveLength(1);
    const gone = await read(
      base,
      Object.fromEntries(Object.entries(base).filter(([path]) => path !== 'schemas/reply.json')),
    );
    expect(gone.faults).toEqual([
      expect.stringMatching(
        /^prompts\/json\.cases\.yml:1:37: `json-schema` refers to `\.\.\/schemas\/reply\.json`, which is not there/,
      ),
    ]);
  });

  it('reviews a prompt of a map whose cases of its own file refer to a file that changed, and only that one', async () => {
    const base = {
      'prompts/agents.yml': 'greet: Greet the customer who asks {{q}}\nclose: Close the talk about {{q}}\n',
      'prompts/agents.greet.cases.yml': '- { id: a, vars: { q: x }, checks: [{ json-schema: ../schemas/reply.json }] }',
      'prompts/agents.close.cases.yml': '- { id: b, vars: { q: x }, checks: [{ contains: bye }] }',
      'schemas/reply.json': '{"type": "object"}',
    };
    const changed = await read(base, { ...base, 'schemas/reply.json': '{}' });
    expect(changed.kinds).toEqual(['dependency prompts/agents.yml#greet']);
    expect(changed.unreviewed).toEqual([]);
  });

  it('reviews a prompt of several files whose cases beside any of them refer to a file that changed', async () => {
    const schema = '- { id: a, vars: { q: x }, checks: [{ json-schema: ../schemas/reply.json }] }';
    const base = {
      'prompts/system.md': 'Answer in JSON.',
      'prompts/user.md': 'Question: {{q}}',
      'prompts/user.cases.yml': schema,
      'src/first.md': 'Answer in JSON.',
      'src/second.md': 'Question: {{q}}',
      'src/second.cases.yml': schema,
      'schemas/reply.json': '{"type": "object"}',
    };
    const assembled: DetectionSettings['assembled'] = [
      {
        name: 'shop',
        messages: [
          { role: 'system', file: 'src/first.md' },
          { role: 'user', file: 'src/second.md' },
        ],
      },
    ];
    const changed = await read(base, { ...base, 'schemas/reply.json': '{}' }, {}, { assembled });
    expect(changed.kinds).toEqual(['dependency prompts/system.md', 'dependency src/shop']);
  });

  it('reviews a prompt whose cases inside its own file refer to a file that changed', async () => {
    const prompt = (check: string): string => `messages: [{ role: user, content: "{{q}}" }]
testData: [{ q: x }]
evaluators: [{ ${check} }]
`;
    const base = {
      'prompts/json.prompt.yml': prompt('json-schema: ../schemas/reply.json'),
      'prompts/text.prompt.yml': prompt('contains: x'),
      'src/part.prompt.yml': prompt('json-schema: ../schemas/reply.json'),
      'src/first.md': 'Answer in JSON.',
      'schemas/reply.json': '{"type": "object"}',
    };
    const assembled: DetectionSettings['assembled'] = [
      {
        name: 'shop',
        messages: [
          { role: 'system', file: 'src/first.md' },
          { role: 'user', file: 'src/part.prompt.yml' },
        ],
      },
    ];
    const changed = await read(base, { ...base, 'schemas/reply.json': '{}' }, {}, { assembled });
    expect(changed.kinds).toEqual(['dependency prompts/json.prompt.yml', 'dependency src/shop']);
    const check = { value: { 'json-schema': 'schemas/reply.json' }, at: { file: 'promptgate.yml', line: 3 } };
    const byDefault = await read(
      base,
      { ...base, 'schemas/reply.json': '{}' },
      {},
      { assembled, defaultChecks: [check] },
    );
    expect(byDefault.kinds).toContain('dependency prompts/text.prompt.yml');
  });

  it('reviews every prompt with cases where a default check refers to a file that changed', async () => {
    const base = { ...shop, 'prompts/bare.txt': 'x', 'schemas/reply.json': '{"type": "object"}' };
    const check = { value: { 'json-schema': 'schemas/reply.json' }, at: { file: 'promptgate.yml', line: 3 } };
    const { kinds } = await read(base, { ...base, 'schemas/reply.json': '{}' }, {}, { defaultChecks: [check] });
    expect(kinds).toEqual(['dependency prompts/shop.txt']);
  });

  it('tells a prompt or cases that are broken at head with their place, and asks nothing of them', async () => {
    const broken = await read(shop, { ...shop, 'prompts/shop.txt': '---\nmodel: [\n---\nx' });
    expect(broken.faults[0]).toMatch(/^prompts\/shop\.txt:\d:\d+: /);
    expect(broken.changes).toEqual([]);
    expect(broken.prompts).toEqual(['prompts/shop.txt']);
    const wrong = await read(shop, { ...shop, 'prompts/shop.cases.yml': '- { checks: [{ contians: x }] }' });
    expect(wrong.faults).toEqual([
      'prompts/shop.cases.yml:1:16: There is no check `contians`. Did you mean `contains`?',
    ]);
  });

  it('takes a prompt that is broken at base as added, and says so', async () => {
    const base = { ...shop, 'prompts/shop.txt': '', 'prompts/shop.cases.yml': 'cases: 3' };
    const { changes, problems } = await read(base, shop);
    expect(problems).toEqual([]);
    expect(changes[0]).not.toHaveProperty('old');
    expect(changes[0]?.notes).toEqual([
      expect.stringContaining('The old side cannot be read'),
      expect.stringContaining('golden cases at base cannot be read'),
    ]);
    expect(changes[0]?.exam.cases).toMatchObject([{ family: 'added' }]);
  });

  it('lists what changed and nothing guards: no cases, no checks, no case with the tag, a format not read', async () => {
    const head = {
      'prompts/bare.txt': 'x',
      'prompts/unchecked.txt': '{{q}}',
      'prompts/unchecked.cases.yml': '- vars: { q: 1 }\n- vars: { q: 2 }',
      'a.prompt': '{{range .Items}}{{.Name}}{{end}}',
    };
    expect((await read({}, head)).unreviewed).toEqual([
      { path: 'a.prompt', why: 'format', detail: 'a Go template', fix: expect.stringContaining('renders to') },
      {
        path: 'prompts/bare.txt',
        why: 'no-cases',
        detail: 'they would be in prompts/bare.cases.yml',
      },
      { path: 'prompts/unchecked.txt', why: 'no-checks', detail: 'none of its 2 golden cases has a check' },
    ]);
    const tagged = await read(shop, { ...shop, 'prompts/shop.txt': 'New {{q}}' }, {}, { tags: ['smoke'] });
    expect(tagged.unreviewed[0]?.detail).toMatch(/^none with the tag smoke; they would be in /);
  });

  it('passes over what the globs name and is no prompt', async () => {
    const head = {
      'prompts/README.md': '# Hi',
      'prompts/package.json': '{}',
      'prompts/data.yml': 'a: 1',
      'prompts/x.cases.yml': '- vars: {}',
    };
    const { passedOver, prompts, unreviewed } = await read({}, head);
    expect(passedOver).toEqual(['prompts/README.md', 'prompts/data.yml', 'prompts/package.json']);
    expect([...prompts, ...unreviewed]).toEqual([]);
  });

  it('does not follow links, and says so where a prompt or its cases became one', async () => {
    const link = await read(shop, { ...shop, 'prompts/shop.txt': { mode: 'symlink' } });
    expect(link.faults).toEqual(['prompts/shop.txt: The prompt cannot be read: symbolic links are not followed.']);
    const linkedCases = await read(shop, { ...shop, 'prompts/shop.cases.yml': { mode: 'symlink' } });
    expect(linkedCases.faults).toEqual([
      'prompts/shop.cases.yml: The golden cases cannot be read: symbolic links are not followed.',
    ]);
    expect(linkedCases.asked.filter((one) => one === 'text head prompts/shop.cases.yml')).toEqual([]);
  });

  it('refuses one case in two files', async () => {
    const { faults } = await read(shop, { ...shop, 'prompts/shop.cases.json': '[{"id": "refund", "vars": {}}]' });
    expect(faults).toEqual([
      expect.stringMatching(
        /^prompts\/shop\.cases\.json:1:2: The case `refund` is there already, at prompts\/shop\.cases\.yml:1:3/,
      ),
    ]);
  });

  it("adds the config's checks to cases inside a prompt, and tells what is wrong with them once", async () => {
    const prompt = 'messages: [{ role: user, content: "{{q}}" }]\ntestData: [{ q: 1 }, { q: 2 }]\n';
    const at = { file: 'promptgate.yml', line: 9, column: 5 };
    const good = await read({}, { 'a.prompt.yml': prompt }, {}, { defaultChecks: [{ value: { 'max-words': 5 }, at }] });
    expect(good.changes[0]?.exam.cases.map(({ golden }) => golden.checks.map(({ kind }) => kind))).toEqual([
      ['max-words'],
      ['max-words'],
    ]);
    const bad = await read({}, { 'a.prompt.yml': prompt }, {}, { defaultChecks: [{ value: { 'max-word': 5 }, at }] });
    expect(bad.problems).toMatchObject([{ reason: 'config', at }]);
  });

  it('points at a prompt that hears nothing of what its cases say', async () => {
    const { changes } = await read(shop, { ...shop, 'prompts/shop.txt': 'Answer the customer.' });
    expect(changes[0]?.notes).toEqual([
      expect.stringContaining('a value to `q`, which the prompt does not use. Use `{{q}}` in the prompt'),
    ]);
  });

  it('asks the host for each file once', async () => {
    const { asked } = await read(shop, { ...shop, 'prompts/shop.txt': 'New {{q}}', 'prompts/shop.md': '{{q}}' });
    expect(new Set(asked).size).toBe(asked.length);
  });
});
