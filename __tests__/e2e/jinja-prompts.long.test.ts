import { describe, expect, it } from 'vitest';
import { LocalShop } from '../support/local-shop.ts';
import { reviewEdit } from '../support/review-edit.ts';
import { runCli } from '../support/run-cli.ts';

const template = `You help {{ company }}.
{% if tools %}
Tools:
{% for tool in tools %}
- {{ tool.name | upper }}{{ "," if not loop.last }}
{% endfor %}
{% endif %}
{{ question | default("Ask something.") }}
`;
const cases = `cases:
  - vars: { company: Acme, question: One, tools: [{ name: search }, { name: mail }] }
    checks: [contains: yes]
  - vars: { company: Acme, tools: [] }
    checks: [contains: yes]
`;
/** What Python's jinja2 3.1.6 makes of it. */
const rendered = ['You help Acme.\n\nTools:\n\n- SEARCH,\n\n- MAIL\n\n\nOne', 'You help Acme.\n\nAsk something.'];

describe('a Jinja prompt', () => {
  it.each(['prompts/help.j2', 'prompts/help.md.j2', 'prompts/help.md', 'prompts/help.txt'])(
    'is asked as Python renders it: %s',
    async (path) => {
      const { asked, report } = await reviewEdit(
        { [path]: template, 'prompts/help.cases.yml': cases },
        { [path]: template.replace('You help', 'You serve') },
      );
      for (const text of rendered) {
        expect(asked).toContainEqual([`user: ${text}`]);
        expect(asked).toContainEqual([`user: ${text.replace('You help', 'You serve')}`]);
      }
      expect(asked).toHaveLength(4);
      expect(report.prompts[0].path).toBe(path);
    },
  );

  it('is one where the config says so', async () => {
    const { asked } = await reviewEdit(
      {
        'promptgate.yml': 'templates: [{ paths: ["prompts/*.md"], engine: jinja }]\n',
        'prompts/a.md': 'Hi {{ name }}{{- mark or "!" }}',
        'prompts/a.cases.yml': 'cases: [{ vars: { name: Ann }, checks: [contains: yes] }]\n',
      },
      { 'prompts/a.md': 'Hello {{ name }}{{- mark or "!" }}' },
    );
    expect(asked).toEqual([['user: Hello Ann!'], ['user: Hi Ann!']]);
  });

  it('has the line feeds of its own environment where the config says so, and else a note on them', async () => {
    const files = { 'prompts/help.j2': template, 'prompts/help.cases.yml': cases };
    const edit = { 'prompts/help.j2': template.replace('You help', 'You serve') };
    const plain = await reviewEdit(files, edit);
    const line = 'templates: [{ paths: ["prompts/help.j2"], engine: jinja, trim-blocks: true, lstrip-blocks: true }]';
    expect(JSON.stringify(plain.report.prompts[0].notes).split('trim_blocks')).toHaveLength(2);
    expect(plain.report.prompts[0].notes.join('\n')).toContain(line);
    const ruled = await reviewEdit({ ...files, 'promptgate.yml': `${line}\n` }, edit);
    // What Python's jinja2 3.1.6 makes of it with `trim_blocks` and `lstrip_blocks`.
    expect(ruled.asked).toContainEqual(['user: You help Acme.\nTools:\n- SEARCH,\n- MAIL\nOne']);
    expect(ruled.asked).toContainEqual(['user: You help Acme.\nAsk something.']);
    expect(JSON.stringify(ruled.report)).not.toContain('trim_blocks');
  });

  it('that cannot be rendered is invalid in its own row, by line and reason, and the others are reviewed', async () => {
    const broken = 'Fine.\n\n{{ user.name }} and {{ question }}\n';
    const { asked, report, status } = await reviewEdit(
      {
        'prompts/bad.j2': 'Fine. {{ question }}\n',
        'prompts/bad.cases.yml': 'cases: [{ id: one, vars: { question: A }, checks: [contains: yes] }]\n',
        'prompts/good.j2': 'Good {{ question }}\n',
        'prompts/good.cases.yml': 'cases: [{ vars: { question: B }, checks: [contains: yes] }]\n',
      },
      { 'prompts/bad.j2': broken, 'prompts/good.j2': 'Better {{ question }}\n' },
    );
    expect(asked).toEqual([['user: Better B'], ['user: Good B']]);
    expect(report.verdict).toBe('invalid');
    expect(status).toBe(2);
    expect(JSON.stringify(report)).toContain("the case `one`: 'user' is undefined");
    expect(JSON.stringify(report)).toContain('"line":3');
  });

  it('with an unclosed tag is invalid, and one that is mended is reviewed', async () => {
    const files = {
      'prompts/a.j2': 'Hi {% if name %}{{ name }}\n',
      'prompts/a.cases.yml': 'cases: [{ vars: { name: Ann }, checks: [contains: yes] }]\n',
    };
    const mended = await reviewEdit(files, { 'prompts/a.j2': 'Hi {% if name %}{{ name }}{% endif %}\n' });
    expect(mended.asked).toEqual([['user: Hi Ann']]);
    const worse = await reviewEdit(files, { 'prompts/a.j2': 'Hi\n{% if name %}{{ name }}\n' });
    expect(worse.report.verdict).toBe('invalid');
    expect(JSON.stringify(worse.report)).toContain('`endif` is missing at the end');
  });
});

