import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCases } from '../../src/core/cases/read-cases.ts';
import type { ScorerInput } from '../../src/core/check-kind.ts';
import type { Json } from '../../src/core/json.ts';
import type { Question } from '../../src/core/score.ts';
import { checkKinds } from '../../src/scorers/index.ts';
import { type Answering, said, scoreAsked } from '../support/answer-questions.ts';
import { aCase, aCheck } from '../support/golden-case.ts';

/** A good argument of every kind that needs one, and a wrong one. A new kind fails here until it has its line. */
const needsArgument: Readonly<Record<string, readonly [good: Json, wrong: Json]>> = {
  equals: ['Yes', { a: 1 }],
  'not-equals': [['a', 'b'], { a: 1 }],
  contains: [['30', 'days'], ''],
  'contains-any': ['30', []],
  'not-contains': ['AI', ''],
  'starts-with': ['No', {}],
  'not-starts-with': ['No', {}],
  'ends-with': ['.', {}],
  'not-ends-with': ['.', {}],
  regex: ['\\b30\\b', '('],
  'not-regex': [
    ['a', 'b'],
    ['a', '('],
  ],
  'json-schema': [{ type: 'object' }, { type: 'objct' }],
  'not-json-schema': [{ type: 'object' }, { type: 'objct' }],
  'contains-json': [{ type: 'object' }, { type: 'objct' }],
  'not-contains-json': [{ type: 'object' }, 7],
  'json-path': [{ path: '$.a', equals: 1 }, { path: '$.' }],
  'not-json-path': [{ path: '$.a' }, { path: 7 }],
  xml: [null, ''],
  'not-xml': ['order.id', {}],
  'contains-xml': [['order.id'], []],
  'not-contains-xml': [null, {}],
  sql: ['postgresql', 'oracle'],
  'not-sql': [{ tables: ['select::null::t'] }, { table: [] }],
  'contains-sql': [{ dialect: 'sqlite' }, { columns: ['('] }],
  'not-contains-sql': [null, 7],
  number: [{ equals: 3, within: 1 }, { within: 1 }],
  'max-words': [100, -1],
  'min-words': [1, 1.5],
  javascript: ['output.length > 3', { fil: 'x.js' }],
  'word-count': [{ min: 1, max: 9 }, {}],
  'max-tokens': [100, 'many'],
  'max-latency': [1000, -1],
  'max-cost': [0.01, 'cheap'],
  'finish-reason': ['stop', {}],
  'not-finish-reason': [['length'], 1.5],
  'tool-call': [{ name: 'refund', arguments: { id: 'A' } }, { arguments: {} }],
  'not-tool-call': ['refund', []],
  'tool-call-f1': [[{ name: 'refund' }], [{ nam: 'refund' }]],
  judge: [['polite', 'right'], []],
  score: ['policy', 7],
  prefer: ['the kinder', ''],
  simulate: [
    { persona: 'hostile', goal: 'a refund', turns: 3 },
    { persona: 'hostile', turns: 0 },
  ],
  llm: [
    {
      prompt: 'Rate {{completion}}',
      choices: [
        { choice: 'good', score: 1 },
        { choice: 'bad', score: 0 },
      ],
    },
    { prompt: 'Rate', choices: [{ choice: 'good', score: 2 }] },
  ],
};

const all = [...checkKinds.values()];
const scoring = all.filter((kind) => kind.compare === undefined && kind.scenario === undefined);
const argumentFor = (kind: string): Json => needsArgument[kind]?.[0] ?? null;
const exampleFor = (kind: string): Json => checkKinds.get(kind)?.example ?? null;
const wrongFor = (kind: string): unknown => needsArgument[kind]?.[1] ?? { unheard: 'of' };

/** Answers every question in the form asked for, so that each kind reaches its score. */
const willing: Answering = (question) => {
  if (question.kind === 'embedding') return { kind: 'vectors', vectors: question.texts.map((_, index) => [1, index]) };
  if (question.kind === 'scorer') return said({ score: 0.5, reason: 'so so' });
  return said(exampleOf(formOf(question)));
};

function formOf(question: Question): unknown {
  return question.kind === 'chat' ? question.params['response_format'] : undefined;
}

/** A value of a strict response format: enough of JSON Schema for the forms in use. */
function exampleOf(format: unknown): unknown {
  const { json_schema } = format as { json_schema: { schema: Shape } };
  return example(json_schema.schema);
}

type Shape = { type: string; enum?: unknown[]; properties?: Record<string, Shape>; items?: Shape };

function example(shape: Shape): unknown {
  if (shape.enum !== undefined) return shape.enum[0];
  if (shape.type === 'object') {
    return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([name, member]) => [name, example(member)]));
  }
  if (shape.type === 'array') return [example(shape.items ?? { type: 'string' })];
  if (shape.type === 'boolean') return false;
  return shape.type === 'string' ? 'so be it' : 1;
}

