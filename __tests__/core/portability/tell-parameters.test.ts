import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import { countFormatErrors, tellParameters } from '../../../src/core/portability/tell-parameters.ts';
import type { Usage } from '../../../src/core/reply.ts';
import type { CellRun } from '../../../src/core/run/trial-run.ts';
import { aCase } from '../../support/golden-case.ts';

type Said = { readonly said?: string; readonly usage?: Usage; readonly adapted?: JsonObject; readonly json?: boolean };

function cell(params: JsonObject, ...replies: readonly Said[]): CellRun {
  const request = { kind: 'chat', provider: 'default', model: 'other', messages: [], params } as const;
  const exam = { key: 'a', golden: aCase(), family: 'base', version: 'head', weight: 1 } as const;
  return {
    cell: { prompt: 'p', row: 'm', exam, new: request, identical: false, comparison: 'c', copy: 0 },
    trials: replies.map(({ said, usage = {}, adapted, json }, trial) => {
      const checks =
        json === undefined
          ? []
          : [
              {
                kind: 'scored',
                check: 'json',
                scorer: 'json',
                value: json ? 1 : 0,
                binary: true,
                weight: 1,
                required: false,
                reason: '',
              } as const,
            ];
      const answer = {
        ...{
          toolCalls: [],
          finishReason: 'stop',
          usage,
          servedModel: 'other',
          servedBy: 'default',
          latencyMs: 1,
          at: 1,
        },
        ...(adapted === undefined ? {} : { adapted }),
      };
      return {
        ...{ round: 1, uniform: true, trial },
        new: {
          reply: { kind: 'answered', call: '', answer, kept: false },
          score: { kind: 'scored', value: 1, checks },
          ...(said === undefined ? {} : { said }),
        },
      };
    }),
  };
}

const two = <Value>(value: Value): readonly [Value, Value] => [value, value];

describe('a parameter', () => {
  it('that the service refused is told, one that it has under another name is not', () => {
    const adapted = { response_format: null, max_tokens: 'max_completion_tokens' };
    expect(tellParameters([cell({ response_format: { type: 'json_object' }, max_tokens: 9 }, { adapted })])).toEqual({
      refused: ['response_format'],
      ignored: [],
    });
  });

  it('`temperature: 0` is ignored where most cases get another reply each time', () => {
    const varied = cell({ temperature: 0 }, { said: 'a' }, { said: 'b' });
    const steady = cell({ temperature: 0 }, ...two({ said: 'a' }));
    expect(tellParameters([varied, varied, steady]).ignored).toEqual(['temperature']);
    expect(tellParameters([varied, steady, steady]).ignored).toEqual([]);
    // One case, or one reply each, shows nothing.
    expect(tellParameters([varied]).ignored).toEqual([]);
    expect(
      tellParameters([cell({ temperature: 0 }, { said: 'a' }), cell({ temperature: 0 }, { said: 'b' })]).ignored,
    ).toEqual([]);
    expect(tellParameters(two(cell({ temperature: 1 }, { said: 'a' }, { said: 'b' }))).ignored).toEqual([]);
  });

  it.each(['max_tokens', 'max_completion_tokens'])(
    '`%s` is ignored where a reply has more, by the service’s count',
    (name) => {
      const of = (usage: Usage) => tellParameters([cell({ [name]: 10 }, { usage })]).ignored;
      expect(of({ outputTokens: 11 })).toEqual([name]);
      expect(of({ outputTokens: 10 })).toEqual([]);
      expect(of({ outputTokens: 11, estimated: true })).toEqual([]);
      expect(of({})).toEqual([]);
    },
  );

  it('an effort is ignored where the service counts no reasoning, and unknown where it does not count', () => {
    const of = (effort: string, usage: Usage) =>
      tellParameters([cell({ reasoning_effort: effort }, { usage })]).ignored;
    expect(of('high', { reasoningTokens: 0 })).toEqual(['reasoning_effort']);
    expect(of('high', { reasoningTokens: 5 })).toEqual([]);
    expect(of('none', { reasoningTokens: 0 })).toEqual([]);
    expect(of('high', {})).toEqual([]);
  });

  it('`response_format` is ignored where most replies that a check reads are no JSON', () => {
    const of = (type: string, ...json: readonly boolean[]) =>
      tellParameters([cell({ response_format: { type } }, ...json.map((read) => ({ json: read })))]).ignored;
    expect(of('json_object', false, false, true)).toEqual(['response_format']);
    expect(of('json_schema', false, true)).toEqual([]);
    expect(of('text', false, false)).toEqual([]);
    expect(tellParameters([cell({ response_format: 'json' }, { json: false })]).ignored).toEqual([]);
  });
});

it('format errors count replies that a check of their form read', () => {
  expect(countFormatErrors([cell({}, { json: true }, { json: false }), cell({}, { said: 'prose' })])).toEqual({
    failed: 1,
    of: 2,
  });
});
