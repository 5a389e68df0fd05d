import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/core/prompt.ts';
import {
  assistantText,
  type Conversation,
  nextTurn,
  startConversation,
  withFailure,
  withReply,
  withSimulated,
} from '../../../src/core/scoring/conversation.ts';
import { scenarioOf } from '../../../src/core/scoring/named-checks.ts';
import { checkKinds } from '../../../src/scorers/index.ts';
import { aCase, aCheck } from '../../support/golden-case.ts';
import { faultOf } from '../../support/score-with.ts';

const scenario = { persona: 'Angry.', goal: 'A refund.', turns: 3 };
const system: Message = { role: 'system', content: 'SECRET INSTRUCTIONS' };
const user: Message = { role: 'user', content: 'Where is my parcel?' };
const move = (message: string, state: string) => JSON.stringify({ message, state });

/** Plays a conversation to its end; the simulator's answers in turn, the prompt answers by counting. */
function play(opening: readonly Message[], simulated: readonly string[]) {
  let conversation: Conversation = startConversation(scenario, opening);
  const asked: string[] = [];
  let replies = 0;
  for (let step = 0; step < 50; step += 1) {
    const turn = nextTurn(conversation);
    if (turn.kind === 'done') return { ...turn, asked };
    if (turn.kind === 'reply') {
      replies += 1;
      conversation = withReply(conversation, `reply ${replies}`);
    } else {
      asked.push(JSON.stringify(turn.question));
      conversation = withSimulated(conversation, simulated[asked.length - 1] ?? 'silence');
    }
  }
  throw new Error('the conversation never ends');
}

describe('a simulated conversation', () => {
  it('ends when the goal is met, without another message', () => {
    const { transcript, end } = play([system], [move('Refund me!', 'going'), move('thanks', 'met')]);
    expect(end.kind).toBe('met');
    expect(transcript.map(({ content }) => content)).toEqual(['Refund me!', 'reply 1']);
    expect(assistantText(transcript)).toBe('reply 1');
  });

  it('ends when the user gives up or the turns are over, always with the assistant’s word', () => {
    expect(play([system], [move('a', 'going'), move('', 'given-up')]).end.kind).toBe('given-up');
    const { transcript, end } = play(
      [system],
      ['a', 'b', 'c', 'd'].map((message) => move(message, 'going')),
    );
    expect(end).toEqual({ kind: 'turns', why: '3 turns are over' });
    expect(transcript).toHaveLength(6);
    expect(transcript.at(-1)?.role).toBe('assistant');
  });

  it('lets the prompt reply first where it already holds the user’s message', () => {
    const { transcript, asked } = play([system, user], [move('', 'met')]);
    expect(transcript).toEqual([{ role: 'assistant', content: 'reply 1' }]);
    expect(asked).toHaveLength(1);
  });

  it('opens alike on both sides: the simulator never sees the instructions', () => {
    const other: Message = { role: 'system', content: 'OTHER INSTRUCTIONS' };
    const [first] = play([system], [move('a', 'going'), move('', 'met')]).asked;
    expect(first).toEqual(play([other], [move('a', 'going'), move('', 'met')]).asked[0]);
    expect(first).not.toContain('INSTRUCTIONS');
  });

  it('asks once more for what it cannot read, then is broken', () => {
    expect(play([system], ['no JSON', `Sure: ${move('a', 'going')}`, move('', 'met')]).end.kind).toBe('met');
    expect(play([system], ['no JSON', '{"message": 1}']).end).toMatchObject({ kind: 'broken' });
    expect(play([system], [move('', 'met'), move('', 'met')]).end).toMatchObject({ kind: 'broken' });
    const again = nextTurn(withSimulated(startConversation(scenario, [system]), '?'));
    expect(again).toMatchObject({ kind: 'question', again: true });
  });

  it('ends broken where a call failed', () => {
    const failed = withFailure(startConversation(scenario, [system]), 'timeout');
    expect(nextTurn(failed)).toMatchObject({ kind: 'done', end: { kind: 'broken', why: 'timeout' } });
  });
});

describe('simulate', () => {
  it.each(['hostile', 'confused', 'prompt-injector', 'off-topic', 'another-language', 'impatient'])(
    'knows the persona %s',
    (persona) => {
      const golden = aCase({ checks: [aCheck({ kind: 'simulate', argument: { persona, goal: 'A refund.' } })] });
      const found = scenarioOf(golden, checkKinds);
      expect(found).toMatchObject({ goal: 'A refund.', turns: 5 });
      expect(found?.persona.length).toBeGreaterThan(80);
    },
  );

  it('takes a persona in words, and refuses what it cannot play', () => {
    const golden = aCase({ checks: [aCheck({ kind: 'simulate', argument: { persona: 'A pirate.', turns: 2 } })] });
    expect(scenarioOf(golden, checkKinds)).toMatchObject({ persona: 'A pirate.', turns: 2 });
    expect(scenarioOf(aCase(), checkKinds)).toBeUndefined();
    expect(faultOf('simulate', { persona: 'x', turns: 21 })).toBe('"turns" is 20 at most');
    expect(faultOf('simulate', {})).toBe('"persona" must be a text');
  });
});