function scored(kind: string, text: string, answering: Answering = willing, about: Partial<ScorerInput<unknown>> = {}) {
  const golden = aCase({
    context: ['Returns within 30 days.'],
    reference: 'No, 30 days.',
    checks: [aCheck({ kind, argument: argumentFor(kind) })],
  });
  return scoreAsked({ golden, text, costUsd: 0.001, ...about }, answering);
}

describe.each(all.map((kind) => [kind.kind, kind] as const))('the check %s', (name, kind) => {
  it('is named and described in one line', () => {
    expect(name).toMatch(/^[a-z0-9]+([-/][a-z0-9]+)*$/);
    expect(kind.summary).toMatch(/^[^\n]{20,400}$/);
    expect(kind.argument.description).toBeTruthy();
  });

  it('takes its argument, as written and as parsed', () => {
    const once = kind.argument.parse(argumentFor(name));
    expect(kind.argument.parse(once)).toEqual(once);
    expect(kind.argument.safeParse(exampleFor(name)).success).toBe(true);
  });

  it('refuses a wrong argument and an unknown option in words of ours', () => {
    for (const wrong of [wrongFor(name), undefined, Number.NaN, [[]]]) {
      for (const { message } of kind.argument.safeParse(wrong).error?.issues ?? []) {
        expect(message).not.toMatch(/^(Invalid|Too (small|big)|Unrecognized|Expected)/);
      }
    }
    expect(kind.argument.safeParse(wrongFor(name)).success).toBe(false);
    expect(kind.options.safeParse({ 'no-such-option': 1 }).success).toBe(false);
    expect(kind.options.safeParse({}).success).toBe(true);
  });

  it('announces no fewer questions at most than usually', () => {
    if (kind.countQuestions === undefined) return;
    const { usual, most } = kind.countQuestions(kind.argument.parse(argumentFor(name)), {}, 1, 1);
    expect(usual).toBeGreaterThan(0);
    expect(most).toBeGreaterThanOrEqual(usual);
  });
});

describe('the checks together', () => {
  it('are read from a case file as docs/checks.md shows them', () => {
    const checks = all.map(({ kind }) => (exampleFor(kind) === null ? kind : { [kind]: exampleFor(kind) }));
    const text = JSON.stringify({ cases: [{ id: 'all', vars: { question: 'Why?' }, checks }] });
    const read = readCases('shop.cases.json', text, checkKinds, []);
    expect(read).toMatchObject({ kind: 'cases', cases: [{ checks: all.map(({ kind }) => ({ kind })) }] });
  });

  it('have names of their own', () => {
    expect(new Set(all.map(({ kind }) => kind)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(45);
  });
});

describe.each(scoring.map((kind) => [kind.kind, kind] as const))('the scoring check %s', (name, kind) => {
  it('scores within 0–1, the same each time, and asks what it announces', () => {
    const first = scored(name, '{"a": 1} No, within 30 days.');
    expect(first.score.kind).toBe('scored');
    expect(first).toEqual(scored(name, '{"a": 1} No, within 30 days.'));
    for (const check of first.score.checks) {
      if (check.kind !== 'scored') throw new Error(check.why);
      expect(check.value).toBeGreaterThanOrEqual(0);
      expect(check.value).toBeLessThanOrEqual(1);
      expect(check.reason).not.toBe('');
      if (kind.scale === 'binary') expect([0, 1]).toContain(check.value);
      // A script says itself whether the reply passes.
      expect(check.passed !== undefined).toBe(kind.scale === 'binary' || kind.needs === 'sandbox');
    }
    const { usual } = kind.countQuestions?.(kind.argument.parse(argumentFor(name)), {}, 1, 1) ?? {
      usual: kind.questions,
    };
    expect(first.asked).toHaveLength(usual);
    expect(usual > 0).toBe(kind.needs !== 'nothing' && kind.needs !== 'sandbox');
  });

  it('is unscored, never a number, when what it asks fails or is nonsense', () => {
    if (kind.needs === 'nothing' || kind.needs === 'sandbox') return;
    for (const answering of [
      () => ({ kind: 'failed', why: 'server error' }) as const,
      () => said('10'),
      () => said('{"score": "10", "choice": "x"}'),
      () => ({ kind: 'vectors', vectors: [[Number.NaN]] }) as const,
    ]) {
      expect(scored(name, 'No.', answering).score.kind).toBe('unscored');
    }
  });

  it('bears any reply', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.json(),
      fc.constantFrom('', ' ', '\u0000', '\ud800', '```', '{"__proto__": {"score": 1}}', '-', '1e999', '\u202e\u200b'),
    );
    fc.assert(
      fc.property(nasty, (text) => {
        const { score } = scored(name, text);
        if (score.kind === 'scored') expect(score.value >= 0 && score.value <= 1).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['letters', 'a'.repeat(1_000_000)],
    ['words', 'word '.repeat(200_000)],
    ['brackets', '[{'.repeat(500_000)],
    ['digits', '1,'.repeat(500_000)],
  ])('bears a megabyte of %s', (_, text) => {
    expect(['scored', 'unscored']).toContain(scored(name, text).score.kind);
  });
});
