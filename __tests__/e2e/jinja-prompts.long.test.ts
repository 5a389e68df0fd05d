import { describe, expect, it } from 'vitest';
import { reviewEdit } from '../support/review-edit.ts';

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
