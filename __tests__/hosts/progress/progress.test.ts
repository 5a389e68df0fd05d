import { describe, expect, it } from 'vitest';
import type { Clock, ProgressState } from '../../../src/core/ports.ts';
import { createLiveProgress } from '../../../src/hosts/progress/live-progress.ts';
import { createPlainProgress } from '../../../src/hosts/progress/plain-progress.ts';

const state = (done: number, more: Partial<ProgressState> = {}): ProgressState => ({
  done,
  planned: 40,
  kept: 0,
  retried: 0,
  failed: 0,
  costUsd: 0,
  byModel: new Map(),
  ...more,
});

function handClock(): Clock & { pass: (ms: number) => void } {
  let at = 0;
  return { now: () => at, monotonic: () => at, sleep: () => Promise.resolve(), pass: (ms) => (at += ms) };
}

describe('progress in a log', () => {
  it('is a line only as often as asked for, and the last state at the end', () => {
    const [lines, clock] = [[] as string[], handClock()];
    const progress = createPlainProgress((line) => lines.push(line), clock, 10_000);
    for (let done = 0; done <= 24; done++) {
      progress.update(state(done, { costUsd: 0.02, retried: 1 }));
      clock.pass(1000);
    }
    progress.end();
    progress.end();
    expect(lines).toEqual([
      '10 / 40 calls · 1.0/s · $0.02 · 30 s left · 1 retried',
      '20 / 40 calls · 1.0/s · $0.02 · 20 s left · 1 retried',
      '24 / 40 calls · 1.0/s · $0.02 · 17 s left · 1 retried',
    ]);
  });

  it('tells kept replies apart from calls, and takes the rate from calls alone', () => {
    const [lines, clock] = [[] as string[], handClock()];
    const progress = createPlainProgress((line) => lines.push(line), clock, 10_000);
    progress.update(state(1));
    clock.pass(10_000);
    progress.update(state(30, { kept: 20 }));
    progress.update(state(40, { kept: 40 }));
    progress.end();
    expect(lines).toEqual([
      '30 / 40 done, 20 kept from before · 1.0/s · 10 s left',
      '40 / 40 done, all of them kept from before',
    ]);
  });

  it('names each model where there are several', () => {
    const [lines, clock] = [[] as string[], handClock()];
    const progress = createPlainProgress((line) => lines.push(line), clock, 10_000);
    progress.update(
      state(3, {
        byModel: new Map([
          ['a', { done: 1, planned: 20 }],
          ['b', { done: 2, planned: 20 }],
        ]),
      }),
    );
    progress.end();
    expect(lines).toEqual(['3 / 40 calls (a 1 / 20, b 2 / 20)']);
  });
});

describe('progress on a terminal', () => {
  it('draws one line within the width and leaves nothing behind', () => {
    const [written, lines, clock] = [[] as string[], [] as string[], handClock()];
    const progress = createLiveProgress(
      (text) => written.push(text),
      (line) => lines.push(line),
      clock,
      () => 29,
    );
    progress.update(state(10));
    clock.pass(50);
    progress.update(state(11));
    progress.say('a word');
    clock.pass(100);
    progress.update(state(12));
    progress.end();
    expect(lines).toEqual(['a word']);
    expect(written.map((text) => text.replaceAll('\u001B[2K', '<clear>'))).toEqual([
      '\r<clear>█████░░░░░░░░░░░░░░░ 10 / 40',
      '\r<clear>',
      '\r<clear>██████░░░░░░░░░░░░░░ 12 / 40',
      '\r<clear>',
    ]);
  });
});
