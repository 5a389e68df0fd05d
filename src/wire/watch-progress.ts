import type { ActionPorts } from '../app/run-action.ts';
import type { Clock, Progress, ProgressState } from '../core/ports.ts';

/** The progress, and how far it was told to be last. */
export function watchProgress(
  progress: Progress,
  clock: Clock,
): { readonly progress: Progress; readonly howFar: ActionPorts['howFar'] } {
  let [began, state]: [number, ProgressState | undefined] = [0, undefined];
  let forecast: string | undefined;
  return {
    progress: {
      ...progress,
      forecast: (line) => {
        forecast = line;
      },
      update: (now) => {
        if (state === undefined) began = clock.monotonic();
        state = now;
        progress.update(now);
      },
    },
    howFar: () => {
      if (state === undefined) return undefined;
      return { state, elapsedMs: clock.monotonic() - began, ...(forecast === undefined ? {} : { forecast }) };
    },
  };
}
