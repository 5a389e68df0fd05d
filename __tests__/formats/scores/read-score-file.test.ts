import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readScoreFile } from '../../../src/formats/scores/read-score-file.ts';
import type { ScoreFile, ScoreTrial } from '../../../src/formats/scores/types.ts';

const folder = new URL('../../../fixtures/score-files/', import.meta.url);

function fixture(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

function fileOf(text: string, name = 'scores.json'): ScoreFile {
  const read = readScoreFile(text, name);
  if (read.kind === 'broken') throw new Error(JSON.stringify(read.problems));
  return read.file;
}

function firstProblem(text: string, name = 'scores.json') {
  const read = readScoreFile(text, name);
  if (read.kind === 'read') throw new Error('it was read');
  return read.problems[0];
}

/** `row/case` → scores in order; what is missing as its words. */
function scoresOf({ subjects }: ScoreFile): Readonly<Record<string, readonly unknown[]>> {
  return Object.fromEntries(
    subjects.flatMap(({ rows }) =>
      rows.flatMap((row) => row.cases.map((one) => [`${row.id}/${one.id}`, one.trials.map(scoreOf)])),
    ),
  );
}

function scoreOf({ outcome, reply }: ScoreTrial): unknown {
  return 'missing' in outcome ? `${outcome.missing}: ${reply.error?.message}` : outcome.score;
}

describe('scores by case', () => {
  test('are read with null as missing and true and false as passes', () => {
    const file = fileOf(fixture('scores.json'));
    expect(file.kind).toBe('scores');
    expect(scoresOf(file)).toEqual({
      '/refund-window': [1, 1, 0.5, 'unscored: the file has null for it'],
      '/shipping': [1, 0, 1, 1],
    });
    expect(file.subjects[0]?.rows[0]?.cases[1]?.trials[1]?.outcome).toMatchObject({ score: 0, passes: false });
  });

  test('may lie one level deeper, by model, and a single score needs no list', () => {
    expect(scoresOf(fileOf('{"a": {"x": [1, 0]}, "b": {"x": 0.5}}'))).toEqual({ 'a/x': [1, 0], 'b/x': [0.5] });
  });

  test('take NaN, as Python writes it, for missing', () => {
    expect(scoresOf(fileOf('{"x": [NaN, 1]}'))).toEqual({ '/x': ['unscored: the file has NaN for it', 1] });
  });

  test('a hair outside 0–1, as rounding leaves them, are 0 and 1', () => {
    expect(scoresOf(fileOf('{"x": [1.0000001192092896, -1e-9]}'))).toEqual({ '/x': [1, 0] });
  });

  test.each([
    [87, 'from 0 to 100'],
    [4, 'from 0 to 5'],
    [-0.5, '(score − lowest)'],
    [250, 'highest that can be reached'],
  ])('of %d are refused with the place and how to scale them', (score, how) => {
    const problem = firstProblem(`{\n  "x": [1],\n  "y": [0.5, ${score}]\n}`);
    expect(problem).toMatchObject({ at: { file: 'scores.json', line: 3, column: 14 } });
    expect(problem.what).toContain(`${score}, outside 0 to 1`);
    expect(problem.fix).toContain(how);
  });

  test('refuse a text, an empty list and a case that is written twice', () => {
    expect(firstProblem('{"x": ["good"]}').what).toContain('the text "good"');
    expect(firstProblem('{"x": []}').what).toContain('no scores');
    expect(firstProblem('{\n"x": [1],\n"x": [0]\n}')).toMatchObject({
      what: 'The key `x` is written twice.',
      at: { line: 3, column: 1 },
    });
  });

  test('of a case called constructor are scores like any other, and __proto__ is no name', () => {
    expect(scoresOf(fileOf('{"constructor": [0], "toString": [1]}'))).toEqual({
      '/constructor': [0],
      '/toString': [1],
    });
    expect(firstProblem('{"__proto__": [1]}').fix).toBe('Rename it.');
  });
});

describe('a table', () => {
  test('is read by column, ordered by trial, with an empty score as missing', () => {
    const file = fileOf(fixture('table.csv'), 'table.csv');
    expect(scoresOf(file)).toEqual({
      'clerk-mini/refund-window': [1, 0.25],
      'clerk-mini/shipping': ['unscored: the table has no score for it'],
      'house model/shipping': [0.5],
    });
    expect(file.notes).toEqual(['Columns of table.csv that were not read: note.']);
  });

  test('is known by its header whatever the file is called, and may be parted by semicolons', () => {
    expect(scoresOf(fileOf('\u{feff}case;score\nx;1\nx;0\n', 'out.txt'))).toEqual({ '/x': [1, 0] });
  });

  test.each([
    ['case,scroe\nx,1\n', [1, 6], 'no column `score`'],
    ['case,trial\nx,1\n', [1, 1], 'no column `score`'],
    ['case,score\nx,1\n,1\n', [3, 1], 'names no case'],
    ['case,score\n"x\ny",1\nz,7\n', [4, 3], '7, outside 0 to 1'],
    ['case,note,score\nx,"one, ""two""\nthree",7\n', [3, 8], '7, outside 0 to 1'],
    ['\u{feff}case;score\r\n\r\nx;7\r\n', [3, 3], '7, outside 0 to 1'],
    ['case,score\nx,"0,5"\n', [2, 3], 'the text "0,5"'],
    ['case,score\nx,0,5\n', [2, 5], '3 cells, the header 2'],
    ['case,score\nlong name\n', [2, 10], '1 cells, the header 2'],
    ['case,score\n', [1, 1], 'no rows'],
    ['case,score,score\nx,1,0\n', [1, 12], 'Two columns'],
    ['case,score\n"x,1\n', [2, 1], 'Not readable as CSV'],
    ['case,score\n"a\nb",1\n\nx,1"2\n', [5, 3], 'Not readable as CSV'],
    ['case,trial,score\nx,one,1\n', [2, 3], 'The trial is `one`'],
    ['case,score,weight\nx,1,-2\n', [2, 5], 'The weight is `-2`'],
    ['case,score,passes\nx,1,maybe\n', [2, 5], 'is `maybe`'],
    ['case,trial,score\nx,1,1\nx,1,0\n', [3, 3], 'Trial 1 of the case `x` is listed twice'],
    ['case,trial,score\nx,0,1\nx,0,0\n', [3, 3], 'Trial 0 of the case `x` is listed twice'],
  ])('that is wrong says so with its cell: %j', (text, [line, column], what) => {
    const problem = firstProblem(text, 'table.csv');
    expect(problem.at).toEqual({ file: 'table.csv', line, column });
    expect(problem.what).toContain(what);
  });
});

describe('a table with other names', () => {
  const ragas = 'user_input,response,faithfulness\nHow long?,30 days,0.75\nHow long?,30,NaN\n';

  test('is read by the columns that are named for ours', () => {
    const read = readScoreFile(
      ragas,
      'ragas.csv',
      new Map([
        ['case', 'User_Input'],
        ['score', 'faithfulness'],
      ]),
    );
    if (read.kind === 'broken') throw new Error(JSON.stringify(read.problems));
    expect(scoresOf(read.file)).toEqual({ '/How long?': [0.75, 'unscored: the table has NaN for it'] });
    expect(read.file.notes).toEqual(['Columns of ragas.csv that were not read: response.']);
  });

  test('that nobody named says what it looks like, and the flag that names them', () => {
    expect(firstProblem(ragas, 'ragas.csv')).toMatchObject({
      what: 'This looks like a table of RAGAS. It has no column `case` and no column `score`.',
      fix: expect.stringContaining('`--columns id=user_input,score=faithfulness`'),
    });
    expect(firstProblem('name,ok,n\nx,TRUE,12\n', 'out.csv').fix).toContain('`--columns id=name,score=ok`');
  });

  test('that lacks a named column says which there are', () => {
    const read = readScoreFile(ragas, 'ragas.csv', new Map([['score', 'faithfullness']]));
    expect(read.kind === 'broken' && read.problems[0]).toMatchObject({
      what: 'The table has no column `faithfullness`, which `columns` names for `score`.',
      fix: 'The header names: user_input, response, faithfulness.',
    });
  });

  test('may call its cases id, and be JSON Lines or a list in JSON', () => {
    const lines = '{"id": "x", "score": 1}\n{"id": "x", "score": 0.5}\n{"id": "y", "score": null}\n';
    const scores = { '/x': [1, 0.5], '/y': ['unscored: the table has no score for it'] };
    expect(scoresOf(fileOf(lines, 'scores.jsonl'))).toEqual(scores);
    expect(scoresOf(fileOf(`[${lines.trim().replaceAll('\n', ',')}]`))).toEqual(scores);
    expect(firstProblem(lines.replace('0.5', '7'), 'scores.jsonl').at).toEqual({
      file: 'scores.jsonl',
      line: 2,
      column: 22,
    });
    expect(firstProblem(lines.replace('0.5}', '0.5'), 'scores.jsonl').at).toMatchObject({ line: 2 });
  });
});

test('a table takes the booleans of spreadsheets for scores, and for passes', () => {
  const file = fileOf('case,score\nx,TRUE\nx,FALSE\ny,yes\ny,No\nz,PASS\nz,fail\n', 'table.csv');
  expect(scoresOf(file)).toEqual({ '/x': [1, 0], '/y': [1, 0], '/z': [1, 0] });
  expect(file.subjects[0]?.rows[0]?.cases[0]?.trials.map(({ outcome }) => outcome)).toMatchObject([
    { passes: true },
    { passes: false },
  ]);
});

describe('promptfoo’s table and JSON Lines', () => {
  const table = fileOf(fixture('promptfoo-repeat.csv'), 'results.csv');
  const lines = fileOf(fixture('promptfoo-repeat.jsonl'), 'results.jsonl');

  test('name prompts, providers and cases alike, and hold the same scores to two decimals', () => {
    const rounded = (file: ScoreFile) =>
      file.subjects.map(({ name, rows }) => [
        name,
        rows
          .toSorted((one, other) => (one.id < other.id ? -1 : 1))
          .map(({ id, cases }) => [
            id,
            cases.map((one) => [
              one.id,
              one.trials.map(({ outcome }) =>
                'missing' in outcome ? outcome.missing : [outcome.score.toFixed(1), outcome.passes],
              ),
            ]),
          ]),
      ]);
    expect(rounded(table)).toEqual(rounded(lines));
    expect(table.subjects.map(({ name }) => name)).toEqual([
      'p1.txt: Answer {{question}} in {{lang}}',
      'second: p2.txt: You are nice.\nAnswer {{question}} in {{lang}}, please',
    ]);
    expect(table.subjects[0]?.rows.map(({ id }) => id)).toEqual(['openai:chat:clerk-mini', 'big [one]']);
    expect(table.notes).toEqual([expect.stringContaining('rounded to two decimals')]);
  });

  test('keep metrics, the reply without the mark against formulas, and what the grader said', () => {
    const [trial] = table.subjects[0]?.rows[0]?.cases[0]?.trials ?? [];
    expect(trial).toMatchObject({
      outcome: { score: 0.67, passes: true, metrics: { days: 1, len: 0.34 } },
      reply: { text: '- Within 30 days, "yes".\nLine, two', checks: [{ reason: 'All assertions passed' }] },
    });
  });

  test.each(['<?xml version="1.0"?>\n<testsuites name="promptfoo"/>', '<!DOCTYPE html>\n<title>promptfoo</title>'])(
    'are asked for where its page or XML is given: %j',
    (text) => {
      expect(firstProblem(text, 'results.xml').fix).toContain('promptfoo export eval latest -o results.json');
    },
  );
});

describe('promptfoo’s results', () => {
  const file = fileOf(fixture('promptfoo.json'), 'results.json');

  test('become a row a provider, a case a test, a trial a repetition; an error is missing in its words', () => {
    expect(file.kind).toBe('promptfoo');
    const [described, long] = file.subjects[0]?.rows[0]?.cases.map(({ id }) => id) ?? [];
    expect(described).toBe('refund window');
    expect(long).toMatch(/^question=Do you ship to Norway.*… #[0-9a-f]{8}$/u);
    expect(scoresOf(file)).toEqual({
      'openai:clerk-mini/refund window': [1, 1],
      [`openai:clerk-mini/${long}`]: [1, 'failed: API error: 503 Service Unavailable'],
      'house model/refund window': [1, 0.5],
      [`house model/${long}`]: [1, 1],
    });
  });

  test('keep a failed assertion as a score with its checks, text, cost and latency', () => {
    const trial = file.subjects[0]?.rows[1]?.cases[0]?.trials[1];
    expect(trial?.outcome).toMatchObject({ score: 0.5, passes: false, metrics: { brief: 0.4 }, costUsd: 0.0004 });
    expect(trial?.reply.text).toBe('Yes, you can.');
    expect(trial?.reply.checks.map(({ check }) => check)).toEqual(['contains: 30 days', 'brief']);
  });

  test('are read from the library’s summary too', () => {
    const { results } = JSON.parse(fixture('promptfoo.json'));
    expect(scoresOf(fileOf(JSON.stringify(results)))).toEqual(scoresOf(file));
  });

  test('refuse a score outside 0–1 at its line', () => {
    const text = fixture('promptfoo.json').replace('"score": 0.5,', '"score": 50,');
    const line = text.split('\n').findIndex((one) => one.includes('"score": 50,')) + 1;
    expect(firstProblem(text, 'results.json')).toMatchObject({ at: { line }, fix: expect.stringContaining('100') });
  });

  test('without results, or of another shape, are no scores', () => {
    expect(firstProblem('{"results": {"results": []}}').what).toContain('no results');
    expect(firstProblem('{"results": {"results": [{"success": "yes"}]}}').at?.line).toBe(1);
  });
});

describe('an evaluation log', () => {
  test('gives letters the values the tool gives them, and errors and NaN none', () => {
    const file = fileOf(fixture('inspect.json'), 'log.json');
    expect(file).toMatchObject({ kind: 'inspect', subjects: [{ name: 'shop/returns' }] });
    expect(scoresOf(file)).toEqual({
      'openai/clerk-mini/1': [1, 1],
      'openai/clerk-mini/two': [0, 'failed: TimeoutError: no answer within 60 s'],
      'openai/clerk-mini/three': [0.5, 1],
      'openai/clerk-mini/four': [0, 'unscored: match gave no score'],
    });
    const [trial] = file.subjects[0]?.rows[0]?.cases[0]?.trials ?? [];
    expect(trial?.outcome).toMatchObject({ passes: true, latencyMs: 1500, metrics: { match: 1 } });
  });

  const sample = (scores: object) => ({ id: 1, epoch: 1, scores });
  const log = (samples: unknown, more = {}) => JSON.stringify({ eval: { task: 't', model: 'm' }, samples, ...more });

  test('means over several scorers and over the parts of a value, each a metric', () => {
    const file = fileOf(log([sample({ a: { value: { x: 1, y: 0.5 } }, b: { value: 'I' } })]));
    expect(file.subjects[0]?.rows[0]?.cases[0]?.trials[0]?.outcome).toMatchObject({
      score: 0.5,
      metrics: { 'a.x': 1, 'a.y': 0.5, b: 0 },
    });
  });

  test('of several tasks is a list of logs', () => {
    const logs = ['a', 'b'].map((task) => ({ eval: { task, model: 'm' }, samples: [sample({ s: { value: 1 } })] }));
    expect(fileOf(JSON.stringify(logs)).subjects.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  test('that was cut short says so, one without samples or still packed says what to do', () => {
    expect(fileOf(log([sample({ s: { value: 1 } })], { status: 'cancelled' })).notes[0]).toContain(
      'ended as cancelled',
    );
    expect(firstProblem(log(null)).fix).toContain('inspect log convert');
    expect(firstProblem('PK\u0003\u0004\0\0').fix).toContain('inspect log convert');
    expect(firstProblem(log([sample({ s: { value: 12 } })])).fix).toContain('Divide');
  });
});

describe('a saved report', () => {
  const reply = (trial: number, score: number) => ({
    side: 'new',
    trial,
    round: 1,
    text: 'Within 30 days.',
    checks: [],
    score,
    passes: score === 1,
  });
  const sides = {
    old: { scores: [], passes: null, of: 0, missing: 0 },
    new: { scores: [1], passes: 1, of: 1, missing: 0 },
  };
  const held = (id: string, replies: readonly unknown[]) => ({
    ...{ id, family: 'base', identical: false, ...sides, delta: null, p: null, method: null, state: 'same' },
    replies,
  });
  const report = (cases: readonly unknown[], more = {}) =>
    JSON.stringify(
      {
        ...{ version: 1, tool: { name: 'promptgate', version: '1' }, fingerprint: 'f', verdict: 'pass' },
        prompts: [{ path: 'a.prompt.yml', exam: [], models: [{ id: 'm', cases }] }],
        ...more,
      },
      null,
      1,
    );

  test('gives the new side of what was asked, in order of trial, and names what was not reviewed', () => {
    const cases = [held('x', [reply(1, 0), reply(0, 1)]), held('x (as base had it)', [reply(0, 0)])];
    const file = fileOf(report(cases, { unreviewed: [{ path: 'b.prompt.yml', why: 'no-cases' }] }));
    expect(scoresOf(file)).toEqual({ 'm/x': [1, 0] });
    expect(file.notes).toEqual([expect.stringContaining('`b.prompt.yml` was not reviewed in scores.json')]);
  });

  test.each([
    ['skipped', []],
    ['unreviewed', []],
    ['invalid', [{ path: 'a.prompt.yml', exam: [], models: [{ id: 'm', cases: [held('x', [])] }] }]],
  ])('with the verdict %s, which asked nothing, is no score file', (verdict, prompts) => {
    const text = report([], { verdict, prompts });
    const line = text.split('\n').findIndex((one) => one.includes('"verdict"')) + 1;
    expect(firstProblem(text)).toMatchObject({
      what: `This report holds no scores: nothing was asked in its review (its verdict is \`${verdict}\`).`,
      at: { file: 'scores.json', line, column: 13 },
    });
  });

  test('of adaptive sampling marks what only some cases were asked, and says that its rounds depended on its replies', () => {
    const steady = held('x', [reply(0, 1)]);
    const unsteady = held(
      'y',
      [0, 1, 2].map((trial) => reply(trial, trial % 2)),
    );
    const shared = { ...held('z', [reply(0, 1)]), identical: true };
    const adaptive = { method: { sampling: 'adaptive' } };
    const file = fileOf(report([steady, unsteady, shared], adaptive));
    const marks = file.subjects[0]?.rows[0]?.cases.map(({ trials }) => trials.map(({ topUp }) => topUp ?? false));
    expect(marks).toEqual([[false], [false, true, true], [false]]);
    expect(file.notes).toEqual([expect.stringContaining('`sampling: fixed`')]);
    const alone = fileOf(report([unsteady, shared], { method: { sampling: 'fixed' } }));
    expect(alone.subjects[0]?.rows[0]?.cases[0]?.trials.some(({ topUp }) => topUp)).toBe(false);
    expect(alone.notes).toEqual([]);
  });

  test('that names a case twice is refused at the second', () => {
    const text = report([held('x', [reply(0, 1)]), held('x', [reply(0, 0)])]);
    const line = text.split('\n').findLastIndex((one) => one.includes('"id": "x"'));
    expect(firstProblem(text)).toMatchObject({ what: 'The case `x` is listed twice.', at: { line, column: 7 } });
  });
});

describe('a place in JSON', () => {
  test.each([
    ['{"x": [1, NaN, 7]}', [1, 16], '7, outside'],
    ['{"a": {"x": [1]}, "b": {}}', [1, 24], '`b` holds no cases'],
    ['{"x": [1], "y": [{"score": 1}]}', [1, 17], '`y` is a list that holds more than scores'],
    ['{"a": {"x": [1]}, "b": [1]}', [1, 24], '`b` is a list'],
    ['{"m": {"x": [1], "x": [0]}}', [1, 18], '`x` is written twice'],
    ['\n  [1, 2]', [2, 3], 'holds a list'],
    ['{"results": {"results":\n []}}', [2, 2], 'no results'],
    ['{"eval": {"task": "t"},\n "samples": []}', [2, 13], 'no samples'],
    [
      '{"eval": {"task": "t"}, "samples": [\n{"id": 1, "scores": {"s": {"value": {"a": 1, "b": 3}}}}]}',
      [2, 51],
      '3, outside',
    ],
    [
      '{"eval": {"task": "t"}, "samples": [{"id": 1, "scores": {"s": {"value": 1}}},\n {"id": 1}]}',
      [2, 2],
      'Epoch 1 of the sample `1` is listed twice',
    ],
  ])('is told of what is wrong there: %j', (text, [line, column], what) => {
    const problem = firstProblem(text);
    expect(problem.what).toContain(what);
    expect(problem.at).toEqual({ file: 'scores.json', line, column });
  });

  test('is told of a file that is longer than the YAML reader takes, NaN or not', () => {
    const long = 'x'.repeat(5_000_000);
    expect(firstProblem(`{"${long}": [1],\n"y": [NaN, 7]}`).at).toEqual({ file: 'scores.json', line: 2, column: 12 });
    expect(firstProblem(`{"${long}": [1],\n"y": [1], "y": [0]}`).at).toMatchObject({ line: 2, column: 11 });
    expect(firstProblem(`{"${long}": [1],\n"y": 1 2}`).at).toEqual({ file: 'scores.json', line: 2, column: 8 });
  });
});

describe('a text that breaks off or goes wrong', () => {
  test.each([
    ['{"a": [1,', [1, 10]],
    ['{"a": [1],\n"b" [1]}', [2, 5]],
  ])('is told of as JSON where it was meant as such: %j', (text, [line, column]) => {
    expect(firstProblem(text)).toMatchObject({
      what: expect.stringContaining('Not readable as JSON'),
      at: { line, column },
    });
  });
});

describe('any other text', () => {
  test.each([
    '',
    ' \n',
    '[]',
    '3',
    '"x"',
    '{}',
    '{"a": {"b": {"c": 1}}}',
    '{"a": [1',
    'hello',
    '{"a": [[1]]}',
    '\0',
    '[{}]',
  ])('is refused in words: %j', (text) => {
    const problem = firstProblem(text);
    expect(problem.reason).toBe('files');
    expect(problem.at?.file).toBe('scores.json');
  });

  test('nested without end is refused', () => {
    expect(firstProblem(`{"a": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`).reason).toBe('files');
  });

  test('with more scores of a case than anyone asks for is refused', () => {
    expect(firstProblem(JSON.stringify({ all: Array.from({ length: 1001 }, () => 1) })).what).toContain('1001 scores');
  });
});
