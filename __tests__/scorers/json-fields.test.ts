import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { fieldsOf } from '../../src/core/score.ts';
import { readCases } from '../../src/formats/cases/read-cases.ts';
import { matchMembers } from '../../src/scorers/fields/match-members.ts';
import { checkKinds } from '../../src/scorers/index.ts';
import { type Answering, said, scoreAsked } from '../support/answer-questions.ts';
import { aCase, aCheck } from '../support/golden-case.ts';

type Written = { readonly argument: Json; readonly options?: JsonObject; readonly vars?: JsonObject };

const never: Answering = () => ({ kind: 'failed', why: 'nothing was to be asked' });

function scored(written: Written, reply: Json | string, answering: Answering = never, reference?: string) {
  const check = aCheck({ kind: 'json-fields', argument: written.argument, options: written.options ?? {} });
  const golden = aCase({
    checks: [check],
    vars: written.vars ?? {},
    ...(reference === undefined ? {} : { reference }),
  });
  const text = typeof reply === 'string' ? reply : JSON.stringify(reply);
  const { score, asked } = scoreAsked({ golden, text }, answering);
  const [first] = score.checks;
  if (first === undefined) throw new Error('no check');
  const fields = Object.fromEntries(fieldsOf(first).map(({ field, value, right }) => [field, right ? true : value]));
  return { first, fields, asked };
}

const order = {
  id: 'A-7',
  total: 59.8,
  customer: { name: 'Ann Lee' },
  items: [
    { sku: 'a', price: 1 },
    { sku: 'b', price: 2 },
  ],
};

