import type { Clock, Progress, ProgressState } from '../../core/ports.ts';
import { wordModels, wordProgress } from './word-progress.ts';

/**
 * Progress for logs: a line every `everyMs` milliseconds while calls end, and one at the end.
 * @param print writes one line; it escapes what a log could take for a command
 */
export function createPlainProgress(print: (line: string) => void, clock: Clock, everyMs: number): Progress {
  let started: number | undefined;
  let shownAt = 0;
  let latest: ProgressState | undefined;
  const show = (state: ProgressState, now: number) => {
    shownAt = now;
    latest = undefined;
    const models = state.byModel.size > 1 ? ` (${wordModels(state)})` : '';
    print(`${wordProgress(state, now - (started ?? now))}${models}`);
  };
  return {
    say: print,
    update: (state) => {
      const now = clock.monotonic();
      if (started === undefined) {
        started = now;
        shownAt = now;
      }
      latest = state;
      if (now - shownAt >= everyMs) show(state, now);
    },
    end: () => {
      if (latest !== undefined) show(latest, clock.monotonic());
    },
  };
}
