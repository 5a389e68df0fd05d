import { describe, expect, it } from 'vitest';
import type { GoldenCase } from '../../../../src/core/golden-case.ts';
import { type Problem, showProblem } from '../../../../src/core/problem.ts';
import { githubPrompt } from '../../../../src/formats/prompts/github/github-prompt.ts';
import { checkKinds } from '../../../../src/scorers/index.ts';

function read(testData: string, evaluators: string) {
  const text = `messages: [{ role: user, content: "Classify {{input}}" }]\ntestData: ${testData}\nevaluators: ${evaluators}\n`;
  return githubPrompt.read('spam.prompt.yml', text, checkKinds);
}

function casesOf(testData: string, evaluators: string): readonly GoldenCase[] {
  const result = read(testData, evaluators);
  if (result.kind === 'broken') throw new Error(result.problems.map(showProblem).join('\n'));
  return result.cases;
}

function faultsOf(evaluators: string): readonly Problem[] {
  const result = read('[{ input: a }]', evaluators);
  return result.kind === 'broken' ? result.problems : [];
}

/** The one check that an evaluator comes to, for a test case of `input: a`, `expected: Ham`. */
function checkOf(evaluator: string) {
  const [golden] = casesOf('[{ input: a, expected: Ham, limit: 5, parts: [a, b] }]', `[${evaluator}]`);
  expect(golden?.notRun).toEqual([]);
  expect(golden?.checks).toHaveLength(1);
  return golden?.checks[0];
}

function reasonFor(evaluator: string) {
  const [golden] = casesOf('[{ input: a, expected: Ham }]', `[${evaluator}]`);
  expect(golden?.checks).toEqual([]);
  expect(golden?.notRun).toHaveLength(1);
  return golden?.notRun[0];
}

describe('evaluators of a GitHub prompt file', () => {
  it('have the fields of each test case filled in, as gh models fills them', () => {
    const cases = casesOf(
      '[{ input: win money, expected: FAIL }, { input: a bug, expected: PASS }, { input: odd, expected: 42 }]',
      '[{ name: verdict, string: { equals: "{{expected}}" } }, { string: { contains: "{{input}}: {{expected}}" } }]',
    );
    expect(cases.map(({ checks }) => checks.map(({ argument }) => argument))).toEqual([
      ['FAIL', 'win money: FAIL'],
      ['PASS', 'a bug: PASS'],
      ['42', 'odd: 42'],
    ]);
    const names = cases.map(({ checks }) => checks.map(({ name }) => name));
    expect(names[0]).toEqual(['verdict', 'contains: {{input}}: {{expected}}']);
    expect(names[1]).toEqual(names[0]);
  });

  it.each([
    ['{ input: a }', 'the test case has no `expected` to fill in'],
    ['{ input: a, expected: null }', 'the test case has no `expected` to fill in'],
    ['{ input: a, expected: "" }', 'an empty text is in every reply'],
  ])('are not run for the test case %s alone, and say why', (item, why) => {
    const [, lacking] = casesOf(`[{ input: b, expected: x }, ${item}]`, '[{ string: { contains: "{{expected}}" } }]');
    expect(lacking?.checks).toEqual([]);
    expect(lacking?.notRun[0]?.why).toContain(why);
  });

  it('leave the fields of an `llm` evaluator to the judge, which knows the reply as well', () => {
    const llm = '{ llm: { modelId: x, prompt: "{{completion}} {{expected}}", choices: [{ choice: a, score: 1 }] } }';
    expect(checkOf(llm)?.argument).toMatchObject({ prompt: '{{completion}} {{expected}}' });
  });

  it.each([
    ['{ name: days, regex: "30 days?" }', 'regex', '30 days?'],
    ['{ name: days, regex: { pattern: "30 days?" } }', 'regex', '30 days?'],
    ['{ regex: { pattern: "^a", flags: gim } }', 'regex', '(?im)^a'],
    ['{ regex: { pattern: "a", negate: true } }', 'not-regex', 'a'],
    ['{ regex: { pattern: "a", match: false } }', 'not-regex', 'a'],
    ['{ regex: "a", invert: true }', 'not-regex', 'a'],
    ['{ type: regex, pattern: "a" }', 'regex', 'a'],
    ['{ type: regex_match, pattern: "a", target: output }', 'regex', 'a'],
    ['{ type: regex, pattern: "a", flags: i }', 'regex', '(?i)a'],
    ['{ type: string_contains, expected: "a" }', 'contains', 'a'],
    ['{ type: includes, value: "a", target: message.content }', 'contains', 'a'],
    ['{ type: not-contains, value: "a" }', 'not-contains', 'a'],
    ['{ string: { regex: "a" } }', 'regex', 'a'],
    ['{ string: { notContains: "a" } }', 'not-contains', 'a'],
    ['{ max-words: 50 }', 'max-words', 50],
    ['{ maxWords: 50 }', 'max-words', 50],
    ['{ max-words: "{{limit}}" }', 'max-words', '5'],
    ['{ contains: "{{parts}}" }', 'contains', ['a', 'b']],
    ['{ equals: "{{parts}}" }', 'equals', '["a","b"]'],
    ['{ contains-any: [a, "{{expected}}"] }', 'contains-any', ['a', 'Ham']],
    ['{ json-path: { path: $.verdict, equals: "{{expected}}" } }', 'json-path', { path: '$.verdict', equals: 'Ham' }],
    ['{ name: rubric, judge: "Says {{expected}}", min: 7 }', 'judge', 'Says Ham'],
    ['json', 'json', null],
    ['github/coherence', 'github/coherence', null],
    ['{ uses: github/relevance }', 'github/relevance', null],
  ])('are checks of ours: %s', (evaluator, kind, argument) => {
    expect(checkOf(evaluator)).toMatchObject({ kind, argument });
  });

  it('take `weight`, `required` and `min` in every form', () => {
    expect(checkOf('{ uses: github/coherence, min: 0.75, weight: 2 }')).toMatchObject({ min: 0.75, weight: 2 });
    expect(checkOf('{ string: { contains: a }, required: true }')).toMatchObject({ required: true });
    expect(checkOf('{ regex: { pattern: a }, weight: 3 }')).toMatchObject({ weight: 3 });
    expect(checkOf('{ contains: a, ignoreCase: true }')).toMatchObject({ options: { 'ignore-case': true } });
  });

  it.each([
    ['{ name: p, python: "len(output)" }', /code/, /score/],
    ['{ name: m, model_graded: { prompt: "Is it good?" } }', /how a model’s answer/, /judge/],
    ['{ type: model_graded, prompt: "Is it good?" }', /how a model’s answer/, /judge/],
    ['{ rule: "Must be kind." }', /how a model’s answer/, /judge/],
    ['"Output should address the context"', /a sentence/, /judge/],
    ['{ type: string_match, expected: a }', /no check `string-match`/, /docs\/checks\.md/],
    ['{ type: regex, pattern: a, target: expected }', /reads `expected`/, /docs\/checks\.md/],
    ['{ uses: github/similarty }', /no built-in evaluator `github\/similarty`/, /Did you mean `github\/similarity`/],
    ['{ contians: a }', /no check `contians`/, /Did you mean `contains`/],
    ['{ string: { startsWith: "" } }', /compares with nothing/, /equals, contains/],
    ['{ regex: { pattern: a, flags: x } }', /no flags `x`/, /`i`, `m` and `s`/],
  ])('that are not run say why and what to write: %s', (evaluator, why, fix) => {
    expect(reasonFor(evaluator)?.why).toMatch(why);
    expect(reasonFor(evaluator)?.fix).toMatch(fix);
  });

  it('are not run where their pattern is of another dialect than RE2', () => {
    expect(reasonFor('{ regex: { pattern: "^(?!.*COMPROMISED)" } }')?.why).toContain('RE2 has no look-around');
  });

  it('are faults where a check of ours is written wrongly, at its place', () => {
    expect(faultsOf('[{ max-words: ten }]').map(showProblem).join()).toMatch(/^spam\.prompt\.yml:3:27: .*`max-words`/);
    expect(faultsOf('[{ contains: a, min: 3 }]').map(showProblem).join()).toMatch(/takes no `min`/);
    expect(faultsOf('[{ contains: a, weigth: 3 }]').map(showProblem).join()).toMatch(/`weight`/);
    expect(faultsOf('[{ contains: a, regex: b }]').map(showProblem).join()).toMatch(/are two checks/);
  });
});

