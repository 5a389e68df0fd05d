import { describe, expect, it } from 'vitest';
import { showProblem } from '../../../src/core/problem.ts';
import { plainText } from '../../../src/formats/prompts/plain-text.ts';

function read(text: string) {
  const result = plainText.read('prompts/a.md', text, new Map());
  if (result.kind === 'broken') throw new Error(result.problems.map(showProblem).join('\n'));
  return result.prompt;
}

function faultOf(text: string): string {
  const result = plainText.read('prompts/a.md', text, new Map());
  return result.kind === 'broken' ? showProblem(result.problems[0]) : 'read';
}

describe('plain text prompts', () => {
  it('are one message of the user, line ends and the file mark aside', () => {
    const prompt = read('\u{feff}You help {{name}}.\r\nBe kind.\r\n\r\n');
    expect(prompt.messages).toEqual([{ role: 'user', content: 'You help {{name}}.\nBe kind.' }]);
    expect(prompt).toMatchObject({ params: {}, variables: ['name'] });
  });

  it('take model, parameters and role from front matter, and leave its other keys alone', () => {
    const prompt = read(
      '---\ntitle: Shop\nmodel: gpt-5.6-sol\ntemperature: 0\nmaxTokens: 9\nrole: system\nparams: { seed: 1, stream: true }\n---\n\nHello\n',
    );
    expect(prompt).toMatchObject({ model: 'gpt-5.6-sol', params: { temperature: 0, max_tokens: 9, seed: 1 } });
    expect(prompt.params).not.toHaveProperty('stream');
    expect(prompt.messages).toEqual([{ role: 'system', content: 'Hello' }]);
    expect(prompt.notes).toEqual([]);
  });

  it('point at a parameter that looks mistyped', () => {
    expect(read('---\ntemprature: 0\n---\nHello').notes).toEqual([
      { text: expect.stringContaining('`temperature`'), at: { file: 'prompts/a.md', line: 2, column: 1 } },
    ]);
  });

  it.each([
    ['a ruler with no second', '---\nHello'],
    ['a text between rulers', '---\nHello\n---\nWorld'],
  ])('keep %s as their text', (_, text) => {
    expect(read(text).messages[0]?.content).toBe(text);
  });

  it.each([
    ['nothing but front matter', '---\nmodel: x\n---\n\n', /The prompt is empty/],
    ['nothing', ' \n', /The prompt is empty/],
    ['front matter that is no YAML', '---\nmodel: [\n---\nHi', /^prompts\/a\.md:\d:\d+: Not readable as YAML/],
    [
      'a role that is none',
      '---\nrole: sytem\n---\nHi',
      /^prompts\/a\.md:2:7: `sytem` is no role of a prompt of one message\. Did you mean `system`\?/,
    ],
  ])('are told to be broken by %s', (_, text, message) => {
    expect(faultOf(text)).toMatch(message);
  });

  it.each([
    ['prompts/README.md', false],
    ['prompts/readme.de.md', false],
    ['prompts/requirements.txt', false],
    ['prompts/LICENSE.txt', false],
    ['prompts/readme-writer.md', true],
    ['prompts/security.md', true],
    ['prompts/a.prompt.md', false],
    ['prompts/a.txt', true],
    ['prompts/a.json', false],
  ])('by name: %s, %s', (path, recognised) => {
    expect(plainText.recognises(path, 'text')).toBe(recognised);
  });
});
