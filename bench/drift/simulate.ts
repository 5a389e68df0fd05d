import type { DriftRun } from '../../src/core/drift/drift-line.ts';
import { emptyRow, follow, type RowHistory, stateOf } from '../../src/core/drift/follow-row.ts';
import { freshReplies, lookAgain } from '../../src/core/drift/look-again.ts';

export type Draw = () => number;

/** A schedule of runs of one prompt on one model. */
export type World = {
  readonly name: string;
  readonly cases: number;
  /** Replies a case and run. */
  readonly replies: number;
  readonly runs: number;
  /** Run at which something changes, counted from 0; none: never. */
  readonly change?: number;
  /** Run at which all is as before again. */
  readonly back?: number;
  /** Pass rate of a case from `change` on; `steadiest`: whether it is the one that failed least. */
  readonly after?: (rate: number, steadiest: boolean) => number;
  /** How much farther replies are then from what was meant, as a share of a right angle. */
  readonly farther?: number;
};

/** What the watch made of it. */
export type Seen = {
  /** Run of the first confirmed alarm, and where it says that it began. */
  readonly alarm?: { readonly at: number; readonly since: number; readonly from: number; readonly to: number };
  /** Run at which it said that it was over. */
  readonly over?: number;
  readonly unconfirmed: number;
  /** Whether a run before `change` was over five points under the first. */
  readonly naive: boolean;
};

/** More than half of the cases nearly always pass, a third mostly, the others now and then. */
function rateOf(draw: Draw): number {
  const kind = draw();
  if (kind < 0.55) return 1 - 0.02 * draw();
  if (kind < 0.85) return 0.8 + 0.15 * draw();
  return kind < 0.97 ? 0.3 + 0.5 * draw() : 0.1 * draw();
}

/** So many steady days of so many cases, two replies each. */
export function daysOf(days: number, cases: number, draw: Draw): readonly DriftRun[] {
  const rates = Array.from({ length: cases }, () => rateOf(draw));
  return Array.from({ length: days }, (_, t) => dayOf(t, rates, 2, draw));
}

/** What a run sees of cases that pass at these rates. */
function dayOf(t: number, rates: readonly number[], replies: number, draw: Draw, farther = 0): DriftRun {
  return {
    kind: 'run',
    version: 1,
    at: new Date(Date.UTC(2026, 0, 1 + t)).toISOString(),
    run: `${t}`,
    prompt: 'prompt',
    model: 'model',
    served: [{ model: 'model', replies: rates.length * replies }],
    cases: rates.map((rate, at) => {
      const pass = Array.from({ length: replies }, () => (draw() < rate ? 1 : 0));
      // Sizes vary by about a quarter, as lengths and times of replies to one request do.
      const sizes = (usualSize: number): readonly number[] =>
        pass.map(() => usualSize * Math.exp(0.5 * (draw() + draw() + draw() - 1.5)));
      // Of another case another distance, and of a reply by a few degrees more or less.
      const distance = pass.map(() => 0.2 + (0.1 * (at % 5)) / 5 + farther + 0.1 * (draw() + draw() + draw() - 1.5));
      const values = { score: pass, pass, distance, length: sizes(400), latency: sizes(900), cost: sizes(0.002) };
      return { id: `${at}`, key: `${at}`, input: 100 + at, values, missing: 0 };
    }),
  };
}

/** Plays a schedule: each run is followed, and an alarm looked at with fresh replies, as `promptgate drift` does. */
export function simulate(world: World, draw: Draw): Seen {
  const rates = Array.from({ length: world.cases }, () => rateOf(draw));
  const steadiest = rates.indexOf(Math.max(...rates));
  const { change = Number.POSITIVE_INFINITY, back = Number.POSITIVE_INFINITY, after = (rate) => rate } = world;
  const runOf = (t: number, replies: number): DriftRun => {
    const isChanged = t >= change && t < back;
    return dayOf(
      t,
      isChanged ? rates.map((rate, at) => after(rate, at === steadiest)) : rates,
      replies,
      draw,
      isChanged ? world.farther : 0,
    );
  };
  let history: RowHistory = emptyRow;
  let [unconfirmed, naive, first] = [0, false, Number.NaN];
  let alarm: Seen['alarm'];
  for (let t = 0; t < world.runs; t++) {
    const run = runOf(t, world.replies);
    const mean = meanScore(run);
    if (t === 0) first = mean;
    else if (t < change && first - mean > 0.05) naive = true;
    history = follow(history, run);
    const state = stateOf(history);
    if (state?.ended !== undefined) return { ...(alarm === undefined ? {} : { alarm }), unconfirmed, naive, over: t };
    if (state === undefined || state.suspected.length === 0) continue;
    for (const line of lookAgain(state.suspected, state.runs, runOf(t, freshReplies))) history = follow(history, line);
    const since = stateOf(history)?.drift?.since;
    if (since === undefined) unconfirmed++;
    else alarm ??= { at: t, since: since.at, from: since.from, to: since.to };
    if (alarm !== undefined && world.back === undefined) break;
  }
  return { ...(alarm === undefined ? {} : { alarm }), unconfirmed, naive };
}

function meanScore({ cases }: DriftRun): number {
  const scores = cases.flatMap(({ values }) => values['score'] ?? []);
  return scores.reduce((sum, value) => sum + value, 0) / scores.length;
}
