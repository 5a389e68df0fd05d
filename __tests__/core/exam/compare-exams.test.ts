import { describe, expect, it } from 'vitest';
import { compareExams, type ExamPolicy, type ExamPrompt } from '../../../src/core/exam/compare-exams.ts';
import { notesOnForm } from '../../../src/core/exam/declared-form.ts';
import type { GoldenCase } from '../../../src/core/golden-case.ts';
import type { Json, JsonObject } from '../../../src/core/json.ts';
import { aCase, aCheck } from '../../support/golden-case.ts';

const days = aCheck({ kind: 'contains', name: 'contains: 30 days', argument: '30 days' });
const polite = aCheck({ kind: 'judge', name: 'polite', argument: 'Is polite.', min: 7, weight: 2 });
const refund = aCase({ id: 'refund', checks: [days, polite] });

function compare(base: readonly GoldenCase[], head: readonly GoldenCase[], policy: ExamPolicy = 'ratchet') {
  const exam = compareExams({ base, head, policy });
  return {
    ...exam,
    entries: exam.cases.map(({ key, family, version, weight }) => `${key}|${family}|${version}|${weight}`),
  };
}

describe('the exam of two revisions', () => {
  it('asks an unchanged case as head has it, with the weight of base', () => {
    const { entries, changed } = compare([refund], [{ ...refund, at: { file: 'moved.yml', line: 9 } }]);
    expect(entries).toEqual(['refund|base|head|1']);
    expect(changed).toEqual({ added: [], removed: [], edited: [], weakened: [] });
  });

  it('keeps added cases in a family of their own', () => {
    const extra = aCase({ id: 'extra', vars: { q: 'x' }, checks: [days], weight: 400 });
    const { entries, changed } = compare([refund], [refund, extra]);
    expect(entries).toEqual(['refund|base|head|1', 'extra|added|head|400']);
    expect(changed.added).toEqual(['extra']);
  });

  it('asks a removed case as base had it, and only names it where that is allowed', () => {
    expect(compare([refund], [])).toMatchObject({ entries: ['refund|base|base|1'], changed: { removed: ['refund'] } });
    expect(compare([refund], [], 'strict').entries).toEqual(['refund|base|base|1']);
    expect(compare([refund], [], 'allow')).toMatchObject({ entries: [], changed: { removed: ['refund'] } });
  });

  it.each<[string, Partial<GoldenCase>, string]>([
    ['a dropped check', { checks: [polite] }, 'check `contains: 30 days` dropped'],
    ['all checks dropped', { checks: [] }, 'check `contains: 30 days` dropped'],
    [
      'a script that scores it',
      { scoring: { script: { name: 's.js', source: '', form: 'file' }, metrics: [] } },
      'the script that scores it changed',
    ],
    ['a lowered mark', { checks: [days, { ...polite, min: 5 }] }, '`min` of `polite` lowered from 7 to 5'],
    [
      'a mark taken away',
      { checks: [days, aCheck({ kind: 'judge', name: 'polite', argument: 'Is polite.', weight: 2 })] },
      '`min` of `polite` (7) dropped',
    ],
    ['a lighter check', { checks: [days, { ...polite, weight: 1 }] }, 'weight of `polite` lowered from 2 to 1'],
    ['a lighter case', { weight: 0.1 }, 'weight lowered from 1 to 0.1'],
    [
      'a shorter text to contain',
      { checks: [{ ...days, name: 'contains: 30', argument: '30' }, polite] },
      'check `contains: 30 days` loosened to `contains: 30`',
    ],
    [
      'a check that ignores case now',
      { checks: [{ ...days, options: { 'ignore-case': true } }, polite] },
      'check `contains: 30 days` loosened to `contains: 30 days {"ignore-case":true}`',
    ],
    [
      'a check that drowns the others',
      { checks: [days, polite, aCheck({ kind: 'answers', weight: 1000 })] },
      'check `answers` with a weight of 1000 outweighs all checks there were',
    ],
    [
      'many small checks that drown the others',
      {
        checks: [
          days,
          polite,
          ...Array.from({ length: 60 }, (_, i) => aCheck({ kind: 'not-contains', argument: `zz${i}`, name: `zz${i}` })),
        ],
      },
      'checks `zz0`, `zz1`, `zz2` and 57 more with a weight of 60 outweigh all checks there were',
    ],
  ])('asks a case with %s once, as base had it, and says what changed', (_, change, what) => {
    const head = { ...refund, ...change };
    const { entries, cases, changed } = compare([refund], [head]);
    expect(entries).toEqual(['refund|base|base|1']);
    expect(cases[0]?.golden).toEqual(refund);
    expect(changed.weakened[0]?.what).toContain(what);
    expect(changed.edited).toEqual([]);
    expect(compare([refund], [head], 'allow').entries).toEqual(head.checks.length === 0 ? [] : ['refund|base|head|1']);
  });

  it('notices a second simulated user who ends the conversation sooner', () => {
    const user = (turns: number, name: string) =>
      aCheck({ kind: 'simulate', name, argument: { persona: 'hostile', goal: 'a refund', turns } });
    const { changed } = compare(
      [{ ...refund, checks: [days, user(3, 'simulate')] }],
      [{ ...refund, checks: [days, user(3, 'simulate'), user(1, 'short')] }],
    );
    expect(changed.weakened[0]?.what.join()).toContain('loosened');
  });

  it('notices a check that need no longer pass', () => {
    const base = { ...refund, checks: [{ ...days, required: true }] };
    const { changed } = compare([base], [{ ...refund, checks: [days] }]);
    expect(changed.weakened).toEqual([{ id: 'refund', what: ['check `contains: 30 days` no longer required'] }]);
  });

  it('asks both versions of a weakened case whose question changed too', () => {
    const head = { ...refund, vars: { question: 'Easy?' }, checks: [polite] };
    expect(compare([refund], [head]).entries).toEqual(['refund|base|head|1', 'refund (as base had it)|base|base|1']);
  });

  it.each<[string, Partial<GoldenCase>, string]>([
    ['another question', { vars: { question: 'Easy?' } }, 'variable `question` changed'],
    [
      'another text to contain',
      { checks: [{ ...days, name: 'contains: a month', argument: 'a month' }, polite] },
      'check `contains: 30 days` now `contains: a month`',
    ],
    ['one more check', { checks: [days, polite, aCheck({ kind: 'answers' })] }, 'check `answers` added'],
    ['a raised mark', { checks: [days, { ...polite, min: 9 }] }, '`min` of `polite` raised from 7 to 9'],
    ['another reference', { reference: 'No.' }, 'reference changed'],
  ])('takes a case with %s as edited: the new exam for both sides', (_, change, what) => {
    const head = { ...refund, ...change };
    const { entries, changed } = compare([refund], [head]);
    expect(entries).toEqual(['refund|base|head|1']);
    expect(changed.edited).toEqual([{ id: 'refund', what: [what] }]);
    expect(compare([refund], [head], 'strict').entries.at(-1)).toMatch(/\|base\|base\|1$/);
  });

  it('pairs a case by its vars where its id changed', () => {
    const { entries, changed } = compare([refund], [{ ...refund, id: 'returns', checks: [polite] }]);
    expect(changed.removed).toEqual([]);
    expect(changed.weakened).toEqual([
      { id: 'returns', what: ['check `contains: 30 days` dropped', 'renamed from `refund`'] },
    ]);
    expect(entries).toEqual(['refund|base|base|1']);
  });

  it('lists a case without checks and does not ask it, and asks one whose checks cannot be run', () => {
    const bare = aCase({ id: 'bare', vars: { q: 1 } });
    const foreign = aCase({ id: 'foreign', vars: { q: 2 }, notRun: [{ name: 'javascript', at: { file: 'x' } }] });
    const { entries, unchecked } = compare([bare, foreign], [bare, foreign]);
    expect(unchecked).toEqual(['bare']);
    expect(entries).toEqual(['foreign|base|head|1']);
  });

  it('gives no two entries one key, whatever ids are called', () => {
    const trap = aCase({ id: 'refund (as base had it)', vars: { q: 1 }, checks: [days] });
    const head = { ...refund, vars: { question: 'Easy?' }, checks: [polite] };
    const keys = compare([refund, trap], [head, trap]).cases.map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
  });

  it("takes variables that base's version does not know from head: the same case, the prompt's own, any other case", () => {
    const other = aCase({ id: 'other', vars: { question: 'x', plan: 'pro', tone: 'kind' }, checks: [days] });
    const gone = aCase({ id: 'gone', vars: { question: 'old' }, checks: [days] });
    const weakened = { ...refund, vars: { question: 'new', plan: 'free' }, checks: [polite] };
    const { cases } = compareExams({
      base: [refund, gone],
      head: [weakened, other],
      policy: 'ratchet',
      old: { variables: ['question'], defaults: {}, params: {} },
      next: { variables: ['question', 'plan', 'tone'], defaults: { tone: 'plain' }, params: {} },
    });
    const varsOf = (key: string) => cases.find((one) => one.key === key)?.golden.vars;
    expect(varsOf('refund (as base had it)')).toEqual({ ...refund.vars, plan: 'free' });
    expect(varsOf('gone')).toEqual({ question: 'old', plan: 'free' });
  });

  it('gives the old prompt the variable it knew by another name, so that renaming one hides no regression', () => {
    const { cases } = compareExams({
      base: [refund],
      head: [{ ...refund, vars: { ask: 'Can I?' } }],
      policy: 'ratchet',
      old: { variables: ['question'], defaults: {}, params: {} },
      next: { variables: ['ask'], defaults: {}, params: {} },
    });
    expect(cases[0]?.golden.vars).toEqual({ ask: 'Can I?', ...refund.vars });
  });

  it('compares 10,000 cases on both sides at once', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => aCase({ id: `c${i}`, vars: { q: i }, checks: [days] }));
    const renamed = many.map((golden) => ({ ...golden, id: `new-${golden.id}` }));
    expect(compare(many, renamed).changed.edited).toHaveLength(10_000);
  });

  describe('where a check holds replies to what the prompt declares', () => {
    const form = aCheck({ kind: 'output-schema', name: 'output-schema', argument: null, options: { strict: true } });
    const typed = aCase({ id: 'typed', checks: [form, days] });
    const schema = { type: 'object', required: ['days'], properties: { days: { type: 'number' } } };
    const declaring = (response_format?: JsonObject) => ({
      variables: [],
      defaults: {},
      params: response_format === undefined ? {} : { response_format },
    });
    const asks = (held: Json) => declaring({ type: 'json_schema', json_schema: { name: 'reply', schema: held } });
    const sit = (old: ExamPrompt, next: ExamPrompt, policy: ExamPolicy = 'ratchet', head = [typed]) =>
      compareExams({ base: [typed], head, policy, old, next });

    it.each<[string, ExamPrompt]>([
      ['any JSON', declaring({ type: 'json_object' })],
      ['an empty schema', asks({})],
      ['a schema of titles', asks({ title: 'Reply', description: 'anything' })],
      ['no properties', asks({ properties: {} })],
      ['the type alone', asks({ type: 'object' })],
      ['nothing required', asks({ ...schema, required: [] })],
      ['properties of any kind', asks({ ...schema, properties: { days: {} } })],
      ['one of any', asks({ anyOf: [{}, { type: 'string' }] })],
      ['all types', asks({ type: ['object', 'array', 'string', 'number', 'boolean', 'null'] })],
      [
        'words that demand nothing',
        asks({ deprecated: false, readOnly: true, 'x-note': 1, format: 'email', minProperties: 0 }),
      ],
    ])('holds both sides to the schema of base once head asks for %s', (_, next) => {
      const { cases, changed } = sit(asks(schema), next);
      expect(changed.weakened).toEqual([{ id: 'typed', what: ['the prompt’s output schema asks for less'] }]);
      expect(cases).toHaveLength(1);
      expect(cases[0]?.golden.checks).toEqual([{ ...form, kind: 'json-schema', argument: schema }, days]);
      expect(sit(asks(schema), next, 'ratchet', []).cases[0]?.golden.checks[0]).toMatchObject({ argument: schema });
      expect(sit(asks(schema), next, 'allow').cases[0]?.golden.checks).toEqual([form, days]);
    });

    it.each<[string, ExamPrompt, ExamPrompt]>([
      ['another schema', asks(schema), asks({ ...schema, required: ['weeks'] })],
      ['a stricter one', asks(schema), asks({ ...schema, additionalProperties: false })],
      ['the same in other words', asks(schema), asks({ ...schema, title: 'Reply' })],
      ['no form at all, which fails the check', asks(schema), declaring()],
      ['the same', asks(schema), asks(schema)],
      ['a schema where there was none', declaring({ type: 'json_object' }), asks(schema)],
    ])('holds each side to its own for %s', (_, old, next) => {
      const { cases, changed } = sit(old, next);
      expect(changed.weakened).toEqual([]);
      expect(cases[0]?.golden.checks).toEqual([form, days]);
    });

    it('says that the form changed, where a check reads it', () => {
      const [old, next] = [asks(schema), asks({ ...schema, required: ['weeks'] })];
      expect(notesOnForm(sit(old, next), old, next)).toEqual([
        'The prompt’s output schema changed, and `output-schema` holds each side against its own: one that asks less passes more. To hold both sides to the same, write it into the case with `json-schema`.',
      ]);
      expect(notesOnForm(sit(old, old), old, old)).toEqual([]);
      expect(notesOnForm(compareExams({ base: [refund], head: [refund], policy: 'ratchet' }), old, next)).toEqual([]);
      const tools = (parameters: JsonObject) => ({
        params: { tools: [{ type: 'function', function: { name: 'f', parameters } }] },
      });
      const calling = aCase({
        id: 'calling',
        checks: [aCheck({ kind: 'valid-tool-calls', name: 'valid-tool-calls', argument: null })],
      });
      const exam = compareExams({ base: [calling], head: [calling], policy: 'ratchet' });
      expect(notesOnForm(exam, tools(schema), tools({}))[0]).toMatch(
        /^The prompt’s tools changed, and `valid-tool-calls`/u,
      );
    });
  });
});
