import { describe, expect, it } from 'vitest';
import { reviewEdit } from '../support/review-edit.ts';

const casesOf = (name: string, values: readonly string[]): string =>
  `cases:\n${values.map((value) => `  - { vars: { ${name}: ${value} }, checks: [contains: yes] }`).join('\n')}\n`;
const yes = [{ when: 'Good', reply: () => 'yes' }, { reply: () => 'no' }];

describe('a text that code joins with more', () => {
  it('is one message with it where the config or its front matter says so, and the user’s turn stays its own', async () => {
    const line = (path: string, role: string, append: string) =>
      `  - { paths: ["${path}"], role: ${role}, append: "\\n\\n${append}" }\n`;
    const { asked, report } = await reviewEdit(
      {
        'promptgate.yml': `roles:\n${line('prompts/sum.txt', 'user', '{{text}}')}${line('prompts/sys.md', 'system', 'Known: {{facts}}')}`,
        'prompts/sum.txt': 'Good sum of {"a": 1}.\n',
        'prompts/sum.cases.yml': casesOf('text', ['One', 'Two']),
        'prompts/sys.md': 'Good desk for {name}.\n',
        'prompts/sys.cases.yml':
          'cases: [{ vars: { name: Ann, facts: "30 days {name}", question: Late? }, checks: [contains: yes] }]\n',
        'prompts/own.md': '---\nrole: user\nprepend: "{{text}}\\n---\\n"\n---\nGood end.\n',
        'prompts/own.cases.yml': casesOf('text', ['One']),
      },
      {
        'prompts/sum.txt': 'Bad sum of {"a": 1}.\n',
        'prompts/sys.md': 'Bad desk for {name}.\n',
        'prompts/own.md': '---\nrole: user\nprepend: "{{text}}\\n---\\n"\n---\nBad end.\n',
      },
    );
    expect(asked).toContainEqual(['user: Bad sum of {"a": 1}.\n\nTwo']);
    expect(asked).toContainEqual(['system: Bad desk for Ann.\n\nKnown: 30 days {name}', 'user: Late?']);
    expect(asked).toContainEqual(['user: One\n---\nBad end.']);
    expect(asked).toHaveLength(8);
    expect(JSON.stringify(report.prompts.map(({ notes }: { notes: string[] }) => notes))).not.toContain('does not use');
  });
});

describe('a prompt that code makes of several texts', () => {
  it('is sent as `messages` of the config put it together: files in one message, and messages that stand in code', async () => {
    const { asked } = await reviewEdit(
      {
        'promptgate.yml': [
          'prompts:',
          '  - name: desk',
          '    messages:',
          '      - { role: system, content: "You work for {{shop}}." }',
          '      - { role: system, files: [bot/rules.md, bot/tone.md], join: "\\n--\\n", append: "\\nKnown: {{facts}}" }',
          '      - { role: user, content: "{{question}}" }',
          '',
        ].join('\n'),
        'bot/rules.md': 'Good rules of {name}.\n',
        'bot/tone.md': 'Be kind.\n',
        'bot/desk.cases.yml':
          'cases: [{ vars: { shop: Acme, name: Ann, facts: F, question: Late? }, checks: [contains: yes] }]\n',
      },
      { 'bot/tone.md': 'Be rude.\n' },
    );
    const made = (tone: string) => [
      'system: You work for Acme.',
      `system: Good rules of Ann.\n--\n${tone}\nKnown: F`,
      'user: Late?',
    ];
    expect(asked).toEqual([made('Be kind.'), made('Be rude.')]);
  });
});

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
      notes: expect.arrayContaining([
        'It is compared with `prompts/extract/v1.9.0.txt`, the version that it succeeds.',
      ]),
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

describe('a text that lines such as `SYSTEM:` divide', () => {
  const divided = '# support@v1\nSYSTEM:\nGood manners.\n\nUSER:\nAsked: {question}\n';
  const files = { 'prompts/support.txt': divided, 'prompts/support.cases.yml': casesOf('question', ['One']) };
  const edit = { 'prompts/support.txt': divided.replace('Good', 'Bad') };

  it('is sent as one text, which is said with what to write', async () => {
    const { asked, report } = await reviewEdit(files, edit, yes);
    expect(asked).toContainEqual([`user: ${divided.trim().replace('{question}', 'One')}`]);
    expect(report.prompts[0].notes[0]).toContain('it is sent as one message');
    expect(report.prompts[0].notes[0]).toContain('role: turns');
  });

  it.each([
    ['a prompt', files],
    [
      'a prompt that a promptfoo config names',
      {
        'prompts/support.txt': divided,
        'promptfooconfig.yaml':
          'prompts: [file://prompts/support.txt]\ntests: [{ vars: { question: One }, assert: [{ type: contains, value: yes }] }]\n',
      },
    ],
  ])('is sent as its turns where `roles` says so: %s', async (_, own) => {
    const config = 'roles: [{ paths: ["prompts/*.txt"], role: turns }]\n';
    const { asked, report } = await reviewEdit({ ...own, 'promptgate.yml': config }, edit, yes);
    expect(asked).toEqual([
      ['system: Bad manners.', 'user: Asked: One'],
      ['system: Good manners.', 'user: Asked: One'],
    ]);
    expect(report.verdict).toBe('regressed');
  });
});

