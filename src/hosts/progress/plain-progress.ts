import type { Clock, Progress, ProgressState } from '../../core/ports.ts';

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

/**
 * How far a run is, in one line: calls done of those planned, kept replies apart, the rate, what was spent and the time left.
 * @param elapsedMs milliseconds since the first call
 */
export function wordProgress(state: ProgressState, elapsedMs: number): string {
  // Kept replies come in no time: they tell nothing of how long the others will take.
  const made = Math.max(0, state.done - state.kept);
  const rate = elapsedMs > 0 ? (made * 1000) / elapsedMs : 0;
  const left = state.planned - state.done;
  return [
    state.kept === 0
      ? `${state.done} / ${state.planned} calls`
      : `${state.done} / ${state.planned} done, ${made === 0 ? 'all of them' : state.kept} kept from before`,
    ...(rate > 0 ? [`${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`] : []),
    ...(state.costUsd > 0 ? [showDollars(state.costUsd)] : []),
    ...(rate > 0 && left > 0 ? [`${showSeconds(left / rate)} left`] : []),
    ...(state.retried > 0 ? [`${state.retried} retried`] : []),
    ...(state.failed > 0 ? [`${state.failed} failed`] : []),
  ].join(' · ');
}

/** Calls done and planned of each model, for runs with several. */
function wordModels(state: ProgressState): string {
  return [...state.byModel].map(([model, { done, planned }]) => `${model} ${done} / ${planned}`).join(', ');
}

function showDollars(dollars: number): string {
  return dollars < 0.01 ? '< $0.01' : `$${dollars.toFixed(2)}`;
}

function showSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
