import { describe, expect, it } from 'vitest';
import { recogniseFormat } from '../../../src/formats/prompts/index.ts';

function fill(path: string, text: string, vars: Record<string, string>): string | undefined {
  const format = recogniseFormat(path, text);
  const read = format?.read(path, text, new Map());
  if (format === undefined || read?.kind !== 'prompt') return undefined;
  const rendered = format.render(read.prompt, vars);
  return rendered.messages.map(({ content }) => content).join('\n');
}

describe('prompts as LangChain saves them', () => {
  it.each([
    ['a.json', '{"_type": "prompt", "input_variables": ["x"], "template": "Say {x} as {{\\"a\\": 1}}."}'],
    ['a.yaml', 'input_variables: [x]\ntemplate: \'Say {x} as {{"a": 1}}.\''],
    ['a.json', '{"template": "Say {{x}} as {\\"a\\": 1}.", "template_format": "mustache"}'],
    ['a.json', '{"template": "Say {% if x %}{{ x }}{% endif %} as {\\"a\\": 1}.", "template_format": "jinja2"}'],
    ['a.json', '{"_type": "prompt", "partial_variables": {}, "template": "Say {x} as {{\\"a\\": 1}}."}'],
  ])('are filled as it fills them: %s %s', (path, text) => {
    expect(fill(`prompts/${path}`, text, { x: 'hello' })).toBe('Say hello as {"a": 1}.');
  });
});
