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
      { 'prompts/a.md': 'Hello\nSay {{x}} {% assign y = 1 %}\n' },
    );
    expect(asked).toEqual([]);
    expect([status, report.verdict]).toEqual([0, 'unreviewed']);
    expect(report.unreviewed).toEqual([
      { path: 'prompts/a.md', why: 'template', detail: expect.stringContaining('line 2: `{% assign y = 1 %}` is') },
    ]);
  });
});

describe('a prompt of several files', () => {
  it('is a system prompt with the user’s turn beside it, whichever of them changes', async () => {
    const { asked, report } = await reviewEdit(
      {
        'prompts/support_system.md': 'Good manners.\n',
        'prompts/support_user.md': 'Asked: {{question}}\n',
        'prompts/support_system.cases.yml': casesOf('question', ['One']),
      },
      { 'prompts/support_user.md': 'They ask: {{question}}\n' },
    );
    expect(asked).toEqual([
      ['system: Good manners.', 'user: Asked: One'],
      ['system: Good manners.', 'user: They ask: One'],
    ]);
    expect(report.prompts.map(({ path }: { path: string }) => path)).toEqual(['prompts/support_system.md']);
  });

  it('is what the config puts together, with its cases beside its first file', async () => {
    const { asked, report } = await reviewEdit(
      {
        'promptgate.yml':
          'prompts: [{ name: support, messages: [{ role: system, file: bot/rules.md }, { role: user, file: bot/turn.md }] }]\n',
        'bot/rules.md': 'Good rules.\n',
        'bot/turn.md': 'Asked: {question}\n',
        'bot/support.cases.yml': casesOf('question', ['One']),
      },
      { 'bot/rules.md': 'Better rules.\n' },
    );
    expect(asked).toContainEqual(['system: Better rules.', 'user: Asked: One']);
    expect(report.prompts.map(({ path }: { path: string }) => path)).toEqual(['bot/support']);
  });

  it('that is a new version is compared with the one it succeeds, by its cases', async () => {
    const { asked, report } = await reviewEdit(
      {
        'prompts/extract/v1.9.0.txt': 'Good {{text}}\n',
        'prompts/extract/v1.9.0.cases.yml': casesOf('text', ['One']),
      },
      { 'prompts/extract/v1.10.0.txt': 'Bad {{text}}\n' },
      yes,
    );
    expect(asked).toEqual([['user: Bad One'], ['user: Good One']]);
    expect(report.verdict).toBe('regressed');
    expect(report.prompts[0]).toMatchObject({
      path: 'prompts/extract/v1.10.0.txt',
      previousPath: 'prompts/extract/v1.9.0.txt',
      change: 'modified',
      notes: ['It is compared with `prompts/extract/v1.9.0.txt`, the version that it succeeds.'],
    });
  });
});

describe('a map of texts', () => {
  const map = (greet: string, farewell: string): string =>
    `version: 2\nauthor: Ada\ngreet: ${greet}\nagents:\n  bye:\n    system: ${farewell}\n    user: "To {{question}}"\n`;
  it('is one prompt a key, and only the key that changed is asked', async () => {
    const { asked, report } = await reviewEdit(
      {
        'prompts.yaml': map('Good day to {question}', 'Say a good bye'),
        'prompts.greet.cases.yml': casesOf('question', ['One']),
        'prompts.cases.yml': `defaults: { prompt: agents.bye }\n${casesOf('question', ['Two'])}`,
      },
      { 'prompts.yaml': map('Good day to {question}', 'Say a bad bye') },
    );
    expect(asked).toEqual([
      ['system: Say a bad bye', 'user: To Two'],
      ['system: Say a good bye', 'user: To Two'],
    ]);
    expect(report.prompts.map(({ path }: { path: string }) => path)).toEqual(['prompts.yaml#agents.bye']);
  });

  it('says which key a case names that there is not', async () => {
    const { report } = await reviewEdit(
      {
        'prompts.toml': 'greet = "Good day to {question}"\n',
        'prompts.cases.yml': `defaults: { prompt: great }\n${casesOf('question', ['One'])}`,
      },
      { 'prompts.toml': 'greet = "Bad day to {question}"\n' },
    );
    expect(report.prompts[0].problems[0].what).toBe('`prompts.toml` has no prompt `great`.');
    expect(report.prompts[0].problems[0].fix).toContain('`greet`');
  });
});
