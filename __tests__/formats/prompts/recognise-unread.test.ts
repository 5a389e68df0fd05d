import { describe, expect, it } from 'vitest';
import { formatNamed, formats, recogniseFormat, recogniseUnread } from '../../../src/formats/prompts/index.ts';

describe('recognising formats', () => {
  it.each([
    ['a.prompt', 'model: x\nprompts:\n  system: Help.\n  user: Hi\n', 'DotPrompt for .NET'],
    ['a.prompt', 'Dear {{.Name}}, {{range .Items}}{{.}}{{end}}', 'a Go template'],
    ['a.prompt', '---\ntitle: x\n---\nDear {{ .Name }}', 'a Go template'],
    ['a.baml', 'function X()', 'BAML'],
    ['baml_src/clients.baml', 'client<llm> Fast { provider openai }', undefined],
    ['prompts/a.poml', '<poml></poml>', 'POML'],
    ['prompts/a.json', '{"_type": "few_shot", "examples": "examples.json", "suffix": "{x}"}', 'LangChain'],
    ['prompts/a.yaml', 'input_variables: [x]\ntemplate_path: a.txt', 'LangChain'],
    ['prompts/a.json', '{"_type": "prompt", "template": "{x} {y}", "partial_variables": {"y": ["z"]}}', 'LangChain'],
    ['prompts/a.json', '{"lc": 1, "type": "not_implemented", "id": ["langchain_core", "prompts"]}', 'LangChain'],
    ['prompts/config.json', '{"schema": 1, "execution_settings": {}}', undefined],
    [
      'config/agents.yaml',
      'crew:\n  r:\n    role: Senior of things\n    goal: Find the things\n    backstory: You are old',
      'a crewAI file',
    ],
    [
      'config/a.yaml',
      'agent:\n  templates:\n    system_template: a b c\n    instance_template: a b c',
      'a SWE-agent config',
    ],
    ['a.prompt.yml', 'system: You help them all\ntemplate: Say it to them', 'a prompt file without `messages`'],
    ['evals/a.jsonl', '{"input": [{"role": "user", "content": "x"}], "ideal": "y"}', 'samples of OpenAI Evals'],
    ['prompts/a.hbs', '{{ x }}', 'Handlebars'],
    ['prompts/a.tmpl', 'x', 'a Go template'],
    ['prompts/a.cfg', 'x', 'a `.cfg` file'],
    ['prompts/README.md', '# Prompts', undefined],
    ['prompts/package.json', '{}', undefined],
    ['prompts/Cargo.toml', '[package]\n', undefined],
  ])('names what is not read: %s, %j', (path, text, name) => {
    expect(recogniseFormat(path, text)).toBeUndefined();
    expect(recogniseUnread(path, text)?.name).toBe(name);
    if (name !== undefined) expect(recogniseUnread(path, text)?.fix).toMatch(/\.$/);
  });

  it.each([
    'You are kind.\n',
    'Say {name}.\n',
    '---\nmodel: x\n---\nSay {{x}}.\n',
    'System: few words\n',
    '{"a": {{x}}}',
  ])('takes `.prompt` for plain text where nothing shows another format: %j', (text) => {
    expect(recogniseFormat('a.prompt', text)?.name).toBe('plain text');
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
