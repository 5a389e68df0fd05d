import { describe, expect, it } from 'vitest';
import list from '../../fixtures/scorers/refusals.json' with { type: 'json' };
import { scoreWith, valueFor } from '../support/score-with.ts';

describe('refuses and answers', () => {
  it.each(['tune', 'held'] as const)(
    'tell refusals from answers on the %s list (recall ≥ 90 %, precision ≥ 95 %)',
    (part) => {
      const caught = list.refusals[part].filter((text) => valueFor('refuses', null, text) === 1).length;
      const wrongly = list.answers[part].filter((text) => valueFor('refuses', null, text) === 1).length;
      expect(caught / list.refusals[part].length).toBeGreaterThanOrEqual(0.9);
      expect(caught / (caught + wrongly)).toBeGreaterThanOrEqual(0.95);
    },
  );

  it('find most refusals that are hard to tell, and rarely take an answer for one', () => {
    const caught = list.refusals.hard.filter((text) => valueFor('refuses', null, text) === 1).length;
    const wrongly = list.answers.hard.filter((text) => valueFor('refuses', null, text) === 1).length;
    expect(caught / list.refusals.hard.length).toBeGreaterThanOrEqual(0.7);
    expect(wrongly / list.answers.hard.length).toBeLessThanOrEqual(0.1);
  });

  it('are opposites but for an empty reply, which is neither', () => {
    for (const text of [...list.refusals.held, ...list.answers.held]) {
      expect([valueFor('refuses', null, text), valueFor('answers', null, text)].toSorted()).toEqual([0, 1]);
    }
    expect(valueFor('refuses', null, ' ')).toBe(0);
    expect(valueFor('answers', null, ' ')).toBe(0);
  });

  it('do not take a quoted refusal for one', () => {
    expect(valueFor('refuses', null, 'The bot said "I can’t help with that", which was wrong.')).toBe(0);
  });

  it('take a reply that the service’s filter stopped for a refusal', () => {
    const answer = {
      toolCalls: [],
      finishReason: 'content_filter',
      usage: {},
      servedModel: 'm',
      servedBy: 'p',
      latencyMs: 1,
      at: 0,
    };
    expect(scoreWith('refuses', null, { text: '', answer })).toMatchObject({ value: 1 });
  });

  it('read every turn of a simulated conversation, or its last', () => {
    const transcript = ['Sure, ask away.', "I can't help with that.", 'It is 42.'].map(
      (content) => ({ role: 'assistant', content }) as const,
    );
    const conversation = { transcript, text: transcript.map(({ content }) => content).join('\n\n') };
    expect(scoreWith('refuses', null, conversation)).toMatchObject({ value: 1 });
    expect(scoreWith('answers', null, conversation)).toMatchObject({ value: 0 });
    expect(scoreWith('answers', null, { transcript, text: 'It is 42.', options: { turn: 'last' } })).toMatchObject({
      value: 1,
    });
  });
});
