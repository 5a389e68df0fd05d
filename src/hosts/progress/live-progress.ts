import type { Clock, Progress, ProgressState } from '../../core/ports.ts';
import { wordProgress } from './plain-progress.ts';

const REDRAW_MS = 100;
const BAR = 20;
/** Back to the start of the line, and clear it. */
const CLEAR = '\r\u001B[2K';

/**
 * Progress for a terminal: one line that is drawn anew as calls end, and gone at the end.
 * @param write raw text to the terminal
 * @param print one line of text, made safe to show
 * @param columns width of the terminal
 */
export function createLiveProgress(
  write: (text: string) => void,
  print: (line: string) => void,
  clock: Clock,
  columns: () => number,
): Progress {
  let started: number | undefined;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let drawn = false;
  const clear = () => {
    if (drawn) write(CLEAR);
    drawn = false;
  };
  const draw = (state: ProgressState, now: number) => {
    const full = state.planned === 0 ? 0 : Math.round((BAR * state.done) / state.planned);
    const line = `${'█'.repeat(full)}${'░'.repeat(Math.max(0, BAR - full))} ${wordProgress(state, now - (started ?? now))}`;
    write(`${CLEAR}${[...line].slice(0, Math.max(0, columns() - 1)).join('')}`);
    drawn = true;
    drawnAt = now;
  };
  return {
    say: (line) => {
      clear();
      print(line);
    },
    update: (state) => {
      const now = clock.monotonic();
      started ??= now;
      if (now - drawnAt >= REDRAW_MS || state.done === state.planned) draw(state, now);
    },
    end: clear,
  };
}
