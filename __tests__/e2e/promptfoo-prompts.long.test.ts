import { describe, expect, it } from 'vitest';
import { LocalShop } from '../support/local-shop.ts';
import { reviewEdit } from '../support/review-edit.ts';
import { runCli } from '../support/run-cli.ts';

const yes = [{ when: 'Good', reply: () => 'yes' }, { reply: () => 'no' }];
const test = 'tests: [{ vars: { q: One }, assert: [{ type: contains, value: yes }] }]\n';
const pathsOf = (report: { readonly prompts: readonly { readonly path: string }[] }): readonly string[] =>
  report.prompts.map(({ path }) => path);

describe('a prompt that a promptfoo config names', () => {
  it('is reviewed where it is written in the config itself, old and new paired by label', async () => {
    const config = (second: string): string =>
      `prompts:\n  - "Good {{q}}"\n  - { raw: "${second} {{q}}", label: terse }\n${test}`;
    const { asked, report } = await reviewEdit(
      { 'evals/promptfooconfig.support.yaml': config('Good, brief') },
      { 'evals/promptfooconfig.support.yaml': config('Bad, brief') },
      yes,
    );
    expect(asked).toEqual([['user: Bad, brief One'], ['user: Good, brief One']]);
    expect(pathsOf(report)).toEqual(['evals/promptfooconfig.support.yaml#terse']);
    expect(report.verdict).toBe('regressed');
  });

  it('is reviewed where it lies beside a config of any name, though no glob names it', async () => {
    const { asked, report } = await reviewEdit(
      {
        'quality/promptfoo.yaml': `prompts: [file://texts/answer.txt]\nproviders: [openai:gpt-5.6-luna]\n${test}`,
        'quality/texts/answer.txt': 'Good {{q}}\n',
      },
      { 'quality/texts/answer.txt': 'Bad {{q}}\n' },
      yes,
    );
    expect(asked).toEqual([['user: Bad One'], ['user: Good One']]);
    expect(pathsOf(report)).toEqual(['quality/texts/answer.txt']);
  });

  it('is parsed before it is filled where it is YAML or JSON, so that a value of several lines is one', async () => {
    const chat = (word: string) => `- role: system\n  content: ${word} desk\n- role: user\n  content: 'Ask: {{q}}'\n`;
    const { asked } = await reviewEdit(
      {
        'promptfooconfig.yaml':
          'prompts: [file://chat.yaml]\ntests: [{ vars: { q: "One:\\n- \'two\' \\"x\\"" }, assert: [{ type: contains, value: yes }] }]\n',
        'chat.yaml': chat('Good'),
      },
      { 'chat.yaml': chat('Bad') },
      yes,
    );
    const user = 'user: Ask: One:\n- \'two\' "x"';
    expect(asked).toEqual([
      ['system: Bad desk', user],
      ['system: Good desk', user],
    ]);
  });

  it('is asked between the prefix and the suffix of its test', async () => {
    const around = (suffix: string): string =>
      `prompts: [p.txt]\ntests: [{ vars: { q: One }, options: { prefix: "Sir, ", suffix: "${suffix}" }, assert: [{ type: contains, value: yes }] }]\n`;
    const { asked, report } = await reviewEdit(
      { 'promptfooconfig.yaml': around(' ({{q | upper}})'), 'p.txt': 'Good {{q}}' },
      { 'p.txt': 'Bad {{q}}' },
      yes,
    );
    expect(asked).toEqual([['user: Sir, Bad One (ONE)'], ['user: Sir, Good One (ONE)']]);
    expect(report.verdict).toBe('regressed');
  });

  it('is one of several between rulers in its file', async () => {
    const { asked, report } = await reviewEdit(
      { 'promptfooconfig.yaml': `prompts: [p.txt]\n${test}`, 'p.txt': 'Good {{q}}\n---\nGood too {{q}}\n' },
      { 'p.txt': 'Good {{q}}\n---\nBad too {{q}}\n' },
    );
    expect(asked).toEqual([['user: Bad too One'], ['user: Good too One']]);
    expect(pathsOf(report)).toEqual(['p.txt#2']);
  });

  it('is a chat where it is one once it is filled', async () => {
    const chat = (text: string): string =>
      `[{"role": "system", "content": "${text}"}, {"role": "user", "content": {{q}} }]`;
    const { asked } = await reviewEdit(
      {
        'promptfooconfig.yaml': `prompts: [file://chat.json]\ntests: [{ vars: { q: '"One"' }, assert: [{ type: contains, value: yes }] }]\n`,
        'chat.json': chat('Good'),
      },
      { 'chat.json': chat('Bad') },
    );
    expect(asked).toContainEqual(['system: Bad', 'user: One']);
  });

  it('is listed as unreviewed where a script makes it', async () => {
    const { asked, report } = await reviewEdit(
      {
        'promptfooconfig.yaml': `prompts: [file://prompt.py]\n${test}`,
        'prompt.py': 'def make(context): return "Good"\n',
      },
      { 'prompt.py': 'def make(context): return "Bad"\n' },
    );
    expect(asked).toEqual([]);
    expect(report.unreviewed).toMatchObject([{ path: 'prompt.py', why: 'format' }]);
  });

  it('is filled by Nunjucks, with its filters, loops and what is unset', async () => {
    const prompt = (word: string): string =>
      `${word} {{ q | upper }}{% for c in cities %} {{ loop.index }}={{ c }}{% endfor %} [{{ cities }}] [{{ unset }}]\n`;
    const vars = '{ q: one, cities: [Rome, Oslo] }, options: { disableVarExpansion: true }';
    const { asked } = await reviewEdit(
      {
        'promptfooconfig.yaml': `prompts: [p.txt]\ntests: [{ vars: ${vars}, assert: [{ type: contains, value: yes }] }]\n`,
        'p.txt': prompt('Good'),
      },
      { 'p.txt': prompt('Bad') },
    );
    expect(asked).toContainEqual(['user: Bad ONE 1=Rome 2=Oslo [Rome,Oslo] []']);
  });

  it('puts a list of messages in where its prompt dumps them', async () => {
    const vars = '{ messages: [{ role: system, content: Kind }, { role: user, content: Hi }] }';
    const { asked } = await reviewEdit(
      {
        'promptfooconfig.yaml': `prompts: [chat.json]\ntests: [{ vars: ${vars}, assert: [{ type: contains, value: yes }] }]\n`,
        'chat.json': '{{ messages | dump }}',
      },
      { 'chat.json': '{{ messages | dump(1) }}' },
    );
    expect(asked).toEqual([['system: Kind', 'user: Hi']]);
  });

  it('is asked on the config’s models where nobody else names any', async () => {
    const { report } = await reviewEdit(
      { 'promptfooconfig.yaml': `providers: [openai:chat:gpt-9-mini]\nprompts: ["Good {{q}}"]\n${test}` },
      { 'promptfooconfig.yaml': `providers: [openai:chat:gpt-9-mini]\nprompts: ["Better {{q}}"]\n${test}` },
      yes,
      [],
      [],
    );
    expect(report.prompts[0].models.map(({ model }: { model: { new: string } }) => model.new)).toEqual(['gpt-9-mini']);
  });
});

