import { expect, it } from 'vitest';
import { reviewEdit } from '../support/review-edit.ts';

const suite = (asserts: string): string => `prompts: [file://p.txt]
tests:
  - description: one
    vars: { q: One }
    assert:
${asserts}`;

it('judges SQL by its dialect and what it may touch', async () => {
  const asserts = `      - { type: is-sql, value: { databaseType: PostgreSQL, allowedTables: ['select::(.*)::users'] } }
      - { type: not-contains-sql, value: { databaseType: TransactSQL } }
`;
  const { report } = await reviewEdit(
    { 'promptfooconfig.yaml': suite(asserts), 'p.txt': 'Good {{q}}' },
    { 'p.txt': 'Bad {{q}}' },
    [
      { when: 'Good', reply: () => "SELECT data->>'name' FROM users" },
      { reply: () => "SELECT data->>'name' FROM orders" },
    ],
  );
  expect([report.verdict, report.notes]).toEqual(['regressed', []]);
  const checksOf = (wanted: string) =>
    report.prompts[0].models[0].cases[0].replies.find(({ side }: { side: string }) => side === wanted).checks;
  expect(checksOf('old').map(({ passed }: { passed: boolean }) => passed)).toEqual([true, true]);
  expect(JSON.stringify(checksOf('new'))).toContain('it may not select::null::orders (a table)');
});

it('loads the parsers of HTML and XML before the first reply is judged by them', async () => {
  const asserts = '      - type: is-html\n      - { type: contains-xml, value: p.b }\n';
  const { report } = await reviewEdit(
    { 'promptfooconfig.yaml': suite(asserts), 'p.txt': 'Good {{q}}' },
    { 'p.txt': 'Bad {{q}}' },
    [{ when: 'Good', reply: () => '<p>Hello <b>Ada</b></p>' }, { reply: () => 'Hello' }],
  );
  expect([report.verdict, report.prompts[0].models[0].passRate]).toEqual(['regressed', { old: 1, new: 0 }]);
});

it('has WordNet’s synonyms where the first reply is judged by meteor', async () => {
  const asserts = '      - { type: meteor, value: the soft sofa, threshold: 0.9 }\n';
  const { report } = await reviewEdit(
    { 'promptfooconfig.yaml': suite(asserts), 'p.txt': 'Good {{q}}' },
    { 'p.txt': 'Bad {{q}}' },
    [{ when: 'Good', reply: () => 'the soft couch' }, { reply: () => 'the soft carpet' }],
  );
  expect([report.verdict, report.prompts[0].models[0].passRate]).toEqual(['regressed', { old: 1, new: 0 }]);
});

it('asks with the tools that the config’s providers have, and holds calls against them', async () => {
  const config = (type: string): string => `prompts: [file://p.txt]
providers:
  - id: openai:chat:gpt-5.6-sol
    config:
      temperature: 0
      tools: [{ type: function, function: { name: refund, parameters: { type: object, required: [id], properties: { id: { type: ${type} } } } } }]
tests: [{ description: one, vars: { q: One }, assert: [{ type: is-valid-openai-tools-call }] }]
`;
  const { report } = await reviewEdit(
    { 'promptfooconfig.yaml': config('string'), 'p.txt': 'Good {{q}}' },
    { 'promptfooconfig.yaml': config('number') },
    [
      {
        when: ({ params }) => params['temperature'] === 0 && JSON.stringify(params['tools']).includes('refund'),
        reply: { text: '', toolCalls: [{ name: 'refund', arguments: '{"id":"A-7"}' }] },
      },
    ],
  );
  const [prompt] = report.prompts;
  expect([report.verdict, prompt.change, prompt.models[0].passRate]).toEqual([
    'regressed',
    'cases',
    { old: 1, new: 0 },
  ]);
  expect(report.notes).toEqual([expect.stringMatching(/^Of `providers` only `temperature`, `tools` is used: /u)]);
  expect(prompt.notes[0]).toContain('The prompt’s tools changed');
});

