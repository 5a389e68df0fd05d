import { describe, expect, it } from 'vitest';
import { reviewEdit } from '../support/review-edit.ts';

const casesOf = (name: string, values: readonly string[]): string =>
  `cases:\n${values.map((value) => `  - { vars: { ${name}: ${value} }, checks: [contains: yes] }`).join('\n')}\n`;
const yes = [{ when: 'Good', reply: () => 'yes' }, { reply: () => 'no' }];

describe('a static system prompt in a file of its own', () => {
  it('is sent as the system message, with the case’s question as the user’s', async () => {
    const { report, asked } = await reviewEdit(
      { 'prompts/system.md': 'Good manners.\n', 'prompts/system.cases.yml': casesOf('question', ['One', 'Two']) },
      { 'prompts/system.md': 'Bad manners.\n' },
      yes,
    );
    expect(asked).toContainEqual(['system: Good manners.', 'user: One']);
    expect(asked).toContainEqual(['system: Bad manners.', 'user: Two']);
    expect(asked).toHaveLength(4);
    expect(report.verdict).toBe('regressed');
  });

  it('takes the user’s turn from `user`, after the turns that came before', async () => {
    const cases = `defaults: { user: "Q: {{question}}" }
cases:
  - vars: { question: One, tone: kind }
    history: [{ role: user, content: Hi }, { role: assistant, content: Hello }]
    checks: [contains: yes]
`;
    const { asked } = await reviewEdit(
      { 'prompts/support_system.txt': 'Good. Be {{tone}}.\n', 'prompts/support_system.cases.yml': cases },
      { 'prompts/support_system.txt': 'Better. Be {{tone}}.\n' },
    );
    expect(asked).toContainEqual(['system: Better. Be kind.', 'user: Hi', 'assistant: Hello', 'user: Q: One']);
  });

  it('keeps its role by the config, whatever its name', async () => {
    const { asked } = await reviewEdit(
      {
        'promptgate.yml': 'roles: [{ paths: ["prompts/tone.md"], role: developer }]\n',
        'prompts/tone.md': 'Good.\n',
        'prompts/tone.cases.yml': casesOf('text', ['One']),
      },
      { 'prompts/tone.md': 'Better.\n' },
    );
    expect(asked).toContainEqual(['developer: Better.', 'user: One']);
  });

  it('does not get back as a turn the variable that an edit took out of its template', async () => {
    const { asked } = await reviewEdit(
      { 'prompts/answer.md': 'Good {{question}}\n', 'prompts/answer.cases.yml': casesOf('question', ['One']) },
      { 'prompts/answer.md': 'Better\n' },
    );
    expect(asked).toContainEqual(['user: Better']);
  });
});

describe('a template that is not of double braces', () => {
  it.each([
    ['{data}', 'Good {data} as {{"a": 1}}.', 'Good One as {"a": 1}.'],
    ['{data} beside JSON', 'Good {data} as {"a": 1}.', 'Good One as {"a": 1}.'],
    ['${data}', 'Good ${data}.', 'Good One.'],
    ['$data', 'Good $data for $5.', 'Good One for $5.'],
    ['%(data)s', 'Good %(data)s.', 'Good One.'],
  ])('is filled where its cases know the name: %s', async (_, template, sent) => {
    const { asked } = await reviewEdit(
      { 'prompts/extract.txt': `${template}\n`, 'prompts/extract.cases.yml': casesOf('data', ['One']) },
      { 'prompts/extract.txt': `${template} Be brief.\n` },
    );
    expect(asked).toContainEqual([`user: ${sent}`]);
    expect(asked).toContainEqual([`user: ${sent} Be brief.`]);
  });

  it('is filled by the engine that the config names', async () => {
    const { asked } = await reviewEdit(
      {
        'promptgate.yml': 'templates: [{ paths: ["prompts/**"], engine: none }]\n',
        'prompts/extract.txt': 'Good {{data}}\n',
        'prompts/extract.cases.yml': `cases: [{ vars: { data: One }, user: "{{data}}", checks: [contains: yes] }]\n`,
      },
      { 'prompts/extract.txt': 'Better {{data}}\n' },
    );
    expect(asked).toContainEqual(['system: Better {{data}}', 'user: One']);
  });

  it('is never asked half-rendered: markers of another language leave the prompt unreviewed, by line', async () => {
    const { asked, report, status } = await reviewEdit(
      { 'prompts/a.md': 'Hello\nSay {{x}}\n', 'prompts/a.cases.yml': casesOf('x', ['One']) },
      { 'prompts/a.md': 'Hello\nSay {{x}} {% if y %}yes{% endif %}\n' },
    );
    expect(asked).toEqual([]);
    expect([status, report.verdict]).toEqual([0, 'unreviewed']);
    expect(report.unreviewed).toEqual([
      { path: 'prompts/a.md', why: 'template', detail: expect.stringContaining('line 2: `{% if y %}` is Jinja') },
    ]);
  });
});
