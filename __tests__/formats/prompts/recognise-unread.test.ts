import { describe, expect, it } from 'vitest';
import { formatNamed, formats, recogniseFormat, recogniseUnread } from '../../../src/formats/prompts/index.ts';

describe('recognising formats', () => {
  it.each([
    ['a.prompt', '---\nmodel: x\n---\n{{role "system"}}', 'Dotprompt'],
    ['a.prompt', '---\nmodel: x\n---\nSystem: {{x}}\nUser: hi', 'LiteLLM'],
    ['a.prompty', '---\n---\nsystem:', 'Prompty'],
    ['a.prompt.md', 'Do ${input:x}', 'a VS Code prompt file'],
    ['a.baml', 'function X()', 'BAML'],
    ['prompts/a.json', '{"_type": "prompt", "template": "{x}"}', 'LangChain'],
    ['prompts/a.yaml', 'template: x\ntemplate_format: handlebars', 'Semantic Kernel'],
    ['prompts/a.j2', '{{ x }}', 'Jinja'],
    ['prompts/a.tmpl', 'x', 'a `.tmpl` file'],
    ['prompts/README.md', '# Prompts', undefined],
    ['prompts/package.json', '{}', undefined],
  ])('names what is not read: %s', (path, text, name) => {
    expect(recogniseFormat(path, text)).toBeUndefined();
    expect(recogniseUnread(path, text)).toBe(name);
  });

  it('finds every format by the name its prompts carry', () => {
    for (const format of formats) expect(formatNamed(format.name)).toBe(format);
  });
});

describe.each(formats)('the format $name', (format) => {
  const hostile = [
    '',
    '\0',
    '\u{feff}',
    '['.repeat(20_000),
    '---\n'.repeat(1000),
    'a: &a [*a]',
    'messages: &m [*m]',
    '{'.repeat(500),
    '\u{d800}',
    '- '.repeat(3000),
  ];

  it.each(hostile.map((text) => [JSON.stringify(text.slice(0, 20)), text]))(
    'takes %s for no prompt or a broken one, and never throws',
    (_, text) => {
      for (const path of ['prompts/a.prompt.yml', 'prompts/a.json', 'prompts/a.txt']) {
        format.recognises(path, text);
        const read = format.read(path, text, new Map());
        if (read.kind === 'broken') expect(read.problems[0].what).toMatch(/\.$/);
        const prompts = read.kind === 'prompts' ? read.prompts : read.kind === 'prompt' ? [read] : [];
        for (const { prompt } of prompts) expect(format.render(prompt, {}).messages.length).toBeGreaterThan(0);
      }
    },
  );
});