describe('a Jinja prompt that takes in other templates', () => {
  const files = {
    'llm/prompts/agent/help.j2':
      "{% extends 'base.j2' %}{% from 'parts/marks.j2' import shout %}{% block body %}{% include './parts/rules.j2' %}{{ shout(question) }}{% endblock %}",
    'llm/prompts/base.j2': 'You help {{ company }}.\n{% block body %}{% endblock %}\n',
    'llm/prompts/parts/rules.j2': 'Rule for {{ company }}: be kind.\n',
    'llm/prompts/parts/marks.j2': '{% macro shout(text) %}{{ text | upper }}!{% endmacro %}',
    'llm/prompts/agent/help.cases.yml':
      'cases: [{ vars: { company: Acme, question: one }, checks: [contains: yes] }]\n',
  };

  it('is asked with them as each side has them, and a change of one of them is a change of the prompt alone', async () => {
    const { asked, report, status } = await reviewEdit(
      files,
      {
        'llm/prompts/parts/rules.j2': 'Rule for {{ company }}: be strict.\n',
      },
      [{ reply: () => 'yes' }],
    );
    expect(asked).toEqual([
      ['user: You help Acme.\nRule for Acme: be kind.ONE!'],
      ['user: You help Acme.\nRule for Acme: be strict.ONE!'],
    ]);
    expect([status, report.unreviewed]).toEqual([0, []]);
    expect(report.prompts.map(({ path, change }: { path: string; change: string }) => [path, change])).toEqual([
      ['llm/prompts/agent/help.j2', 'dependency'],
    ]);
    expect(report.prompts[0].through).toEqual([
      { path: 'llm/prompts/parts/rules.j2', diff: expect.stringContaining('+Rule for {{ company }}: be strict.') },
    ]);
  });

  it.each([
    [
      'is not there',
      { 'llm/prompts/base.j2': "{% include 'gone.j2' %}{{ company }}{{ question }}" },
      'the template `gone.j2` is not found',
      { file: 'llm/prompts/base.j2', line: 1 },
    ],
    [
      'takes itself in',
      { 'llm/prompts/parts/rules.j2': "{{ company }}\n{% include 'parts/rules.j2' %}" },
      '`parts/rules.j2` takes itself in more than 100 times deep',
      { file: 'llm/prompts/parts/rules.j2', line: 2 },
    ],
    [
      'extends itself',
      { 'llm/prompts/base.j2': "{% extends 'base.j2' %}{{ company }}{{ question }}" },
      '`base.j2` extends itself',
      { file: 'llm/prompts/base.j2', line: 1 },
    ],
  ])('is invalid in its own row where one %s', async (_, edit, why, at) => {
    const { asked, report } = await reviewEdit(files, edit);
    expect([report.verdict, asked]).toEqual(['invalid', []]);
    expect(report.prompts[0].problems[0].what).toContain(why);
    expect(report.prompts[0].problems[0].at).toMatchObject(at);
  });

  it('is not a prompt to `cases check` and `init` beside the one that takes it in', async () => {
    const shop = new LocalShop(files);
    try {
      const checked = JSON.parse((await runCli(shop.folder, ['cases', 'check', '--json'])).stdout);
      expect(checked.prompts.map(({ path }: { path: string }) => path)).toEqual(['llm/prompts/agent/help.j2']);
      expect((await runCli(shop.folder, ['init', '--dry-run'])).stdout).toContain('One prompt found.');
    } finally {
      shop.remove();
    }
  });
});
