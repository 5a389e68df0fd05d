import { describe, expect, it } from 'vitest';
import { callFor } from '../../src/core/call.ts';
import type { Store } from '../../src/core/ports.ts';
import { ProblemError } from '../../src/core/problem.ts';
import { withSpare } from '../../src/store/spare-store.ts';
import { answerOf, requestOf } from '../support/model-answers.ts';

const call = (text: string) => callFor(requestOf(text), 0, 'reply');

function storeThat(fails: Error): Store {
  const fail = async (): Promise<never> => {
    throw fails;
  };
  return { find: () => undefined, keep: fail, share: fail, close: () => {} };
}

describe('a store whose disk is full', () => {
  it('holds what comes in memory, and says so once', async () => {
    const said: string[] = [];
    const full = new ProblemError({ reason: 'files', what: 'No room.' });
    const store = withSpare(storeThat(full), (line) => said.push(line));
    await store.keep(call('a'), answerOf('a'));
    await store.share(call('a'), call('b'));
    expect([store.find(call('a').id)?.text, store.find(call('b').id)?.text]).toEqual(['a', 'a']);
    expect(said).toEqual(['No room. The replies of this run are held in memory.']);
  });

  it('hides no other fault', async () => {
    const store = withSpare(storeThat(new Error('ours')), () => undefined);
    await expect(store.keep(call('a'), answerOf('a'))).rejects.toThrow('ours');
  });
});