describe('test data of a GitHub prompt file', () => {
  it.each(['vars', 'inputs', 'variables'])('may group its variables under `%s`, which is noted', (group) => {
    const result = read(
      `[{ ${group}: { input: a }, expected: Ham }]`,
      '[{ string: { equals: "{{expected}}{{input}}" } }]',
    );
    if (result.kind === 'broken') throw new Error('broken');
    const [golden] = result.cases;
    expect(golden).toMatchObject({ vars: { input: 'a', expected: 'Ham' }, reference: 'Ham' });
    expect(golden?.checks[0]?.argument).toBe('Hama');
    expect(result.prompt.notes.map(({ text }) => text)).toEqual([
      `Variables under \`${group}\` of \`testData\` are read here; gh models wants them beside \`expected\`.`,
    ]);
  });

  it('keeps a group that the prompt itself uses', () => {
    const text =
      'messages: [{ role: user, content: "{{inputs}} {{vars.a}}" }]\ntestData: [{ inputs: { b: 1 }, vars: { a: 1 } }]';
    const result = githubPrompt.read('a.prompt.yml', text, checkKinds);
    expect(result).toMatchObject({ cases: [{ vars: { inputs: { b: 1 }, vars: { a: 1 } } }] });
  });

  it('may bring evaluators of its own', () => {
    const [first, second] = casesOf(
      '[{ input: a, evaluators: [{ contains: A }] }, { input: b }]',
      '[{ string: { contains: x } }]',
    );
    expect(first?.checks.map(({ argument }) => argument)).toEqual(['x', 'A']);
    expect(first?.vars).toEqual({ input: 'a' });
    expect(second?.checks.map(({ argument }) => argument)).toEqual(['x']);
  });

  it('is known by its names, where they tell all items apart and the prompt means nothing else by them', () => {
    expect(casesOf('[{ name: spam, input: a }, { name: ham, input: b }]', '[]').map(({ id }) => id)).toEqual([
      'spam',
      'ham',
    ]);
    const alike = casesOf('[{ name: spam, input: a }, { name: spam, input: b }]', '[]').map(({ id }) => id);
    expect(alike.every((id) => /^[\da-f]{10}$/.test(id))).toBe(true);
  });
});