describe('json-fields', () => {
  it('compares each field of the reference by itself, and scores their mean', () => {
    const { first, fields } = scored({ argument: { reference: order } }, { ...order, total: 60, customer: {} });
    expect(fields).toEqual({ id: true, total: 0, 'customer.name': 0, 'items[].sku': true, 'items[].price': true });
    expect(first).toMatchObject({
      value: 0.6,
      reason: '3 of 5 fields right; `total` is 60, not 59.8; `customer.name` is missing',
    });
  });

  it('scores a reply that is no JSON 0 on all fields, and says so', () => {
    const { first, fields } = scored({ argument: { reference: order } }, 'The total is 59.8.');
    expect(new Set(Object.values(fields))).toEqual(new Set([0]));
    expect(first).toMatchObject({ kind: 'scored', value: 0, reason: expect.stringContaining('not JSON') });
  });

  it('takes numbers within a tolerance or a share, and a text of digits for no number', () => {
    const within = (by: Json) => ({ argument: { reference: { total: 100 }, 'per-field': { total: { within: by } } } });
    expect(scored(within(0.5), { total: 100.5 }).fields).toEqual({ total: true });
    expect(scored(within(0.5), { total: 100.6 }).fields).toEqual({ total: 0 });
    expect(scored(within('2%'), { total: 98 }).fields).toEqual({ total: true });
    expect(scored(within('2%'), { total: '100' }).fields).toEqual({ total: 0 });
  });

  it('takes texts by likeness, without case, and by Unicode’s form', () => {
    const rule = (way: Json) => ({ argument: { reference: { name: 'Café Lumière' }, 'per-field': { name: way } } });
    expect(scored(rule('equal'), { name: ' Cafe\u0301 Lumie\u0300re' }).fields).toEqual({ name: true });
    expect(scored(rule('equal'), { name: 'CAFÉ LUMIÈRE' }).fields).toEqual({ name: 0 });
    expect(scored(rule({ 'ignore-case': true }), { name: 'CAFÉ LUMIÈRE' }).fields).toEqual({ name: true });
    expect(scored(rule({ similar: 0.9 }), { name: 'Café Lumiére' }).fields).toEqual({ name: true });
    expect(scored(rule({ similar: 0.95 }), { name: 'Café Lumiére' }).fields['name']).toBeCloseTo(12 / 13, 5);
  });

  it('pairs the members of an unordered list so that most of them fit, and counts what is left over', () => {
    const argument = {
      reference: order,
      'per-field': { items: 'unordered', 'items[].price': { within: 0.1 } },
      ignore: ['id'],
    };
    const turned = [order.items[1] ?? null, order.items[0] ?? null];
    expect(scored({ argument }, { ...order, id: 'other', items: turned }).first).toMatchObject({ value: 1 });
    const one = scored({ argument }, { ...order, items: [{ sku: 'x', price: 9 }, ...turned] });
    expect(one.fields['items[].sku']).toBeCloseTo(2 / 3);
    expect(scored({ argument: { reference: order } }, { ...order, items: turned }).fields['items[].sku']).toBe(0);
  });

  it('reads its reference from a variable, from variables within, or from the case', () => {
    const vars = { expected: order, sum: 59.8, who: 'Ann' };
    expect(scored({ argument: { reference: '{{expected}}' }, vars }, order).first).toMatchObject({ value: 1 });
    expect(
      scored({ argument: { reference: '{{ expected }}' }, vars: { expected: JSON.stringify(order) } }, order).first,
    ).toMatchObject({ value: 1 });
    const within = { reference: { total: '{{sum}}', name: '{{who}} Lee' } };
    expect(scored({ argument: within, vars }, { total: 59.8, name: 'Ann Lee' }).first).toMatchObject({ value: 1 });
    expect(scored({ argument: null }, order, never, JSON.stringify(order)).first).toMatchObject({ value: 1 });
  });

  it('scores nothing, and says what is lacking, without a reference', () => {
    for (const [argument, why] of [
      [{ reference: '{{gone}}' }, 'the case has no variable `gone`'],
      [{ reference: { a: '{{gone}}' } }, 'the reference names `{{gone}}`'],
      [null, 'give the check or the case a reference'],
      [{ reference: { a: 1 }, ignore: ['a'] }, '0 fields'],
    ] as const) {
      expect(scored({ argument }, order).first).toMatchObject({ kind: 'unscored', why: expect.stringContaining(why) });
    }
  });

  it('has a judge grade a field that is not equal, each place by itself, and none that is', () => {
    const argument = {
      reference: { id: 1, why: ['late', 'torn'] },
      'per-field': { 'why[]': { judge: 'the same reason', min: 6 } },
    };
    const judge: Answering = (question) =>
      said({
        reason: 'so',
        score:
          question.kind === 'chat' && question.messages.some(({ content }) => content.includes('Grade FIELD 1'))
            ? 7
            : 2,
      });
    const { fields, asked, first } = scored({ argument }, { id: 1, why: ['too late', 'wet'] }, judge);
    expect(asked).toHaveLength(2);
    expect(fields['why[]']).toBeCloseTo((6 / 9 + 1 / 9) / 2);
    expect(first).toMatchObject({ judged: true });
    expect(scored({ argument }, { id: 1, why: ['late', 'torn'] }).asked).toHaveLength(0);
  });

  it('counts what a reply holds beyond the reference only with `exact`', () => {
    const reply = { a: 1, b: 2 };
    expect(scored({ argument: { reference: { a: 1 } } }, reply).fields).toEqual({ a: true });
    const exact = scored({ argument: { reference: { a: 1 } }, options: { exact: true } }, reply);
    expect(exact.fields).toEqual({ a: true, 'other fields': 0 });
  });

  it.each([
    ['per-field: { totl: equal }', 'holds no `totl`. Did you mean `total`?', 5, 41],
    ['per-field: { total: { tolerance: 1 } }', 'there is no rule `tolerance`', 5, 42],
    ['per-field: { total: { within: -1 } }', '"within" is a number that is not negative', 5, 42],
    ['per-field: { total: { min: 3, similar: 0.5 } }', '"min" goes with "judge" alone', 5, 42],
    ['ignore: ["$.items[*].sku"]', 'Did you mean `items[].sku`?', 5, 31],
    ['ignores: [total]', 'there is no `ignores` here. Did you mean `ignore`?', 4, 22],
  ])('refuses %s with its place and what was meant', (line, what, at, column) => {
    const text = [
      'cases:',
      '  - vars: { question: Why }',
      '    checks:',
      '      - json-fields: { reference: { total: 1, items: [{ sku: a }] },',
      `                     ${line} }`,
      '',
    ].join('\n');
    const read = readCases('shop.cases.yml', text, checkKinds, []);
    const problems = read.kind === 'broken' ? read.problems : [];
    expect(problems.map((one) => `${one.what} ${one.fix ?? ''}`).join()).toContain(what);
    expect(problems[0]?.at).toMatchObject({ line: at, column });
  });
});

describe('matchMembers', () => {
  it('finds no worse a sum than trying all pairings', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(table, (likeness) => {
        const found = matchMembers(likeness);
        const used = found.filter((column) => column !== undefined);
        expect(new Set(used).size).toBe(used.length);
        const sum = found.reduce<number>(
          (all, column, row) => all + (column === undefined ? 0 : (likeness[row]?.[column] ?? 0)),
          0,
        );
        expect(sum).toBeCloseTo(best(likeness, 0, new Set()), 9);
      }),
    );
  });
});

function best(likeness: readonly (readonly number[])[], row: number, taken: ReadonlySet<number>): number {
  const own = likeness[row];
  if (own === undefined) return 0;
  const without = best(likeness, row + 1, taken);
  return own.reduce(
    (most, value, column) =>
      taken.has(column) ? most : Math.max(most, value + best(likeness, row + 1, new Set([...taken, column]))),
    without,
  );
}