describe('a test without variables', () => {
  const suite = (tests: string): string => `prompts: [p.txt]\ntests:\n${tests}`;
  const bare = '  - { description: bare, assert: [{ type: contains, value: yes }] }\n';
  const full = '  - { vars: { q: One }, assert: [{ type: contains, value: yes }] }\n';

  it('is sent with them empty, as promptfoo sends it', async () => {
    const { asked, report } = await reviewEdit(
      { 'promptfooconfig.yaml': suite(bare + full), 'p.txt': 'Good {{ q | upper }}{% if q %}!{% endif %}' },
      { 'p.txt': 'Bad {{ q | upper }}{% if q %}!{% endif %}' },
      yes,
    );
    expect(asked).toEqual([['user: Bad '], ['user: Bad ONE!'], ['user: Good '], ['user: Good ONE!']]);
    expect(report.unreviewed).toEqual([]);
  });

  it('is set aside by name where neither side can be rendered for it, and the others are reviewed', async () => {
    const { asked, report } = await reviewEdit(
      { 'promptfooconfig.yaml': suite(bare + full), 'p.txt': 'Good {{ q.toUpperCase() }}' },
      { 'p.txt': 'Bad {{ q.toUpperCase() }}' },
      yes,
    );
    expect(asked).toEqual([['user: Bad ONE'], ['user: Good ONE']]);
    expect(report.verdict).toBe('regressed');
    expect(report.unreviewed).toMatchObject([
      { path: 'p.txt', why: 'unrendered', detail: expect.stringMatching(/^1 of 2: bare\. .*undefined or falsey/u) },
    ]);
    expect(report.prompts[0].setAside).toBe(1);
  });

  it('makes the prompt invalid where its new side alone can no longer be rendered', async () => {
    const { asked, report } = await reviewEdit(
      { 'promptfooconfig.yaml': suite(bare + full), 'p.txt': 'Good {{ q }}' },
      { 'p.txt': 'Bad {{ q.toUpperCase() }}' },
      yes,
    );
    expect(asked).toEqual([]);
    expect(report.verdict).toBe('invalid');
  });
});

