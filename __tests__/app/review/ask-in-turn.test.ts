import { describe, expect, it } from 'vitest';
import { askInTurn } from '../../../src/app/review/run-side.ts';
import type { Call } from '../../../src/core/call.ts';
import type { DesignCell } from '../../../src/core/design/design-review.ts';
import { aCase } from '../../support/golden-case.ts';

const request = (content: string) =>
  ({ kind: 'chat', provider: 'default', model: 'm', messages: [{ role: 'user', content }], params: {} }) as const;
const golden = aCase({ vars: { q: 'third' }, earlier: [{ q: 'first' }, { q: 'second' }] });
const cell: DesignCell = {
  prompt: 'p',
  row: 'm',
  exam: { key: 'a', golden, family: 'base', version: 'head', weight: 1 },
  old: request('third'),
  new: request('…|…|third'),
  identical: false,
  comparison: 'one',
  copy: 0,
};
const answer = {
  toolCalls: [],
  finishReason: 'stop',
  usage: {},
  servedModel: 'm',
  servedBy: 'default',
  latencyMs: 10,
  at: 1,
};

/** Asks the new side, which takes in what was said, or the old one, which does not; and what was asked. */
async function turnsOf(side: 'old' | 'new', failing = '') {
  const asked: string[] = [];
  const texts = new Map<string, string>();
  const textOf = ({ request }: Call) => (request.kind === 'chat' ? (request.messages.at(-1)?.content ?? '') : '');
  const turn = await askInTurn({ cell, side, trial: 0, fresh: false }, cell[side] ?? request(''), {
    ask: {
      reply: async (call) => {
        asked.push(textOf(call));
        if (failing !== '' && textOf(call).includes(failing))
          return { kind: 'failed', call: call.id, reason: 'server', message: 'It is down.' };
        texts.set(call.id, `re ${asked.length}`);
        return { kind: 'answered', call: call.id, answer, kept: false };
      },
      kept: (call) => {
        const text = texts.get(call);
        return text === undefined ? undefined : { ...answer, text };
      },
      isKept: () => false,
      runScorer: async () => ({ kind: 'failed', why: 'none here' }),
    },
    messagesAfter: (_, of, { vars }, said) => {
      const before = of === 'new' ? said.map(({ input, output }) => `${input}: ${output}|`) : [];
      return [{ role: 'user', content: `${before.join('')}${vars['q']}` }];
    },
  });
  return { asked, turn };
}

describe('the turns before a case', () => {
  it('are asked one after the other, each with what was said so far', async () => {
    const { asked, turn } = await turnsOf('new');
    expect(asked).toEqual(['first', 'first: re 1|second']);
    expect(turn).toMatchObject({
      messages: [{ content: 'first: re 1|first: re 1|second: re 2|third' }],
    });
  });

  it('are not asked of a side that does not take in what was said', async () => {
    expect(await turnsOf('old')).toEqual({ asked: [], turn: cell.old });
  });

  it('fail the case where one of them fails, which is named', async () => {
    expect((await turnsOf('new', 'second')).turn).toMatchObject({
      kind: 'failed',
      message: 'Turn 2 of its conversation: It is down.',
    });
  });
});
