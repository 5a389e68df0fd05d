import { describe, expect, it } from 'vitest';
import { showProblem } from '../../../src/core/problem.ts';
import { chat } from '../../../src/formats/prompts/chat.ts';

const messages = [
  { role: 'system', content: 'You help {{name}}.' },
  { role: 'user', content: [{ type: 'text', text: '{{question}}' }] },
];

function faultOf(text: string): string {
  const result = chat.read('prompts/a.json', text, new Map());
  return result.kind === 'broken' ? showProblem(result.problems[0]) : 'read';
}

describe('chats in JSON and YAML', () => {
  it('are a list of messages, or a map with messages, model and parameters', () => {
    const list = chat.read('prompts/a.json', JSON.stringify(messages), new Map());
    const tools = [{ type: 'function', function: { name: 'f' } }];
    const map = chat.read(
      'prompts/a.json',
      JSON.stringify({ model: 'm', temperature: 0, tools, stream: true, title: 'x', messages }),
      new Map(),
    );
    if (list.kind === 'broken' || map.kind === 'broken') throw new Error('not read');
    expect(list.prompt.messages.map(({ content }) => content)).toEqual(['You help {{name}}.', '{{question}}']);
    expect(map.prompt).toMatchObject({
      model: 'm',
      params: { temperature: 0, tools },
      variables: ['name', 'question'],
    });
    expect(Object.keys(map.prompt.params)).toEqual(['temperature', 'tools']);
  });

  it.each([
    ['a list of messages', 'a.json', JSON.stringify(messages), true],
    ['messages in YAML', 'a.yaml', 'messages:\n  - role: user\n    content: x', true],
    ['a mistyped content', 'a.yaml', '- role: user\n  contnet: x', true],
    ['YAML that is broken', 'a.yaml', '- role: user\n  content: "x', true],
    ['golden cases with turns', 'a.yml', 'cases:\n  - history: [{ role: user, content: x }]', false],
    ['translations', 'a.json', '{"messages": {"hello": "Hallo"}}', false],
    ['a package', 'package.json', '{"name": "x", "version": "1.0.0"}', false],
    ['users with roles', 'a.yml', '- { name: Ann, role: admin }\n- { name: Bob, role: editor, content: }', true],
    ['roles alone', 'a.yml', '- { name: Ann, role: admin }', false],
    ['a schema', 'a.json', '{"properties": {"role": {"type": "string"}, "content": {"type": "string"}}}', false],
    ['a workflow', 'a.yml', 'on: push\njobs: {}', false],
    ['an empty file', 'a.json', '', false],
    ['nothing of JSON', 'a.txt', JSON.stringify(messages), false],
  ])('are recognised in %s, %s', (_, path, text, recognised) => {
    expect(chat.recognises(`prompts/${path}`, text)).toBe(recognised);
  });

  it.each([
    [
      'a role that is none',
      '[{"role": "sytem", "content": "x"}]',
      /^prompts\/a\.json:1:11: `sytem` is no role\. Did you mean `system`\?/,
    ],
    ["a tool's answer", '[{"role": "tool", "content": "x"}]', /`tool` is no role/],
    ['a call of a tool', '[{"role": "assistant", "content": null, "tool_calls": []}]', /tool calls are not read/],
    [
      'a model that is no text',
      '{"model": 3, "messages": [{"role": "user", "content": "x"}]}',
      /^prompts\/a\.json:1:11: `model` must be a text/,
    ],
    ['no messages', '{"messages": []}', /no messages/],
    ['JSON cut short', '[{"role": "user", "content": "x"', /Not readable as JSON/],
  ])('are told to be broken by %s', (_, text, message) => {
    expect(faultOf(text)).toMatch(message);
  });
});
