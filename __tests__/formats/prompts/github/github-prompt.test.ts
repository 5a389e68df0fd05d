import { describe, expect, it } from 'vitest';
import type { CheckKinds } from '../../../../src/core/check-kind.ts';
import { showProblem } from '../../../../src/core/problem.ts';
import { githubPrompt } from '../../../../src/formats/prompts/github/github-prompt.ts';
import { checkKinds } from '../../../../src/scorers/index.ts';

/** Only the kinds that score text: what comes of evaluators that need a judge where there is none. */
const textKinds: CheckKinds = new Map(
  ['equals', 'contains', 'starts-with', 'ends-with'].flatMap((name) => {
    const kind = checkKinds.get(name);
    return kind === undefined ? [] : [[name, kind]];
  }),
);

function read(text: string, kinds = textKinds) {
  const result = githubPrompt.read('shop.prompt.yml', text, kinds);
  if (result.kind === 'broken') throw new Error(result.problems.map(showProblem).join('\n'));
  return result;
}

function faultOf(text: string): string {
  const result = githubPrompt.read('shop.prompt.yml', text, textKinds);
  return result.kind === 'broken' ? result.problems.map(showProblem).join('\n') : 'read';
}

const shop = `name: Shop support
description: Answers customers
model: openai/gpt-5.6-luna
modelParameters:
  temperature: 0.2
  topP: 0.9
  maxTokens: 400
messages:
  - role: system
    content: You help customers of {{shop}}.
  - role: User
    content: "{{ question }} {{plan.name}}"
testData:
  - shop: Acme
    question: Can I return it?
    expected: Within 30 days.
  - shop: Acme
    question: 42
evaluators:
  - name: mentions days
    string:
      contains: 30 Days
  - name: polite
    uses: github/coherence
`;

