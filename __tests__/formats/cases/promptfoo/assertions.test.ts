import { describe, expect, it } from 'vitest';
import { readOneAssertion, readPromptfoo } from '../../../support/read-promptfoo.ts';

const draft07 = 'http://json-schema.org/draft-07/schema#';
const exact = { exact: true };
const folded = { exact: true, 'ignore-case': true };
const spaces = { words: 'white-space' };
const edits = { exact: true, 'all-or-nothing': true };
const bleu = { words: 'white-space', smoothing: 'epsilon' };
const strict = { strict: true };

describe('an assertion of promptfoo', () => {
  it.each<[object, readonly (readonly unknown[])[]]>([
    [{ type: 'equals', value: 7 }, [['equals', '7', exact]]],
    [{ type: 'equals', value: { a: 1 } }, [['json-schema', { $schema: draft07, const: { a: 1 } }, strict]]],
    [{ type: 'equals', value: true }, [['equals', 'true', exact]]],
    [{ type: 'not-equals', value: 'x' }, [['not-equals', 'x', exact]]],
    [{ type: 'contains', value: 'x' }, [['contains', 'x', exact]]],
    [{ type: 'not-icontains', value: 'x' }, [['not-contains', 'x', folded]]],
    [{ type: 'contains-all', value: ['a', 2] }, [['contains', ['a', '2'], exact]]],
    [{ type: 'icontains-any', value: 'a, "b, c",' }, [['contains-any', ['a', 'b, c'], folded]]],
    [{ type: 'not-contains-any', value: ['a', 'b'] }, [['not-contains', ['a', 'b'], exact]]],
    [{ type: 'not-contains-all', value: ['a', 'b'] }, [['contains', ['a', 'b'], exact, 'not']]],
    [{ type: 'starts-with', value: ' ' }, [['starts-with', ' ', exact]]],
    [{ type: 'not-regex', value: '^a+$' }, [['not-regex', '^a+$']]],
    [{ type: 'is-refusal' }, [['refuses', null]]],
    [{ type: 'not-is-refusal' }, [['answers', null]]],
    [{ type: 'is-json' }, [['json', null, strict]]],
    [{ type: 'not-is-json' }, [['not-json', null, strict]]],
    [
      { type: 'not-is-json', value: { type: 'object' } },
      [['not-json-schema', { $schema: draft07, type: 'object' }, strict]],
    ],
    [{ type: 'not-equals', value: [1] }, [['not-json-schema', { $schema: draft07, const: [1] }, strict]]],
    [{ type: 'contains-json' }, [['contains-json', null]]],
    [{ type: 'not-contains-json' }, [['not-contains-json', null]]],
    [{ type: 'contains-json', value: 'type: object' }, [['contains-json', { $schema: draft07, type: 'object' }]]],
    [{ type: 'is-json', value: 'type: object' }, [['json-schema', { $schema: draft07, type: 'object' }, strict]]],
    [{ type: 'is-html' }, [['html', null]]],
    [{ type: 'not-contains-html' }, [['not-contains-html', null]]],
    [{ type: 'is-xml' }, [['xml', null]]],
    [{ type: 'is-xml', value: {} }, [['xml', null]]],
    [{ type: 'is-xml', value: 'order.id, order.item' }, [['xml', ['order.id', 'order.item']]]],
    [{ type: 'not-contains-xml', value: { requiredElements: ['a.b'] } }, [['not-contains-xml', ['a.b']]]],
    [{ type: 'word-count', value: '5' }, [['word-count', 5, spaces]]],
    [{ type: 'not-word-count', value: { max: 5 } }, [['word-count', { max: 5 }, spaces, 'not']]],
    [{ type: 'not-latency', threshold: 900 }, [['max-latency', 900, 'not']]],
    [{ type: 'latency', threshold: 900 }, [['max-latency', 900]]],
    [{ type: 'cost', threshold: 0.01 }, [['max-cost', 0.01]]],
    [{ type: 'finish-reason', value: 'STOP' }, [['finish-reason', 'stop']]],
    [
      { type: 'tool-call-f1', value: 'find, refund,find' },
      [['tool-call-f1', [{ name: 'find' }, { name: 'refund' }], { by: 'names' }, 1]],
    ],
    [{ type: 'rouge-n', value: 'a b' }, [['rouge', 'a b', { words: 'treebank' }, 0.75]]],
    [{ type: 'bleu', value: ['a b'], threshold: 0.3 }, [['bleu', 'a b', bleu, 0.3]]],
    [{ type: 'not-bleu', value: ['a', 'b'] }, [['bleu', ['a', 'b'], bleu, 0.5, 'not']]],
    [{ type: 'gleu', value: 'a b' }, [['gleu', 'a b', 0.5]]],
    [{ type: 'meteor', value: ['a b', 'c'] }, [['meteor', ['a b', 'c'], 0.5]]],
    [
      { type: 'not-meteor', value: 'a', threshold: 0.3, alpha: 0.5, gamma: 0.2 },
      [['meteor', 'a', { alpha: 0.5, gamma: 0.2 }, 0.3, 'not']],
    ],
    [{ type: 'similar', value: 'a' }, [['similar', 'a', 0.75]]],
    [{ type: 'not-similar', value: ['a', 'b'] }, [['similar', ['a', 'b'], 0.75, 'not']]],
    [{ type: 'similar:dot', value: 'a' }, [['similar', 'a', { by: 'dot' }, 0.75]]],
    [{ type: 'similar:euclidean', value: 'a', threshold: 1 }, [['similar', 'a', { by: 'euclidean' }, 0.5]]],
    [{ type: 'levenshtein', value: 'abc' }, [['levenshtein', 'abc', { ...edits, 'max-edits': 5 }]]],
    [
      { type: 'not-levenshtein', value: 'abc', threshold: 2 },
      [['levenshtein', 'abc', { ...edits, 'max-edits': 2 }, 'not']],
    ],
    [{ type: 'llm-rubric', value: 'polite' }, [['judge', 'polite', 7]]],
    [{ type: 'not-llm-rubric', value: 'rude' }, [['judge', 'rude', 7, 'not']]],
    [{ type: 'llm-rubric', value: 'polite', threshold: 0.5 }, [['judge', 'polite', 5.5]]],
    [{ type: 'g-eval', value: ['polite', 'short'] }, [['judge', ['polite', 'short'], 7.3]]],
    [{ type: 'model-graded-closedqa', value: 'is short' }, [['judge', expect.stringContaining('is short'), 7]]],
    [
      { type: 'factuality', value: 'The sky is blue.' },
      [['judge', expect.stringMatching(/contradicts[\s\S]*sky is blue/u), 7]],
    ],
    [{ type: 'answer-relevance' }, [['answer-relevance', null, 0.7]]],
    [{ type: 'is-valid-openai-tools-call' }, [['valid-tool-calls', null]]],
    [{ type: 'is-valid-function-call' }, [['valid-tool-calls', null]]],
  ])('%j is read as the check that asks the same', async (assertion, wanted) => {
    const { checks, notRun, faults } = await readOneAssertion(assertion);
    expect({ checks, notRun, faults }).toEqual({ checks: wanted, notRun: [], faults: [] });
  });

  it.each<[object, readonly string[], unknown]>([
    [{ type: 'python', value: 'len(output) > {{q}}' }, ['python'], ['python', { value: 'len(output) > x' }, 0.001]],
    [
      { type: 'not-python', value: 'file://evals/policy.py:grade', threshold: 0.5, config: { a: 1 } },
      ['policy', 'python'],
      ['policy', { value: 'file://evals/policy.py:grade', config: { a: 1 } }, 0.5, 'not'],
    ],
    [{ type: 'ruby', value: 'file://policy.rb' }, ['ruby'], ['ruby', { value: 'file://policy.rb' }, 0.001]],
    [
      { type: 'webhook', value: 'https://x.example/{{q}}' },
      ['webhook'],
      ['webhook', { value: 'https://x.example/x' }, 0.001],
    ],
  ])('%j is asked of the scorer that the config has for it', async (assertion, scorers, wanted) => {
    const { checks, notRun, faults } = await readOneAssertion(assertion, { q: 'x' }, {}, scorers);
    const [scorer, given, ...rest] = wanted as [string, object, ...unknown[]];
    const type = (assertion as { type: string }).type.replace('not-', '');
    expect({ checks, notRun, faults }).toEqual({
      checks: [['score', { scorer, given: { type, ...given } }, ...rest]],
      notRun: [],
      faults: [],
    });
  });

  it.each<[object, RegExp]>([
    [
      { type: 'python', value: 'file://x.py', metric: 'exact' },
      /^exact \(python\): only JavaScript is run; write `scorers: \{ python: .*, or one named `x`,/u,
    ],
    [{ type: 'webhook', value: 'https://example.com' }, /^webhook: .*`scorers: \{ webhook: /u],
    [{ type: 'contians', value: 'x' }, /^contians: no check here/u],
    [{ type: 'not-is-valid-function-call' }, /opposite/u],
    [{ type: 'is-xml', value: { elements: ['a'] } }, /names no elements/u],
    [{ type: 'promptfoo:redteam:harmful' }, /no check here/u],
    [{ type: 'not-factuality', value: 'x' }, /opposite/u],
    [{ type: 'similar', value: 'a', threshold: 3 }, /out of range/u],
    [{ type: 'contains', value: '' }, /empty text/u],
    [{ type: 'contains', value: 'file://check.js' }, /scripts are not run/u],
    [{ type: 'contains', value: 'file://check.py:get' }, /scripts are not run/u],
    [{ type: 'contains', value: '{{constructor}}' }, /empty text/u],
    [{ type: 'contains', value: '{{ q | unheard }}' }, /template cannot be rendered: .*unheard/u],
    [{ type: 'meteor', value: 'x', alpha: 2 }, /its `alpha` is no number from 0 to 1/u],
    [{ type: 'contains', value: 'x', transform: 'file://x.py' }, /^contains: `transform` is not run/u],
    [{ type: 'javascript', value: 'file://x.ts' }, /TypeScript is not run/u],
    [{ type: 'context-recall', value: 'fact' }, /no var `context`/u],
    [{ type: 'llm-rubric', value: 'x', rubricPrompt: 'y' }, /rubricPrompt/u],
  ])('%j is named as not run, with why', async (assertion, why) => {
    const { checks, notRun, faults } = await readOneAssertion(assertion);
    expect({ checks, faults }).toEqual({ checks: [], faults: [] });
    expect(notRun).toEqual([expect.stringMatching(why)]);
  });

  it.each<[string, string]>([
    ['{{ q | upper }}', 'X'],
    ['{{ cities[0] }} {{ cities }}', 'Oslo Oslo,Rome'],
    ['{% for city in cities %}{{ city }};{% endfor %}', 'Oslo;Rome;'],
    ['{{ person }} {{ person.name }}', '[object Object] Ada'],
    ['-{{ unset }}{{ none }}{{ env.HOME }}-', '--'],
    ['{{ q.constructor.constructor("return 1")() }}', '1'],
  ])('has %j rendered as Nunjucks does, without a host', async (value, wanted) => {
    const vars = { q: 'x', cities: ['Oslo', 'Rome'], person: { name: 'Ada' }, none: null };
    const options = { disableVarExpansion: true };
    const config = { prompts: ['p.txt'], tests: [{ vars, options, assert: [{ type: 'contains', value }] }] };
    const { cases } = await readPromptfoo({ 'p.txt': '', 'promptfooconfig.json': JSON.stringify(config) });
    expect(cases[0]?.checks[0]?.argument).toBe(wanted);
  });

  it('has filters of the team’s own, from files that import nothing', async () => {
    const config = {
      prompts: ['p.txt'],
      nunjucksFilters: { shout: 'f/shout.js', far: 'f/far.js' },
      tests: [{ vars: { q: 'x' }, assert: [{ type: 'contains', value: '{{ q | shout }}' }] }],
    };
    const { cases, notes, refersTo } = await readPromptfoo({
      'p.txt': '',
      'promptfooconfig.json': JSON.stringify(config),
      'f/shout.js': 'module.exports = (text) => `${text}!`;',
      'f/far.js': "const fs = require('fs'); module.exports = () => fs.readFileSync('/etc/passwd', 'utf8');",
    });
    expect(cases[0]?.checks[0]?.argument).toBe('x!');
    expect([...refersTo]).toContain('f/shout.js');
    expect(notes).toEqual([expect.stringMatching(/filter `far` is not run: `f\/far\.js` imports something/u)]);
  });

  it('of JavaScript is run by the source of its file, and not where it imports something', async () => {
    const files = {
      'c.js': 'module.exports = (output, context) => output === context.vars.q;',
      'm.mjs': 'export function grade(output) { return output.length / 10; }',
      'i.js': "import fs from 'node:fs'; export default () => true;",
    };
    const read = async (value: string) => readOneAssertion({ type: 'javascript', value }, { q: 'x' }, files);
    expect((await read('file://c.js')).checks).toEqual([['javascript', { file: 'c.js', source: files['c.js'] }]]);
    expect((await read('file://m.mjs:grade')).checks).toEqual([
      ['javascript', { file: 'm.mjs', source: files['m.mjs'], export: 'grade' }],
    ]);
    expect((await read('file://i.js')).notRun).toEqual([expect.stringContaining('`i.js` imports something')]);
    expect((await read('file://gone.js')).faults).toEqual([expect.stringContaining('it is not there')]);
  });

  it('with a pattern that RE2 has no words for is a script', async () => {
    const { checks } = await readOneAssertion({ type: 'not-regex', value: '(?!a)b' });
    expect(checks).toEqual([['javascript', expect.stringContaining('new RegExp("(?!a)b")'), 'not']]);
  });

  it('takes its value from the vars, and never from what a var holds between braces', async () => {
    const vars = { q: 'x', name: '{{ 7 * 7 }}', n: 3 };
    const { checks } = await readOneAssertion({ type: 'contains-all', value: ['{{name}}', '{{ n }} days'] }, vars);
    expect(checks).toEqual([['contains', ['{{ 7 * 7 }}', '3 days'], exact]]);
  });

  it('takes its value from a text or schema beside the config, and only from inside the repository', async () => {
    const files = { 'a.txt': ' hello \n', 's.yaml': 'type: array' };
    expect((await readOneAssertion({ type: 'contains', value: 'file://a.txt' }, {}, files)).checks).toEqual([
      ['contains', 'hello', exact],
    ]);
    const schema = await readOneAssertion({ type: 'is-json', value: 'file://s.yaml' }, {}, files);
    expect(schema.checks).toEqual([['json-schema', { $schema: draft07, type: 'array' }, strict]]);
    for (const path of ['../../etc/passwd', '/etc/passwd', 'gone.txt', '..\\x.txt']) {
      const { faults } = await readOneAssertion({ type: 'contains', value: `file://${path}` });
      expect(faults).toEqual([expect.stringMatching(/^promptfooconfig\.json:1:\d+: `file:.*` cannot be read: /u)]);
    }
    const linked = await readOneAssertion(
      { type: 'contains', value: 'file://l.txt' },
      {},
      { 'l.txt': { mode: 'symlink' } },
    );
    expect(linked.faults).toEqual([expect.stringContaining('symbolic links are not followed')]);
  });

  it('shares the weight of a set among its members', async () => {
    const assert = [
      { type: 'contains', value: 'a', weight: 3 },
      { type: 'word-count', value: 4 },
    ];
    expect((await readOneAssertion({ type: 'assert-set', weight: 8, assert })).weights).toEqual([6, 2]);
  });

  it('of weight 0 decides nothing: graded ones are shown without a mark', async () => {
    const config = (assert: object) =>
      JSON.stringify({ prompts: ['p.txt'], tests: [{ vars: {}, assert: [assert, { type: 'contains', value: 'x' }] }] });
    const graded = await readPromptfoo({
      'p.txt': '',
      'promptfooconfig.json': config({ type: 'bleu', value: 'a', weight: 0 }),
    });
    expect(graded.cases[0]?.checks[0]).toMatchObject({ kind: 'bleu', weight: 0 });
    expect(graded.cases[0]?.checks[0]).not.toHaveProperty('min');
    const script = await readPromptfoo({
      'p.txt': '',
      'promptfooconfig.json': config({ type: 'python', value: 'x', weight: 0 }),
    });
    expect(script.cases[0]).toMatchObject({ notRun: [], checks: [{ kind: 'contains' }] });
    expect(script.notes).toEqual([expect.stringContaining('`python` of weight 0')]);
  });

  it('on context reads the var of that name, and one reference a case', async () => {
    const vars = { query: 'q', context: 'Facts.' };
    const recall = await readOneAssertion({ type: 'context-recall', value: 'fact' }, vars);
    expect(recall.golden).toMatchObject({
      context: ['Facts.'],
      reference: 'fact',
      checks: [{ kind: 'context-recall', min: 0.5 }],
    });
  });

  it('that is none is a fault with its place', async () => {
    expect((await readOneAssertion({ value: 'x' })).faults).toEqual([
      expect.stringContaining('This assertion has no `type`.'),
    ]);
    expect((await readOneAssertion(['x'])).faults).toEqual([expect.stringContaining('must be a map, not a list')]);
    expect((await readOneAssertion({ type: 'contains', value: 'x', weight: -1 })).faults).toEqual([
      expect.stringContaining('`weight` must be'),
    ]);
    expect((await readOneAssertion({ $ref: '#/nowhere' })).faults).toHaveLength(1);
  });
});
