import type { CanaryLine, DriftLine } from '../../src/core/drift/drift-line.ts';
import { type CanaryState, confirmCanary, heedCanary } from '../../src/core/drift/follow-canary.ts';
import type { Draw } from './simulate.ts';

/** A schedule of a canary's runs. */
export type CanaryWorld = {
  readonly name: string;
  readonly method: CanaryLine['method'];
  readonly runs: number;
  /** Run at which the model becomes another, counted from 0; none: never. */
  readonly change?: number;
  /** Run at which it is as before again. */
  readonly back?: number;
  /** How far its logits move then: standard deviation, nats. */
  readonly moves?: number;
  /** How far a day's hardware moves them: standard deviation, nats. */
  readonly days: number;
};

/** What the watch made of it. */
export type CanarySeen = { readonly alarm?: number; readonly since?: number; readonly over?: number };

const replies = 10;
const tokens = 12;
/** How far a reply's logits are from the day's, nats: batches and kernels differ. */
const noise = 0.05;

/** Plays a schedule: each run is followed, and what is suspected asked again, as `promptgate drift` does. */
export function simulateCanary(world: CanaryWorld, draw: Draw): CanarySeen {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  const vector = (size: number): readonly number[] => Array.from({ length: tokens }, () => size * normal());
  const { change = Number.POSITIVE_INFINITY, back = Number.POSITIVE_INFINITY, moves = 0, method } = world;
  const inputs = method === 'logprobs' ? ['x'] : ['qzj', 'mfa', 'tri', 'bok', 'lue'];
  const usual = inputs.map(() =>
    Array.from({ length: tokens }, (_, at) => (method === 'border' && at < 2 ? 0 : -1 - at)),
  );
  const moved = inputs.map(() => vector(moves));
  const lineOf = (t: number, day: readonly (readonly number[])[]): CanaryLine => ({
    kind: 'canary',
    version: 1,
    at: new Date(Date.UTC(2026, 0, 1 + t)).toISOString(),
    run: `${t}`,
    prompt: '*canary*',
    model: 'model',
    method,
    probe: 'probe',
    served: [{ model: 'model', replies }],
    inputs: inputs.map((input, index) => ({
      input,
      replies: Array.from({ length: replies }, () => {
        const own = vector(noise);
        const logits = (usual[index] ?? []).map((value, at) => {
          const shift = t >= change && t < back ? (moved[index]?.[at] ?? 0) : 0;
          return value + shift + (day[index]?.[at] ?? 0) + (own[at] ?? 0);
        });
        const total = Math.log(logits.reduce((sum, value) => sum + Math.exp(value), 0));
        if (method === 'logprobs') {
          const kept = logits.slice(0, 10);
          return { tokens: kept.map((_, at) => `t${at}`), values: kept.map((value) => value - total) };
        }
        const best = logits.indexOf(Math.max(...logits));
        return { tokens: [`t${best}`], values: [1] };
      }),
    })),
  });
  let state: CanaryState | undefined;
  let seen: CanarySeen = {};
  for (let t = 0; t < world.runs; t++) {
    const day = inputs.map(() => vector(world.days));
    state = heedCanary(state, lineOf(t, day));
    if (state?.suspected === true) {
      const told = confirmCanary(state, lineOf(t, day));
      state = heedCanary(state, confirmationOf(t, told?.confirmed === true));
    }
    if (state?.verdict === 'drifted' && seen.alarm === undefined)
      seen = { alarm: t, ...(state.since === undefined ? {} : { since: state.since }) };
    if (state?.ended !== undefined) return { ...seen, over: t };
    if (seen.alarm !== undefined && world.back === undefined) return seen;
  }
  return seen;
}

function confirmationOf(t: number, confirmed: boolean): DriftLine {
  return {
    kind: 'confirmation',
    version: 1,
    at: new Date(Date.UTC(2026, 0, 1 + t)).toISOString(),
    run: `${t}`,
    prompt: '*canary*',
    model: 'model',
    layer: 'canary',
    confirmed,
    p: 0,
    alpha: 0.01,
    cases: [],
    replies,
  };
}
