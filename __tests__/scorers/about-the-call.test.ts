import { describe, expect, it } from 'vitest';
import type { ScorerInput } from '../../src/core/check-kind.ts';
import { anInput, scoreWith } from '../support/score-with.ts';

const { answer } = anInput();
const calls = (...made: readonly (readonly [string, unknown])[]): Partial<ScorerInput<unknown>> => ({
  answer: { ...answer, toolCalls: made.map(([name, given]) => ({ name, arguments: JSON.stringify(given) })) },
});

describe('checks of how a reply came about', () => {
  it.each([
    ['max-tokens', 8, {}, 1],
    ['max-tokens', 7, {}, 0],
    ['max-latency', 120, {}, 1],
    ['max-latency', 119, {}, 0],
    ['max-cost', 0.01, { costUsd: 0.01 }, 1],
    ['max-cost', '0.01', { costUsd: 0.02 }, 0],
    ['finish-reason', 'stop', {}, 1],
    ['finish-reason', ['length', 'tool_calls'], {}, 0],
    ['not-finish-reason', 'length', {}, 1],
  ])('%s %j', (kind, argument, input, value) => {
    expect(scoreWith(kind, argument, input)).toMatchObject({ value });
  });

  it('do not guess what is not known', () => {
    expect(scoreWith('max-cost', 1)).toMatchObject({ kind: 'unscored', why: expect.stringMatching(/prices/) });
    expect(scoreWith('max-tokens', 1, { answer: { ...answer, usage: {} } })).toMatchObject({ kind: 'unscored' });
  });

  it.each([
    ['refund', [['refund', {}]], 1],
    [
      { name: 'refund', arguments: { id: 'A', to: { card: 1 } } },
      [['refund', { note: 'x', to: { card: 1, y: 2 }, id: 'A' }]],
      1,
    ],
    [{ name: 'refund', arguments: { id: 'A' } }, [['refund', { id: 'B' }]], 0],
    [{ name: 'refund', arguments: { id: 'A' } }, [['refund', 'not an object']], 0],
    [{ name: 'refund', arguments: { constructor: {} } }, [['refund', {}]], 0],
    [
      [{ name: 'b' }, { name: 'a' }],
      [
        ['a', {}],
        ['x', {}],
        ['b', {}],
      ],
      1,
    ],
    [[{ name: 'a' }, { name: 'a' }], [['a', {}]], 0],
    // The first want would take the only call that the second fits.
    [
      [{ name: 'a' }, { name: 'a', arguments: { id: 1 } }],
      [
        ['a', { id: 1 }],
        ['a', { id: 2 }],
      ],
      1,
    ],
    ['refund', [], 0],
  ] as const)('tool-call %j met by %j scores %d', (wanted, made, value) => {
    expect(scoreWith('tool-call', wanted, calls(...made))).toMatchObject({ value });
    expect(scoreWith('not-tool-call', wanted, calls(...made))).toMatchObject({ value: 1 - value });
  });

  it.each([
    ['times', { name: 'a', times: 2 }, {}, ['a1', 'a2'], 1],
    ['times', { name: 'a', times: 2 }, {}, ['a1'], 0],
    ['times', { name: 'a', times: 1 }, {}, ['a1', 'a2'], 0],
    ['times', { name: 'a', arguments: { id: 1 }, times: 1 }, {}, ['a1', 'a2'], 1],
    ['times', { name: 'a', times: { 'at-most': 1 } }, {}, [], 1],
    ['times', { name: 'a', times: { 'at-least': 2 } }, {}, ['a1', 'b1', 'a1'], 1],
    ['in-order', [{ name: 'a' }, { name: 'b' }], { 'in-order': true }, ['a1', 'c1', 'b1'], 1],
    ['in-order', [{ name: 'a' }, { name: 'b' }], { 'in-order': true }, ['b1', 'a1'], 0],
    ['in-order', [{ name: 'b' }, { name: 'a' }], { 'in-order': true }, ['a1', 'b1', 'a2'], 1],
    ['exact', { name: 'a', arguments: { id: 1 } }, { exact: true }, ['a1'], 0],
    ['exact', { name: 'a', arguments: { id: 1, note: 'x' } }, { exact: true }, ['a1'], 1],
  ] as const)('tool-call with %s: %j %j on %j scores %d', (_, wanted, given, made, value) => {
    const input = calls(...made.map((one) => [one.slice(0, 1), { id: Number(one.slice(1)), note: 'x' }] as const));
    expect(scoreWith('tool-call', wanted, { ...input, options: given })).toMatchObject({ value });
    expect(scoreWith('not-tool-call', wanted, { ...input, options: given })).toMatchObject({ value: 1 - value });
  });

  it('tells calls in the wrong order from calls that were not made', () => {
    const wanted = [{ name: 'a' }, { name: 'b' }];
    const why = (...made: readonly string[]) =>
      scoreWith('tool-call', wanted, { ...calls(...made.map((n) => [n, {}] as const)), options: { 'in-order': true } });
    expect(why('b', 'a')).toMatchObject({ reason: 'not in this order: b(), a()' });
    expect(why('a')).toMatchObject({ reason: 'no call fits b; made: a()' });
  });

  it('max-steps counts replies to one message, whoever else speaks in between', () => {
    const said = (...roles: readonly ('user' | 'assistant' | 'tool')[]) => ({
      transcript: roles.map((role) => ({ role, content: 'x' })),
    });
    const most = (argument: number, input = {}) => scoreWith('max-steps', argument, input);
    expect(most(1)).toMatchObject({ value: 1 });
    expect(most(1, said('assistant', 'tool', 'tool', 'assistant'))).toMatchObject({
      value: 0,
      reason: 'takes 2 steps, 1 at most',
    });
    expect(most(2, said('assistant', 'tool', 'assistant'))).toMatchObject({ value: 1 });
    expect(most(1, said('user', 'assistant', 'user', 'assistant'))).toMatchObject({ value: 1 });
    expect(most(1, said('user', 'assistant', 'user', 'assistant', 'tool', 'assistant'))).toMatchObject({ value: 0 });
  });

  it('tool-call-f1 counts lacking and needless calls', () => {
    expect(scoreWith('tool-call-f1', [{ name: 'a' }, { name: 'b' }], calls(['a', {}], ['x', {}]))).toMatchObject({
      value: 0.5,
    });
    expect(scoreWith('tool-call-f1', 'a', calls(['a', {}]))).toMatchObject({ value: 1 });
  });

  it('bears arguments that are no JSON', () => {
    const broken = { answer: { ...answer, toolCalls: [{ name: 'a', arguments: '{"id":' }] } };
    expect(scoreWith('tool-call', { name: 'a', arguments: { id: 1 } }, broken)).toMatchObject({ value: 0 });
    expect(scoreWith('tool-call', 'a', broken)).toMatchObject({ value: 1 });
  });
});

