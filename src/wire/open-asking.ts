import { randomBytes } from 'node:crypto';
import type { Seat } from '../app/ask/lanes.ts';
import type { AskingSession } from '../app/review/review-ports.ts';
import { CancelledError } from '../core/breathe.ts';
import { type HeldBytes, sendingBytes } from '../core/parts/held-bytes.ts';
import type { Clock, Progress } from '../core/ports.ts';
import { deriveKey } from '../core/seal/create-seal.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import { ownBudgets } from '../core/settings/override-settings.ts';
import type { ProviderSettings, Settings } from '../core/settings/settings.ts';
import { adapters, streamedApis } from '../providers/adapters.ts';
import { memory } from '../providers/memory.ts';
import { secretsOf } from '../providers/service/create-service-provider.ts';
import { loadPrices } from './load-prices.ts';
import { openPrograms, runsCommands } from './open-programs.ts';
import type { ProgramPlace } from './program-place.ts';
import { credentialsOf, identityOf, keyOf, keysHeld, nameKeySource } from './provider-keys.ts';
import type { Surroundings } from './surroundings.ts';

/** What the pool of calls and its store are made with. */
export type AskingPlace = {
  readonly inputs: Inputs;
  readonly surroundings: Surroundings;
  readonly progress: Progress;
  /** Bytes that requests name. */
  readonly held: HeldBytes;
  readonly clock: Clock;
  /** When the run began, monotonic milliseconds of that clock: reading takes of the same time. */
  readonly startedAt: number;
  /** File of the store. */
  readonly store: string;
  /** The file is brought back from where other jobs can write too: a run without a key believes nothing in it. */
  readonly sealed: boolean;
  /** Called before it is opened: brings it back from where an earlier run kept it, and names the file that it is in. */
  readonly beforeStore?: (settings: Settings) => Promise<string>;
  /** Told each key before it is used, so that it is masked. */
  readonly hide: (secret: string) => void;
  /** Folder of the checkout, where there is one. */
  readonly workspace: string;
  /** Where scorers and applications run; called once, when the first of them is opened. */
  readonly programs: (settings: Settings) => Promise<ProgramPlace>;
  /** Called before anything is asked where a program of the team's may be run: makes sure that it finds no key of this process. */
  readonly shedKeys: () => void;
};

/** What brings the store back asks a service that may say nothing for minutes. @throws CancelledError */
async function unlessCancelled<T>(waiting: Promise<T> | undefined, signal: AbortSignal): Promise<T | undefined> {
  const { promise, reject } = Promise.withResolvers<never>();
  const cancel = (): void => reject(new CancelledError());
  promise.catch(() => undefined);
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await Promise.race([waiting, promise]);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** Opens what asks: heavy adapters are loaded here, where a model is to be asked at last. Most runs end before. */
export async function openAsking(settings: Settings, calls: number, place: AskingPlace): Promise<AskingSession> {
  memory.ask(calls);
  const { inputs, surroundings, progress, clock } = place;
  if (runsCommands(settings)) place.shedKeys();
  surroundings.heedCancel();
  const [{ createAsking }, { openSqliteStore }, { createRowSeal, unsealed }, { withSpare }, { createSession }] =
    await Promise.all([
      import('../app/ask/create-asking.ts'),
      import('../store/sqlite-store.ts'),
      import('../store/row-seal.ts'),
      import('../store/spare-store.ts'),
      import('../app/ask/create-session.ts'),
    ]);
  const file = (await unlessCancelled(place.beforeStore?.(settings), surroundings.signal)) ?? place.store;
  const key = deriveKey(keysHeld(settings, inputs, surroundings.env), 'store');
  const refused = (): void =>
    progress.say('Kept replies that no run with these keys signed are not believed: they are asked anew.');
  // Without a key, what others can write is not believed but for this run's own rows.
  const seal = key === undefined && !place.sealed ? unsealed : createRowSeal(key ?? randomBytes(32), refused);
  const kept = openSqliteStore(file, clock, seal);
  for (const note of kept.notes) progress.say(note);
  const store = withSpare(kept, progress.say);
  const openSeat = async (name: string, provider: ProviderSettings): Promise<readonly [string, Seat]> => {
    const key = keyOf(provider, inputs, surroundings.env);
    if (key !== undefined) place.hide(key);
    const credentials = credentialsOf(provider, surroundings.env);
    for (const secret of secretsOf(credentials)) place.hide(secret);
    const identity = identityOf(provider, surroundings.env);
    const { api, baseUrl, fallback, region, apiVersion } = provider;
    const endpoint = api === 'chat' ? baseUrl : `${baseUrl} (${[api, apiVersion ?? []].flat().join(' ')})`;
    const service = {
      ...{ name, baseUrl, endpoint, keyFrom: nameKeySource(provider), clock },
      ...(key === undefined ? {} : { key }),
      ...(provider.key.kind === 'token' && { isToken: true as const }),
      ...(credentials === undefined ? {} : { credentials }),
      ...(identity === undefined ? {} : { identity, hide: place.hide }),
      ...(region === undefined ? {} : { region }),
      ...(apiVersion === undefined ? {} : { apiVersion }),
      ...(settings.stream && { stream: true as const }),
    };
    const made = (await adapters[api]())(service);
    return [
      name,
      { provider: sendingBytes(made, place.held), endpoint, ...(fallback === undefined ? {} : { fallback }) },
    ];
  };
  const seats = await Promise.all([...settings.providers].map(([name, provider]) => openSeat(name, provider)));
  const programs = await openPrograms(settings, place);
  tellUnstreamed(settings, progress);
  const costOf = await loadPrices(settings);
  const asking = createAsking({
    providers: new Map([...seats, ...programs.seats]),
    store,
    clock,
    random: Math.random,
    limits: { ...settings, goneMs: clock.monotonic() - place.startedAt },
    ownLimits: ownLimits(settings),
    progress,
    costOf,
    cancel: surroundings.signal,
    needsFirstToken: [settings, ...settings.overrides].some(({ gate }) => gate.latencyOf === 'first-token'),
  });
  const session = createSession({
    asking,
    store,
    costOf,
    runScorer: programs.runScorer,
    notes: programs.notes,
  });
  return {
    ...session,
    close: async () => {
      programs.close();
      await session.close();
    },
  };
}

function ownLimits(
  settings: Settings,
): ReadonlyMap<number, { readonly maxCalls: number; readonly maxCostUsd: number }> {
  const none = Number.POSITIVE_INFINITY;
  return new Map(
    ownBudgets(settings).map(({ at, calls = none, usd = none }) => [at, { maxCalls: calls, maxCostUsd: usd }]),
  );
}

/** Says once which of the providers that the models name answer unstreamed though streams were asked for. */
function tellUnstreamed({ stream, models, providers, applications }: Settings, progress: Progress): void {
  if (!stream) return;
  const streamed: ReadonlySet<string> = new Set(streamedApis);
  const whole = [...new Set(models.map(({ provider }) => provider))].filter(
    (name) => applications.has(name) || !streamed.has(providers.get(name)?.api ?? 'chat'),
  );
  if (whole.length > 0)
    progress.say(`Replies of ${whole.join(', ')} come whole: their time to the first token is not known.`);
}