describe("GitHub's prompt files", () => {
  it('are known by `messages` in a file of their name, or by keys only they have', () => {
    expect(githubPrompt.recognises('a.prompt.yml', 'messages: []')).toBe(true);
    expect(githubPrompt.recognises('a.prompt.yml', 'mesages: []')).toBe(true);
    expect(githubPrompt.recognises('a.prompt.yml', 'testData: []')).toBe(true);
    expect(githubPrompt.recognises('a.prompt.yml', 'system: You help.\ntemplate: x')).toBe(false);
    expect(githubPrompt.recognises('a.prompt.yml', '- input: a\n  expected: b')).toBe(false);
    expect(githubPrompt.recognises('prompts/a.yml', 'messages: []\ntestData: []')).toBe(true);
    expect(githubPrompt.recognises('prompts/a.yml', 'messages: []')).toBe(false);
    expect(githubPrompt.recognises('a.prompt.yml', '_type: prompt\ntemplate: x')).toBe(false);
  });

  it('give messages, model and parameters by the names of the API', () => {
    const { prompt } = read(shop);
    expect(prompt).toMatchObject({
      model: 'openai/gpt-5.6-luna',
      params: { temperature: 0.2, top_p: 0.9, max_tokens: 400 },
      variables: ['shop', 'question', 'plan.name'],
    });
    expect(prompt.messages.map(({ role }) => role)).toEqual(['system', 'user']);
  });

  it('fill their templates and tell what is unknown', () => {
    const { prompt } = read(shop);
    const { messages, unknown } = githubPrompt.render(prompt, { shop: 'Acme', question: 42 });
    expect(messages.map(({ content }) => content)).toEqual(['You help customers of Acme.', '42 {{plan.name}}']);
    expect(unknown).toEqual(['plan.name']);
  });

  it('give a case for each item of test data, the expected text its reference', () => {
    const { cases } = read(shop);
    expect(cases.map(({ vars, reference, at }) => [vars['question'], reference, at.line])).toEqual([
      ['Can I return it?', 'Within 30 days.', 14],
      [42, undefined, 17],
    ]);
    expect(cases[0]?.checks).toMatchObject([
      { kind: 'contains', name: 'mentions days', argument: '30 Days', options: { 'ignore-case': true } },
    ]);
  });

  it('make a case unscored, by name and line, where an evaluator cannot be run', () => {
    const [golden] = read(shop).cases;
    expect(golden?.notRun).toMatchObject([
      { name: 'polite', at: { line: 23, column: 5 }, why: 'there is no built-in evaluator `github/coherence`' },
    ]);
  });

  it.each([
    ['{ equals: A, contains: B }', 'equals', {}],
    ['{ endsWith: D, startsWith: C, contains: B }', 'contains', { 'ignore-case': true }],
    ['{ endsWith: D, startsWith: C }', 'starts-with', { 'ignore-case': true }],
    ['{ equals: "", endsWith: D }', 'ends-with', { 'ignore-case': true }],
  ])('run of %s one operator, %s, as gh models does', (string, kind, options) => {
    const { cases, prompt } = read(
      `messages: [{ role: user, content: x }]\ntestData: [{ a: 1 }]\nevaluators: [{ name: n, string: ${string} }]`,
    );
    expect(cases[0]?.checks).toMatchObject([{ kind, options }]);
    expect(prompt.notes.length).toBe((string.match(/:/g) ?? []).length - 1 - Number(string.includes('""')));
  });

  it('take model and parameters from the `config` of a dialect, and tell what of it is not sent', () => {
    const { prompt } = read(
      'config: { model: gpt-5.6-sol, temperature: 0.5, max_tokens: 900, format: json }\nmessages: [{ role: user, content: x }]',
    );
    expect(prompt).toMatchObject({ model: 'gpt-5.6-sol', params: { temperature: 0.5, max_tokens: 900 } });
    expect(prompt.notes.map(({ text }) => text)).toEqual(['`format` of `config` is not sent.']);
  });

  it('send a JSON schema as the API has it', () => {
    const schema = '{"name": "reply", "strict": true, "schema": {"type": "object"}}';
    const { prompt } = read(
      `messages: [{ role: user, content: x }]\nresponseFormat: json_schema\njsonSchema: '${schema}'`,
    );
    expect(prompt.params).toEqual({ response_format: { type: 'json_schema', json_schema: JSON.parse(schema) } });
  });

  it.each([
    ['no messages', 'name: x', /^shop\.prompt\.yml:1:1: `messages` must be a list, not nothing/],
    [
      'a mistyped key',
      'mesages: [{ role: user, content: x }]',
      /^shop\.prompt\.yml:1:1: The prompt has no `messages`, but `mesages`\. Rename it/,
    ],
    [
      'a role that is none',
      'messages:\n  - role: usr\n    content: x',
      /^shop\.prompt\.yml:2:11: `usr` is no role\. Did you mean `user`\?/,
    ],
    [
      'a message without content',
      'messages:\n  - role: user\n    contnet: x',
      /^shop\.prompt\.yml:2:5: This message has no `content`\. `contnet` looks like it/,
    ],
    ['YAML that is none', 'messages: [', /Not readable as YAML/],
    [
      'parameters that are none',
      'messages: [{ role: user, content: x }]\nmodelParameters: 3',
      /^shop\.prompt\.yml:2:18: `modelParameters` must be a map/,
    ],
    [
      'a schema that is missing',
      'messages: [{ role: user, content: x }]\nresponseFormat: json_schema',
      /needs a `jsonSchema`/,
    ],
    [
      'a schema that is no JSON',
      'messages: [{ role: user, content: x }]\nresponseFormat: json_schema\njsonSchema: "{"',
      /^shop\.prompt\.yml:3:13: `jsonSchema` is no JSON object/,
    ],
    [
      'an unknown response format',
      'messages: [{ role: user, content: x }]\nresponseFormat: json',
      /`json` is no `responseFormat`/,
    ],
    ['test data that is no map', 'messages: [{ role: user, content: x }]\ntestData: [x]', /must be a map, not a text/],
    [
      'an evaluator of nothing',
      'messages: [{ role: user, content: x }]\nevaluators: [{ name: n }]',
      /says nothing to evaluate/,
    ],
    [
      'a text evaluator of nothing',
      'messages: [{ role: user, content: x }]\nevaluators: [{ name: n, string: { containss: x } }]',
      /Did you mean `contains`\?/,
    ],
    [
      'the same test twice',
      'messages: [{ role: user, content: x }]\ntestData: [{ a: 1 }, { a: 1 }]',
      /is there already/,
    ],
    ['a list', '- role: user', /must be a map, not a list/],
  ])('are told to be broken by %s', (_, text, message) => {
    expect(faultOf(text)).toMatch(message);
  });
});

it('send parameters that stand beside `messages` too, and say where the format has them', () => {
  const { prompt } = read(
    'temperature: 0.3\ntools: [{ type: function, function: { name: get_order } }]\nteam: support\nmodelParameters: { temperature: 0.2 }\nmessages: [{ role: user, content: x }]',
  );
  expect(prompt.params).toEqual({ temperature: 0.2, tools: [{ type: 'function', function: { name: 'get_order' } }] });
  expect(prompt.notes.map(({ text, at }) => [text.slice(0, 16), at?.line])).toEqual([
    ['`temperature` is', 1],
    ['`tools` is sent,', 2],
  ]);
});