describe('what a prompt declares of its replies', () => {
  const schema = { type: 'object', properties: { order: { type: 'integer' } }, required: ['order'] };
  const declares = { response_format: { type: 'json_schema', json_schema: { name: 'reply', strict: true, schema } } };
  const tool = { type: 'function', function: { name: 'refund', parameters: schema } };

  it.each([
    [declares, '{"order": 7}', 1, /satisfies/],
    [declares, '{"order": "7"}', 0, /order must be integer/],
    [declares, 'It is 7.', 0, /not JSON/],
    [{ response_format: { type: 'json_object' } }, '{"any": 1}', 1, /is JSON/],
    [{ response_format: { type: 'json_object' } }, 'It is 7.', 0, /not JSON/],
    [{ response_format: { type: 'text' } }, '{"order": 7}', 0, /declares no JSON output/],
    [{}, '{"order": 7}', 0, /declares no JSON output/],
  ])('output-schema of %j on %j scores %d', (params, text, value, reason) => {
    expect(scoreWith('output-schema', null, { params, text })).toMatchObject({
      value,
      reason: expect.stringMatching(reason),
    });
  });

  it.each([
    [[['refund', { order: 7 }]], 1, /as the prompt declares/],
    [[['refund', { order: '7' }]], 0, /arguments of "refund": \/order must be integer/],
    [[['refund', 'no object']], 0, /the object must be object/],
    [
      [
        ['refund', { order: 7 }],
        ['delete', {}],
      ],
      0,
      /declares no tool "delete"/,
    ],
    [[], 0, /calls no tool/],
  ] as const)('valid-tool-calls on %j scores %d', (made, value, reason) => {
    expect(scoreWith('valid-tool-calls', null, { ...calls(...made), params: { tools: [tool] } })).toMatchObject({
      value,
      reason: expect.stringMatching(reason),
    });
    expect(scoreWith('valid-tool-calls', null, calls(...made))).toMatchObject({ value: 0 });
  });

  it('is unscored where its schema is none: nobody can say whether a reply satisfies it', () => {
    const broken = { type: 'strin' };
    const params = {
      response_format: { type: 'json_schema', json_schema: { name: 'reply', schema: broken } },
      tools: [{ function: { name: 'refund', parameters: broken } }],
    };
    expect(scoreWith('output-schema', null, { params, text: '{}' })).toMatchObject({ kind: 'unscored' });
    expect(scoreWith('valid-tool-calls', null, { ...calls(['refund', {}]), params })).toMatchObject({
      kind: 'unscored',
      why: expect.stringMatching(/^a tool of the prompt: not a usable JSON Schema/),
    });
  });
});