describe('a prompt of a promptfoo config that is written for another program', () => {
  it('has its `{name}` filled by the tests’ values, and says that promptfoo would not', async () => {
    const { asked, report } = await reviewEdit(
      {
        'prompts/extract.txt': 'Good. As {"a": 1}: {data}\n',
        'promptfooconfig.yaml':
          'prompts: [file://prompts/extract.txt]\ntests: [{ vars: { data: One }, assert: [{ type: contains, value: yes }] }]\n',
      },
      { 'prompts/extract.txt': 'Better. As {"a": 1}: {data}\n' },
      yes,
    );
    expect(asked).toEqual([['user: Better. As {"a": 1}: One'], ['user: Good. As {"a": 1}: One']]);
    expect(report.prompts[0].notes).toContainEqual(expect.stringContaining('would send `{data}` as written'));
  });
});

describe('what is written in few repositories', () => {
  it('reads a TOML map of a system text and a user’s, with its cases by key', async () => {
    const map = (manners: string): string =>
      `version = "1"\n[desk]\nsystem = "${manners} manners in all."\nuser = """\nAsked: {question}\n"""\n`;
    const { asked, report } = await reviewEdit(
      { 'prompts/texts.toml': map('Good'), 'prompts/texts.desk.cases.yml': casesOf('question', ['One']) },
      { 'prompts/texts.toml': map('Bad') },
      yes,
    );
    expect(asked).toEqual([
      ['system: Bad manners in all.', 'user: Asked: One'],
      ['system: Good manners in all.', 'user: Asked: One'],
    ]);
    expect(report.prompts.map(({ path }: { path: string }) => path)).toEqual(['prompts/texts.toml#desk']);
  });

  it('compares a prompt with the one that its front matter names as `successor-of`, by that one’s cases', async () => {
    const { asked, report } = await reviewEdit(
      { 'prompts/old/sum.md': 'Good {{text}}\n', 'prompts/old/sum.cases.yml': casesOf('text', ['One']) },
      { 'prompts/digest.md': '---\nsuccessor-of: prompts/old/sum.md\n---\nBad {{text}}\n' },
      yes,
    );
    expect(asked).toEqual([['user: Bad One'], ['user: Good One']]);
    expect(report.prompts[0]).toMatchObject({ path: 'prompts/digest.md', previousPath: 'prompts/old/sum.md' });
    expect(report.verdict).toBe('regressed');
  });

  it.each([
    [
      'JSON',
      'json',
      (text: string) =>
        JSON.stringify([
          { role: 'system', content: text },
          { role: 'user', content: 'Say %(data)s' },
        ]),
    ],
    [
      'YAML',
      'yaml',
      (text: string) => `- { role: system, content: "${text}" }\n- { role: user, content: "Say %(data)s" }\n`,
    ],
  ])('fills `%(name)s` inside a chat in %s', async (_, ending, chat) => {
    const { asked } = await reviewEdit(
      {
        [`prompts/chat.${ending}`]: chat('Good %(data)s, 100%% sure.'),
        'prompts/chat.cases.yml': casesOf('data', ['One']),
      },
      { [`prompts/chat.${ending}`]: chat('Bad %(data)s, 100%% sure.') },
      yes,
    );
    expect(asked).toEqual([
      ['system: Bad One, 100% sure.', 'user: Say One'],
      ['system: Good One, 100% sure.', 'user: Say One'],
    ]);
  });

  it('lets the role of front matter win over `roles`, and `roles` over the name', async () => {
    const { asked } = await reviewEdit(
      {
        'promptgate.yml': 'roles: [{ paths: ["prompts/**"], role: developer }]\n',
        'prompts/a.md': '---\nrole: system\n---\nGood.\n',
        'prompts/a.cases.yml': casesOf('question', ['One']),
        'prompts/system.md': 'Fine.\n',
        'prompts/system.cases.yml': casesOf('question', ['Two']),
      },
      { 'prompts/a.md': '---\nrole: system\n---\nBad.\n', 'prompts/system.md': 'Worse.\n' },
      yes,
    );
    expect(asked).toContainEqual(['system: Bad.', 'user: One']);
    expect(asked).toContainEqual(['developer: Worse.', 'user: Two']);
  });
});
