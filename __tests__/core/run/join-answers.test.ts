import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/reply.ts';
import { joinAnswers } from '../../../src/core/run/join-answers.ts';

function turn(more: Partial<Answer> = {}): Omit<Answer, 'text'> {
  return {
    toolCalls: [],
    finishReason: 'stop',
    usage: { inputTokens: 10, outputTokens: 4 },
    servedModel: 'm',
    servedBy: 'default',
    latencyMs: 100,
    at: 1,
    ...more,
  };
}

describe('the answers of a conversation as one', () => {
  it('sums what it takes and averages what a user waits for', () => {
    const joined = joinAnswers([turn(), turn({ usage: { inputTokens: 30, outputTokens: 6 }, latencyMs: 300, at: 9 })]);
    expect(joined).toMatchObject({ usage: { inputTokens: 40, outputTokens: 10 }, latencyMs: 200, at: 9 });
  });

  it('does not know a sum of which a part is unknown', () => {
    const joined = joinAnswers([turn({ billedUsd: 1 }), turn({ usage: { inputTokens: 30 } })]);
    expect(joined.usage).toEqual({ inputTokens: 40 });
    expect(joined).not.toHaveProperty('billedUsd');
    expect(joinAnswers([turn({ billedUsd: 1 }), turn({ billedUsd: 2 })]).billedUsd).toBe(3);
  });

  it('shows a turn that was cut short, wherever it was, and every tool that was called', () => {
    const call = { name: 'f', arguments: '{}' };
    const joined = joinAnswers([
      turn({ toolCalls: [call] }),
      turn({ finishReason: 'length' }),
      turn({ toolCalls: [call] }),
    ]);
    expect(joined).toMatchObject({ finishReason: 'length', toolCalls: [call, call] });
  });

  it('is marked as estimated where one turn is, and names what any turn left out', () => {
    const joined = joinAnswers([turn({ usage: { estimated: true } }), turn({ adapted: { temperature: null } })]);
    expect([joined.usage.estimated, joined.adapted]).toEqual([true, { temperature: null }]);
  });
});
