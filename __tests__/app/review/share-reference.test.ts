import { expect, it } from 'vitest';
import type { SideOfTrial } from '../../../src/app/review/call-of-side.ts';
import { sharingReference } from '../../../src/app/review/share-reference.ts';
import type { DesignCell } from '../../../src/core/design/design-review.ts';
import type { SideRun } from '../../../src/core/run/trial-run.ts';
import { aCase } from '../../support/golden-case.ts';

const cell = (row: string, comparison = 'one'): DesignCell => ({
  prompt: 'prompts/order.txt',
  row,
  exam: { key: 'first', golden: aCase(), family: 'base', version: 'head', weight: 1 },
  identical: false,
  comparison,
  copy: 0,
});
const run = (reply: SideRun['reply']): SideRun => ({ reply, score: { kind: 'scored', value: 1, checks: [] } });
const failed = (call: string) => run({ kind: 'failed', call, reason: 'timeout', message: 'never came' });
const answered = (call: string) => {
  const answer = {
    toolCalls: [],
    finishReason: 'stop',
    usage: {},
    servedModel: 'a',
    servedBy: 'b',
    latencyMs: 1,
    at: 1,
  };
  return run({ kind: 'answered', call, answer, kept: false });
};

function recorded(reply: (call: string) => SideRun) {
  const asked: string[] = [];
  const shared = sharingReference((given: SideOfTrial) => {
    const call = [given.side, given.cell.row, given.trial].join(' ');
    asked.push(call);
    return Promise.resolve(reply(call));
  });
  return {
    asked,
    ask: (side: 'old' | 'new', of: DesignCell, trial = 0) => shared({ side, cell: of, trial, fresh: false }),
  };
}

it('asks the old side of a case and trial once for all rows, and each row’s new side by itself', async () => {
  const { asked, ask } = recorded(answered);
  const first = await ask('old', cell('a'));
  expect(await ask('old', cell('b'))).toBe(first);
  await ask('new', cell('a'));
  await ask('new', cell('b'));
  await ask('old', cell('b'), 1);
  await ask('old', cell('a', 'another case'));
  expect(asked).toEqual(['old a 0', 'new a 0', 'new b 0', 'old b 1', 'old a 0']);
});

it('has what failed asked again by whoever comes next', async () => {
  const { asked, ask } = recorded(failed);
  await ask('old', cell('a'));
  await ask('old', cell('b'));
  expect(asked).toEqual(['old a 0', 'old b 0']);
});
