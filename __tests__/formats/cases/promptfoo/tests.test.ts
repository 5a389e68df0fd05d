import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPromptfoo } from '../../../support/read-promptfoo.ts';
import type { Files } from '../../../support/two-revisions.ts';

async function read(config: object, files: Files = {}) {
  return readPromptfoo({
    'p.txt': '{{q}}',
    ...files,
    'promptfooconfig.yaml': JSON.stringify({ prompts: ['p.txt'], ...config }),
  });
}

const varsOf = async (config: object, files: Files = {}) => (await read(config, files)).cases.map(({ vars }) => vars);

describe('the tests of promptfoo', () => {
  it('make a case of every combination of texts in lists, unless told not to', async () => {
    const vars = { a: ['1', '2'], b: ['x', 'y'], list: [1, 2] };
    expect(await varsOf({ tests: [{ vars }] })).toEqual([
      { a: '1', b: 'x', list: [1, 2] },
      { a: '1', b: 'y', list: [1, 2] },
      { a: '2', b: 'x', list: [1, 2] },
      { a: '2', b: 'y', list: [1, 2] },
    ]);
    expect(await varsOf({ tests: [{ vars, options: { disableVarExpansion: true } }] })).toEqual([vars]);
  });

  it('take vars from files: texts, a glob of them, JSON and YAML as JSON, whole maps', async () => {
    const files = { 'd/1.txt': ' one\n', 'd/2.txt': 'two', 'm.yaml': 'b: [1]', 'v.yaml': 'q: from file' };
    expect(await varsOf({ tests: [{ vars: { q: 'file://d/*.txt' } }] }, files)).toEqual([{ q: 'one' }, { q: 'two' }]);
    expect(await varsOf({ tests: [{ vars: { q: 'file://m.yaml' } }] }, files)).toEqual([{ q: '{"b":[1]}' }]);
    expect(await varsOf({ tests: [{ vars: 'file://v.yaml' }] }, files)).toEqual([{ q: 'from file' }]);
  });

  it('put vars inside vars in place, and end where they go round', async () => {
    expect(await varsOf({ tests: [{ vars: { who: 'Ada', q: 'Hi {{who}}\n' } }] })).toEqual([
      { who: 'Ada', q: 'Hi Ada' },
    ]);
    const [round] = await varsOf({ tests: [{ vars: { a: `{{a}}${'x'.repeat(50_000)}{{a}}`, b: '{{a}}' } }] });
    expect(JSON.stringify(round).length).toBeLessThan(600_000);
  });

  it('are not run where only a script could give a var', async () => {
    const { cases } = await read({ tests: [{ vars: { q: 'file://make.py' }, assert: [{ type: 'is-json' }] }] });
    expect(cases[0]?.notRun).toEqual([
      { name: 'vars.q', at: expect.objectContaining({ line: 1 }), why: 'scripts are not run', whole: true },
    ]);
  });

  it('put their `prefix` and `suffix` around the prompt, or those of `defaultTest`', async () => {
    const assert = [{ type: 'is-json' }];
    const { cases } = await read({
      defaultTest: { options: { prefix: 'Please: ' } },
      tests: [
        { vars: { q: '1' }, assert, options: { prefix: '', suffix: ' Thanks, {{q}}.' } },
        { vars: { q: '2' }, assert, options: { prefix: 7 } },
      ],
    });
    expect(cases.map(({ wrap, notRun }) => [wrap, notRun])).toEqual([
      [{ prefix: 'Please: ', suffix: ' Thanks, {{q}}.' }, []],
      [{ prefix: '7', suffix: '' }, []],
    ]);
  });

  it('pass by their threshold or that of `defaultTest`, and sets of assertions by their own', async () => {
    const set = { type: 'assert-set', threshold: 0.5, assert: [{ type: 'is-json' }, { type: 'contains', value: 'x' }] };
    const assert = [set, { type: 'contains', value: 'y' }];
    const { cases, notes } = await read({
      defaultTest: { threshold: 0.6 },
      tests: [
        { vars: {}, assert },
        { vars: {}, threshold: 0.9, assert },
      ],
    });
    expect(cases.map(({ min }) => min)).toEqual([0.6, 0.9]);
    const [json, x, y] = cases[0]?.checks ?? [];
    expect([json?.set?.min, x?.set, y?.set]).toEqual([0.5, json?.set, undefined]);
    expect([json?.weight, x?.weight, y?.weight]).toEqual([0.5, 0.5, 1]);
    expect(notes).toEqual([]);
  });

  it('of scenarios are asked with each of their data', async () => {
    const scenario = {
      config: [
        { vars: { q: 'a' }, assert: [{ type: 'contains', value: 'A' }] },
        { vars: { q: 'b' }, metadata: { area: 'x' } },
      ],
      tests: 'file://t.yaml',
    };
    const { cases, notes, caseFiles } = await read(
      { scenarios: [scenario, { config: [{ vars: { q: 'alone' } }] }] },
      { 't.yaml': '[{ vars: { r: 1 }, assert: [{ type: is-json }] }, { vars: { r: 2 } }]' },
    );
    expect(cases.map(({ vars, checks, tags }) => [vars, checks.map(({ kind }) => kind), tags])).toEqual([
      [{ q: 'a', r: 1 }, ['contains', 'json'], []],
      [{ q: 'a', r: 2 }, ['contains'], []],
      [{ q: 'b', r: 1 }, ['json'], ['area=x']],
      [{ q: 'b', r: 2 }, [], ['area=x']],
      [{ q: 'alone' }, [], []],
    ]);
    expect(notes).toEqual([]);
    expect([...caseFiles]).toContain('t.yaml');
  });

  it('are one where a config has only what `defaultTest` asserts', async () => {
    const { cases } = await read({ defaultTest: { vars: { q: 'x' }, assert: [{ type: 'is-json' }] } });
    expect(cases.map(({ vars, checks }) => [vars, checks.length])).toEqual([[{ q: 'x' }, 1]]);
  });

  it.each([
    [{ derivedMetrics: [{ name: 'x', value: 'y / 2' }] }, 'derivedMetrics'],
    [{ env: { A: 'b' } }, 'env'],
    [{ evaluateOptions: { repeat: 3 } }, 'evaluateOptions'],
  ])('with %j, which is not honoured, say so', async (config, name) => {
    const { notes } = await read({ tests: [{ vars: {} }], ...config });
    expect(notes).toEqual([expect.stringContaining(`\`${name}\` is not used: `)]);
  });

  it('make their vars over by `transformVars`, and what assertions read by `transform`', async () => {
    const options = {
      transformVars: '({ ...vars, q: vars.q.toUpperCase(), more: ["1", "2"] })',
      transform: 'file://t.js:trim',
    };
    const assert = [{ type: 'is-json', transform: 'output + "}"' }];
    const { cases, refersTo } = await read(
      { defaultTest: { options }, tests: [{ vars: { q: 'x' }, assert }] },
      { 't.js': 'module.exports = { trim: (output) => output.trim() };' },
    );
    expect(cases.map(({ vars }) => vars)).toEqual([
      { q: 'X', more: '1' },
      { q: 'X', more: '2' },
    ]);
    expect(cases[0]?.checks[0]?.transforms?.map(({ name, form }) => [name, form])).toEqual([
      ['t.js', 'file'],
      ['transform', 'function'],
    ]);
    expect([...refersTo]).toEqual(['t.js']);
  });

  it.each([
    ['vars.q.nothing.more', /cannot read property|undefined/u],
    ['"text"', /returned no map/u],
    ['file://make.py', /scripts are not run/u],
    ['({ q: "file://etc/passwd" })', /names a file/u],
  ])('are not run where `transformVars` is %j', async (transformVars, why) => {
    const { cases } = await read({
      tests: [{ vars: { q: 'x' }, options: { transformVars }, assert: [{ type: 'is-json' }] }],
    });
    expect(cases[0]?.notRun).toMatchObject([
      { name: 'options.transformVars', why: expect.stringMatching(why), whole: true },
    ]);
  });

  it('take in what `defaultTest` says, inline or in a file, and may leave its assertions out', async () => {
    const defaults = {
      vars: { q: 'usual', r: 'r' },
      assert: [{ type: 'is-json' }],
      metadata: { area: 'a', tags: ['smoke'] },
    };
    const tests = [{ vars: { q: 'own' } }, { vars: {}, options: { disableDefaultAsserts: true } }];
    for (const [defaultTest, files] of [
      [defaults, {}],
      ['file://d.json', { 'd.json': JSON.stringify(defaults) }],
    ] as const) {
      const { cases, caseFiles } = await read({ defaultTest, tests }, files);
      expect(cases.map(({ vars, checks, tags }) => [vars, checks.length, tags])).toEqual([
        [{ q: 'own', r: 'r' }, 1, ['area=a', 'smoke']],
        [{ q: 'usual', r: 'r' }, 0, ['area=a', 'smoke']],
      ]);
      expect([...caseFiles]).toEqual(['promptfooconfig.yaml', ...Object.keys(files)]);
    }
  });

  it('may lie in CSV, JSON, JSON Lines and YAML, named one by one, by glob, by folder or by `path`', async () => {
    const files = {
      't/a.csv': 'q\n1\n',
      't/b.json': '[{"vars": {"q": "2"}}]',
      't/c.jsonl': '{"vars": {"q": "3"}}\n{"vars": {"q": "4"}}\n',
      't/d.yaml': '- vars: { q: "5" }\n',
    };
    const all = ['1', '2', '3', '4', '5'].map((q) => ({ q }));
    expect(await varsOf({ tests: Object.keys(files).map((path) => `file://${path}`) }, files)).toEqual(all);
    expect(await varsOf({ tests: 'file://t/*.{csv,json,jsonl,yaml}' }, files)).toEqual(all);
    expect(await varsOf({ tests: 'file://t/' }, files)).toEqual(all);
    expect(await varsOf({ tests: [{ path: 't/a.csv' }, 't/b.json'] }, files)).toEqual(all.slice(0, 2));
  });

  it('of a CSV take their assertions from columns, in promptfoo’s short forms', async () => {
    const cells = [
      'contains-any: a, b',
      'not-icontains:x',
      'similar:s',
      'grade:good',
      'latency(900)',
      'Paris',
      'contain:Paris',
      'fn:x',
    ];
    const csv = `q,${cells.map((_, index) => `__expected${index + 1}`).join(',')},__suffix,_x\nhi,${cells.map((cell) => `"${cell}"`).join(',')},,y\n`;
    const { cases } = await read({ tests: 'file://t.csv' }, { 't.csv': csv });
    expect(cases[0]?.vars).toEqual({ q: 'hi', _x: 'y' });
    expect(cases[0]?.checks.map(({ kind, argument, min }) => [kind, argument, min])).toEqual([
      ['contains-any', ['a', 'b'], undefined],
      ['not-contains', 'x', undefined],
      ['similar', 's', 0.8],
      ['judge', 'good', 7],
      ['max-latency', 900, undefined],
      ['equals', 'Paris', undefined],
      ['equals', 'contain:Paris', undefined],
      ['javascript', 'x', undefined],
    ]);
    expect(cases[0]?.notRun).toEqual([]);
  });

  it('from elsewhere or made by scripts are named, not fetched', async () => {
    const tests = [
      'huggingface://datasets/x',
      'https://docs.google.com/spreadsheets/x',
      'file://make.js',
      'file://t.xlsx#One',
      'file://{{env.X}}.csv',
    ];
    const { notes, faults, asked } = await read({ tests });
    expect(notes).toHaveLength(tests.length);
    expect(faults).toEqual([]);
    expect(asked).toEqual(['tree head', 'text head promptfooconfig.yaml']);
  });

  it('carry their description as id where it is the only one, else a hash of the vars, told apart by a number', async () => {
    const tests = [
      { description: 'one', vars: { q: 1 } },
      { description: 'two', vars: { q: 2 } },
      { description: 'two', vars: { q: 3 } },
      { vars: { q: 3 } },
    ];
    const ids = (await read({ tests })).cases.map(({ id }) => id);
    expect(ids[0]).toBe('one');
    expect(ids[1]).toMatch(/^[0-9a-f]{10}$/u);
    expect(ids[3]).toBe(`${ids[2]} (2)`);
  });

  it('that are missing, out of the repository or none at all are faults with their place', async () => {
    for (const tests of ['file://gone.csv', 'file://../x.csv', 7, ['file:///etc/x.csv']]) {
      const { faults } = await read({ tests });
      expect(faults).toEqual([expect.stringMatching(/^promptfooconfig\.yaml:1:\d+: \S.*\. \S.*\.$/u)]);
    }
  });

  it('in files that name each other in a circle are read once', async () => {
    const files = { 'a.yaml': '[{ vars: { q: "1" } }, file://b.yaml, file://b.yaml]', 'b.yaml': '[file://a.yaml]' };
    const { cases, notes, faults } = await read({ tests: 'file://a.yaml' }, files);
    expect(cases).toHaveLength(1);
    expect(faults).toEqual([]);
    expect(notes).toEqual([
      expect.stringContaining('`a.yaml` are named more'),
      expect.stringContaining('`b.yaml` are named more'),
    ]);
  });

  it('with sets of assertions that refer to themselves come to an end', async () => {
    const again = { $ref: '#/templates/a' };
    const templates = { a: { type: 'assert-set', assert: [again, again, { type: 'is-json' }] } };
    const { cases } = await read({ templates, tests: [{ vars: {}, assert: [again] }] });
    expect(cases[0]).toMatchObject({
      checks: [{ kind: 'json' }],
      notRun: [{ why: 'a set within a set is not run' }, {}],
    });
  });

  it('whose vars name a great many files, or repeat a long one, are refused', async () => {
    const tree = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`d/${index}.txt`, 'x']));
    const wide = await read({ tests: [{ vars: { q: 'file://d/*.txt' } }] }, tree);
    expect(wide.faults).toEqual([expect.stringContaining('it names 600 files')]);
    expect(wide.asked).toHaveLength(2);
    const tests = Array.from({ length: 30 }, () => ({ vars: { q: 'file://long.txt' } }));
    const long = await read({ tests }, { 'long.txt': 'x'.repeat(1_000_000) });
    expect(long.faults).toEqual([expect.stringContaining('more than 20000000 characters')]);
  });

  it('that would make too many cases are refused before they are made', async () => {
    const many = Array.from({ length: 100 }, (_, index) => `${index}`);
    const { faults, cases } = await read({ tests: [{ vars: { a: many, b: many, c: many, d: many } }] });
    expect(faults).toEqual([expect.stringContaining('more than 1000 cases')]);
    expect(cases).toEqual([]);
    const tests = Array.from({ length: 51 }, () => ({ vars: { a: many } }));
    expect((await read({ tests })).faults).toEqual([expect.stringContaining('more than 5000 cases')]);
  });

  it('by a stranger are read or refused with a place and a sentence, whatever they hold', async () => {
    const word = fc.constantFrom(
      'tests',
      'vars',
      'assert',
      'type',
      'value',
      'contains',
      'assert-set',
      'javascript',
      'file://x',
      'file://**/*',
      '{{q}}',
      '$ref',
      '#/tests',
      'options',
      'defaultTest',
      'q',
      'toString',
    );
    const { any } = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        word,
        fc.integer(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(word, tie('any'), { maxKeys: 4 }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(any, any, any, async (tests, defaultTest, assert) => {
        const { faults, problems } = await read({ tests: [tests, { vars: {}, assert }], defaultTest });
        expect(problems.every(({ at }) => at !== undefined)).toBe(true);
        expect(faults.every((fault) => fault.includes(': '))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the prompts of a promptfoo config', () => {
  it.each<[unknown]>([
    ['p.txt'],
    ['file://p.txt'],
    [['*.txt']],
    [[{ id: 'file://p.txt' }]],
    [[{ raw: 'file://./p.txt', label: 'x' }]],
    [{ 'p.txt': 'x' }],
    ['file://prompts.yaml'],
  ])('%j names p.txt', async (prompts) => {
    const { cases } = await read(
      { prompts, tests: [{ vars: { q: 1 } }] },
      { 'prompts.yaml': '- file://p.txt\n- Say {{q}}' },
    );
    expect(cases).toHaveLength(1);
  });

  it.each<[unknown]>([
    ['Say {{q}}'],
    [['../p.txt']],
    ['other.txt'],
    [7],
    [null],
    [['p.txt\nand more']],
    [`file://${'*'.repeat(40)}`],
  ])('%j does not', async (prompts) => {
    const { cases, asked } = await read({ prompts, tests: 'file://t.csv' }, { 't.csv': 'q\n1\n' });
    expect(cases).toEqual([]);
    expect(asked).not.toContain('text head t.csv');
  });
});

describe('an assertion with a description', () => {
  it('is named by it, as by its metric, which comes first: its code tells nobody what broke', async () => {
    const code = 'JSON.parse(output).total > 0';
    const asserts = `{ type: javascript, value: "${code}", description: "total of {{q}} matches" }, { type: is-json, metric: form, description: parses }`;
    const config = `prompts: [p.txt]\ntests: [{ vars: { q: invoice 7 }, assert: [${asserts}] }]\n`;
    const { cases } = await readPromptfoo({ 'p.txt': '{{q}}', 'promptfooconfig.yaml': config });
    expect(cases[0]?.checks.map(({ name }) => name)).toEqual(['total of invoice 7 matches', 'form']);
  });
});

describe('the script that scores a test', () => {
  const config = (assert: string): string =>
    `prompts: [p.txt]\ndefaultTest: { assertScoringFunction: "file://score.js:weigh" }\ntests: [{ vars: { q: x }, assert: [${assert}] }]\n`;
  const files = { 'p.txt': '{{q}}', 'score.js': 'exports.weigh = () => ({ pass: true, score: 1, reason: "" });' };

  it('is read with the metrics that it scores, under the names of their checks', async () => {
    const asserts =
      '{ type: contains, value: a, metric: m }, { type: contains, value: b, metric: m }, { type: is-json }';
    const { cases, faults } = await readPromptfoo({ ...files, 'promptfooconfig.yaml': config(asserts) });
    expect([cases[0]?.scoring, cases[0]?.notRun, faults]).toEqual([
      {
        script: { name: 'score.js', source: files['score.js'], form: 'file', exported: 'weigh' },
        metrics: [{ name: 'm', checks: ['m', 'm (2)'] }],
      },
      [],
      [],
    ]);
  });

  it('leaves a case out as a whole where one of its assertions is not run, or the script itself', async () => {
    const lacking = await readPromptfoo({
      ...files,
      'promptfooconfig.yaml': config('{ type: moderation }, { type: is-json }'),
    });
    expect(lacking.cases[0]?.notRun).toMatchObject([{ name: 'moderation', whole: true }]);
    const python = config('{ type: is-json }').replace('score.js:weigh', 'score.py');
    const { cases } = await readPromptfoo({ ...files, 'score.py': '', 'promptfooconfig.yaml': python });
    expect(cases[0]?.notRun).toMatchObject([
      { name: 'assertScoringFunction', whole: true, why: 'scripts are not run' },
    ]);
  });
});
