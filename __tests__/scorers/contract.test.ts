import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScorerInput } from '../../src/core/check-kind.ts';
import type { Json } from '../../src/core/json.ts';
import type { Question } from '../../src/core/score.ts';
import { readCases } from '../../src/formats/cases/read-cases.ts';
import { checkKinds } from '../../src/scorers/index.ts';
import { type Answering, said, scoreAsked } from '../support/answer-questions.ts';
import { aCase, aCheck } from '../support/golden-case.ts';

/**
 * What the checks are held to: `fixtures/checks/KIND.json`, with an argument, a wrong one, and replies with what each scores. Kinds
 * that take no argument need none.
 */
type CheckFixture = {
  readonly argument: Json;
  readonly wrong: unknown;
  readonly replies?: readonly { readonly text: string; readonly value: number }[];
};

const folder = join(import.meta.dirname, '../../fixtures/checks');
const fixtures: ReadonlyMap<string, CheckFixture> = new Map(
  readdirSync(folder).map((file) => [
    file.replace(/\.json$/u, ''),
    JSON.parse(readFileSync(join(folder, file), 'utf8')),
  ]),
);

const all = [...checkKinds.values()];
const scoring = all.filter((kind) => kind.compare === undefined && kind.scenario === undefined);
const argumentFor = (kind: string): Json => fixtures.get(kind)?.argument ?? null;
const exampleFor = (kind: string): Json => checkKinds.get(kind)?.example ?? null;
const wrongFor = (kind: string): unknown => fixtures.get(kind)?.wrong ?? { unheard: 'of' };

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
    expect(usual > 0).toBe(kind.needs !== 'nothing');
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

  it('are all that a fixture is written for', () => {
    expect([...fixtures.keys()].filter((name) => !checkKinds.has(name))).toEqual([]);
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

  it.each(fixtures.get(name)?.replies ?? [])('scores $value: $text', ({ text, value }) => {
    expect(scored(name, text).score.checks).toMatchObject([{ kind: 'scored', value }]);
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
