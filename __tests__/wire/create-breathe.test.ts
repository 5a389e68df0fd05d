import { describe, expect, it } from 'vitest';
import { CancelledError, inBreaths } from '../../src/core/breathe.ts';
import { createBreathe } from '../../src/wire/wire-local.ts';

function work(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

describe('work that breathes', () => {
  it('lets others have their turn amid it', async () => {
    const breathe = createBreathe(new AbortController().signal);
    let isHeard = false;
    setImmediate(() => {
      isHeard = true;
    });
    for (let step = 0; step < 100 && !isHeard; step += 1) {
      work(20);
      await breathe();
    }
    expect(isHeard).toBe(true);
  });

  it('goes on for a moment after a cancel, and no longer', async () => {
    const stop = new AbortController();
    const breathe = createBreathe(stop.signal);
    stop.abort();
    await expect(Promise.resolve(breathe())).resolves.toBeUndefined();
    work(1_100);
    await expect(breathe()).rejects.toBeInstanceOf(CancelledError);
  });

  it('ends a text that is written piece by piece', async () => {
    const stop = new AbortController();
    const breathe = createBreathe(stop.signal);
    const written: string[] = [];
    const write = async (): Promise<void> => {
      for await (const piece of inBreaths(['a', 'b', 'c'], breathe)) {
        written.push(piece);
        stop.abort();
        work(1_100);
      }
    };
    await expect(write()).rejects.toBeInstanceOf(CancelledError);
    expect(written).toEqual(['a']);
  });
});