it('asks the team’s own scorer of what only Python could judge', async () => {
  const scorer = `for (const line of require('node:fs').readFileSync(0, 'utf8').split('\\n').filter(Boolean)) {
  const { given, reply } = JSON.parse(line);
  const least = Number(/> (\\d+)$/.exec(given.value)[1]);
  console.log(JSON.stringify({ score: reply.text.length / 100, pass: reply.text.length > least, reason: given.type }));
}
`;
  const files = {
    'promptgate.yml': 'version: 1\nscorers: { python: { command: ["node", "evals/score.cjs"] } }\n',
    'evals/score.cjs': scorer,
    'promptfooconfig.yaml': suite("      - { type: python, value: 'len(output) > 5' }\n"),
    'p.txt': 'Good {{q}}',
  };
  const { report } = await reviewEdit(files, { 'p.txt': 'Bad {{q}}' }, [
    { when: 'Good', reply: () => 'Certainly' },
    { reply: () => 'No' },
  ]);
  expect([report.verdict, report.notes, report.prompts[0].models[0].passRate]).toEqual([
    'regressed',
    [],
    { old: 1, new: 0 },
  ]);
});

it('gives later tests the reply that a test stores, and names those of which an assertion reads it', async () => {
  const config = `prompts: [file://ask.txt]
tests:
  - { description: draws up, vars: { q: Draw it up }, options: { storeOutputAs: draft }, assert: [{ type: contains, value: Draft }] }
  - { description: mends, vars: { q: Mend it }, assert: [{ type: contains, value: Mended }] }
  - { description: compares, vars: { q: Compare it }, assert: [{ type: not-contains, value: "{{ draft }}" }] }
`;
  const text = (how: string): string => `${how}: {{ q }}. So far: {{ draft }}`;
  const { report, asked } = await reviewEdit(
    { 'promptfooconfig.yaml': config, 'ask.txt': text('Kindly') },
    { 'ask.txt': text('Rudely') },
    [
      { when: 'Draw it up', reply: 'Draft 7' },
      { when: ({ text: said }) => said.includes('Kindly') && said.includes('Draft 7'), reply: 'Mended' },
      { reply: 'No' },
    ],
  );
  expect(asked).toContainEqual(['user: Kindly: Mend it. So far: Draft 7']);
  expect(asked).toContainEqual(['user: Rudely: Mend it. So far: Draft 7']);
  expect(asked).toContainEqual(['user: Rudely: Draw it up. So far: ']);
  const { cases } = report.prompts[0].models[0];
  expect(cases.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
    ['draws up', 'same'],
    ['mends', 'regressed'],
  ]);
  expect(report.unreviewed).toMatchObject([{ why: 'not-run', detail: '1 of 3: compares' }]);
  expect(JSON.stringify(report.notes)).toContain('options.storeOutputAs');
});

it('asks the tests before first where the prompt takes in what was said, each case in a conversation of its own', async () => {
  const turns =
    '{% for turn in _conversation %}{"role": "user", "content": {{ turn.input | dump }} }, {"role": "assistant", "content": {{ turn.output | dump }} },{% endfor %}';
  const chat = (system: string): string =>
    `[{"role": "system", "content": "${system}"}, ${turns} {"role": "user", "content": {{ q | dump }} }]`;
  const config = `prompts: [file://chat.json]
tests:
  - { description: greets, vars: { q: I am Ada }, assert: [{ type: icontains, value: hello }] }
  - { description: remembers, vars: { q: Who am I? }, assert: [{ type: contains, value: Ada }] }
  - { description: elsewhere, vars: { q: Who am I? }, metadata: { conversationId: b }, assert: [{ type: not-contains, value: Ada }] }
`;
  const { report, asked } = await reviewEdit(
    { 'promptfooconfig.yaml': config, 'chat.json': chat('Good') },
    { 'chat.json': chat('Bad') },
    [
      { when: ({ user }) => user === 'I am Ada', reply: 'Hello!' },
      { when: ({ text }) => text.includes('Good') && text.includes('I am Ada'), reply: 'Ada' },
      { reply: 'Who knows' },
    ],
  );
  const spoken = ['user: I am Ada', 'assistant: Hello!', 'user: Who am I?'];
  expect(asked).toContainEqual(['system: Good', ...spoken]);
  expect(asked).toContainEqual(['system: Bad', ...spoken]);
  expect(asked).toContainEqual(['system: Bad', 'user: Who am I?']);
  const { cases } = report.prompts[0].models[0];
  expect(cases.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
    ['greets', 'same'],
    ['remembers', 'regressed'],
    ['elsewhere', 'same'],
  ]);
  expect([report.verdict, report.notes]).toEqual(['regressed', []]);
});