describe('a picture or sound', () => {
  const parts = (text: string, type = 'video_url'): string =>
    JSON.stringify([
      {
        role: 'user',
        content: [
          { type: 'text', text },
          { type, [type]: { url: '{{q}}' } },
        ],
      },
    ]);

  it('that a message of a chat shows is told in a line, and never sent as text', async () => {
    const { asked, report } = await reviewEdit(
      { 'promptfooconfig.yaml': `prompts: [p.json]\n${test}`, 'p.json': parts('Good') },
      { 'p.json': parts('Bad') },
    );
    expect(asked).toEqual([]);
    expect(report.verdict).toBe('unreviewed');
    expect(report.unreviewed).toMatchObject([
      { path: 'p.json', why: 'not-sent', detail: expect.stringContaining('shows a video in a form that is not sent') },
    ]);
  });

  it('that a variable names is told in a line, and the other tests are reviewed', async () => {
    const { asked, report } = await reviewEdit(
      {
        'promptfooconfig.yaml':
          'prompts: [p.txt]\ntests:\n  - { vars: { q: file://a.wav }, assert: [{ type: contains, value: yes }] }\n  - { vars: { q: One }, assert: [{ type: contains, value: yes }] }\n',
        'p.txt': 'Good {{q}}',
        'a.wav': 'RIFF',
      },
      { 'p.txt': 'Bad {{q}}' },
    );
    expect(asked).toEqual([['user: Bad One'], ['user: Good One']]);
    expect(JSON.stringify(report.notes)).toContain('`a.wav` is sound, which is not sent');
  });

  it('that the variables of all tests name leaves their prompt unreviewed, with what mends that', async () => {
    const shop = new LocalShop({
      'promptfooconfig.yaml':
        'prompts: [p.txt]\ntests:\n  - { vars: { q: file://a.png }, assert: [{ type: contains, value: yes }] }\n',
      'p.txt': 'Good {{q}}',
      'a.png': 'PNG',
    });
    shop.write({ 'p.txt': 'Bad {{q}}' });
    const { stdout, status } = await runCli(shop.folder, ['review', '--models', 'a', '--store', 's.sqlite']);
    shop.remove();
    expect(status).toBe(0);
    expect(stdout.replaceAll(/\s+/gu, ' ')).toContain('it shows what is not sent in some of its cases (1 of 1');
    expect(stdout.replaceAll(/\s+/gu, ' ')).toContain('Give pictures, sounds and files under');
  });

  it('that only the new side shows is at fault: its cases would leave the gate', async () => {
    const { asked, report } = await reviewEdit(
      { 'promptfooconfig.yaml': `prompts: [p.json]\n${test}`, 'p.json': '[{"role": "user", "content": "Good {{q}}"}]' },
      { 'p.json': parts('Bad') },
    );
    expect(asked).toEqual([]);
    expect([report.verdict, report.prompts[0].problems[0].what]).toEqual([
      'invalid',
      expect.stringContaining('shows a video in a form that is not sent'),
    ]);
  });

  it('that a GitHub prompt file shows is told, and its prompt is unreviewed', async () => {
    const file = (text: string): string =>
      `messages:\n  - role: user\n    content:\n      - { type: text, text: ${text} }\n      - { type: input_audio, input_audio: { data: x } }\ntestData: [{ q: a }]\nevaluators: [{ name: says, string: { contains: yes } }]\n`;
    const { asked, report } = await reviewEdit({ 'a.prompt.yml': file('Good') }, { 'a.prompt.yml': file('Bad') });
    expect(asked).toEqual([]);
    expect([report.verdict, report.unreviewed[0].why]).toEqual(['unreviewed', 'not-sent']);
    expect(report.unreviewed[0].detail).toContain('a message shows sound in a form that is not sent.');
  });
});
