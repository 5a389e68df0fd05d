import { createAsking } from '../../src/app/ask/create-asking.ts';
import { callFor } from '../../src/core/call.ts';
import type { Store } from '../../src/core/ports.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { Api } from '../../src/core/settings/provider-schema.ts';
import { drawChance } from '../../src/embedded/model-service/answer-request.ts';
import { startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { systemClock } from '../../src/providers/system-clock.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { drawFaults } from './draw-faults.ts';
import { requestOf } from './model-answers.ts';
import { patientClock } from './model-patient-clock.ts';
import { providerFor } from './spoken-apis.ts';

/** What came of a run against a service that fails. */
export type FaultRun = {
  readonly replies: readonly Reply[];
  /** Requests that arrived, in the run and when all was asked once more. */
  readonly arrived: number;
  readonly arrivedAgain: number;
  /** Questions that arrived although their answer was durable already. */
  readonly askedTwice: readonly string[];
  /** Answered calls whose text is not the one the service gave to that question. */
  readonly wrong: readonly string[];
  readonly kinds: number;
};

const kinds = [
  'rate-limit',
  'rate-limit-hint',
  'server-error',
  'unavailable-page',
  'reset',
  'hang',
  'drip',
  'cut-body',
  'cut-json',
  'empty-body',
  'empty-choices',
  'wrong-shape',
  'page',
  'error-in-200',
  'redirect',
] as const;

/** Asks `count` calls of a service that fails a quarter of them, by `seed`; then all of them once more. */
export async function runAgainstFaults(seed: string, count: number, api: Api = 'chat'): Promise<FaultRun> {
  const durable = new Set<string>();
  const askedTwice: string[] = [];
  const fault = drawFaults(0.25, kinds);
  const service = await startModelService({
    seed,
    latency: { ms: 1, jitterMs: 8 },
    otherwise: ({ user }) => `reply to ${user}`,
    faults: (attempt) => {
      if (durable.has(attempt.text)) askedTwice.push(attempt.text);
      return fault(attempt);
    },
  });
  const provider = await providerFor(api, service.url);
  const opened = openSqliteStore(':memory:', systemClock);
  const store: Store = {
    ...opened,
    keep: async (call, answer) => {
      await opened.keep(call, answer);
      if (call.request.kind === 'chat') durable.add(call.request.messages[0]?.content ?? '');
    },
  };
  const calls = Array.from({ length: count }, (_, index) => ({
    ...callFor(requestOf(`q${index}`), 0, 'reply'),
    pair: `p${index >> 1}`,
  }));
  const askAll = () => {
    const asking = createAsking({
      providers: new Map([
        [
          'default',
          {
            provider,
            endpoint: service.url,
          },
        ],
      ]),
      store,
      // An attempt ends after 0.7 s: one that was merely kept waiting must not count as asked in vain.
      clock: patientClock,
      random: drawChance(seed, 'jitter'),
      limits: {
        concurrency: 16,
        maxCalls: 10_000,
        maxCostUsd: 5,
        timeoutMs: 600_000,
        attemptTimeoutMs: 700,
        backoffMs: 5,
        longestBackoffMs: 50,
      },
      progress: { say: () => {}, update: () => {}, end: () => {} },
      costOf: () => undefined,
      cancel: new AbortController().signal,
    });
    return Promise.all(calls.map(asking.ask));
  };
  const replies = await askAll();
  const arrived = service.stats().arrived;
  const faults = service.stats().faults.size;
  await askAll();
  const wrong = calls.flatMap(({ id }, index) => {
    const text = opened.find(id)?.text;
    return text === undefined || text === `reply to q${index}` ? [] : [text];
  });
  const arrivedAgain = service.stats().arrived - arrived;
  await service.close();
  opened.close();
  return { replies, arrived, arrivedAgain, askedTwice, wrong, kinds: faults };
}
