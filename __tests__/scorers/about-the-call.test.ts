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
