import { type AskingDeps, createAsking } from '../../src/app/ask/create-asking.ts';
import type { Seat } from '../../src/app/ask/lanes.ts';
import { type Call, callFor } from '../../src/core/call.ts';
import type { Clock, ProgressState, Provider } from '../../src/core/ports.ts';
import type { Reply } from '../../src/core/reply.ts';
import { openSqliteStore, type SqliteStore } from '../../src/store/sqlite-store.ts';
import { requestOf } from './model-answers.ts';
import { fastClock } from './model-fast-clock.ts';

type About = Partial<Omit<AskingDeps, 'providers' | 'limits' | 'progress'>> & {
  readonly limits?: Partial<AskingDeps['limits']>;
  readonly seats?: Readonly<Record<string, Seat>>;
};

/** Asking with usual limits on a store in memory, one provider at its default, and all it reported. */
export function askingOf(provider: Provider | undefined, about: About = {}) {
  const clock: Clock = about.clock ?? fastClock(20);
  const store: SqliteStore | AskingDeps['store'] = about.store ?? openSqliteStore(':memory:', clock);
  const reported: ProgressState[] = [];
  const seats = provider === undefined ? {} : { default: { provider, endpoint: 'https://one.example/v1' } };
  const asking = createAsking({
    store,
    clock,
    random: about.random ?? Math.random,
    limits: { concurrency: 4, maxCalls: 1000, maxCostUsd: 5, timeoutMs: 600_000, ...about.limits },
    progress: { say: () => {}, update: (state) => reported.push(state), end: () => {} },
    costOf: about.costOf ?? (() => undefined),
    ...(about.ownLimits === undefined ? {} : { ownLimits: about.ownLimits }),
    cancel: about.cancel ?? new AbortController().signal,
    providers: new Map<string, Seat>(Object.entries({ ...seats, ...about.seats })),
  });
  return { asking, store, clock, reported };
}

/** Calls that ask `q0`, `q1` … */
export function callsOf(
  count: number,
  about: Partial<Call> & { provider?: string; model?: string } = {},
): readonly Call[] {
  const { provider = 'default', model = 'small', ...rest } = about;
  return Array.from({ length: count }, (_, index) => ({
    ...callFor(requestOf(`q${index}`, { provider, model }), 0, rest.purpose ?? 'reply'),
    ...rest,
  }));
}

/** Reasons of the failed among replies, `answered` for the others. */
export function endsOf(replies: readonly Reply[]): readonly string[] {
  return replies.map((reply) => (reply.kind === 'failed' ? reply.reason : 'answered'));
}
