import { randomBytes } from 'node:crypto';
import type { AskingSession } from '../app/review/review-ports.ts';
import type { Progress } from '../core/ports.ts';
import { deriveKey } from '../core/seal/derive-key.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { OpenScorers } from '../hosts/scorer/open-scorers.ts';
import { memory } from '../providers/memory.ts';
import { systemClock } from '../providers/system-clock.ts';
import { loadPrices } from './load-prices.ts';
import { keyOf, keysHeld, nameKeySource } from './provider-keys.ts';
import type { Surroundings } from './surroundings.ts';

/** What the pool of calls and its store are made with. */
export type AskingPlace = {
  readonly inputs: Inputs;
  readonly surroundings: Surroundings;
  readonly progress: Progress;
  /** When the run began, on the clock of `performance.now()`: reading takes of the same time. */
  readonly startedAt: number;
  /** File of the store. */
  readonly store: string;
  /** The file is brought back from where other jobs can write too: only what a run with the same keys signed is believed. */
  readonly sealed: boolean;
  /** Called before it is opened: brings it back from where an earlier run kept it. */
  readonly beforeStore?: (settings: Settings) => Promise<void>;
  /** Told each key before it is used, so that it is masked. */
  readonly hide: (secret: string) => void;
  /** The run reviews a fork: nothing of the config is run then. */
  readonly fork: () => boolean;
  /** Folder that scorers run in. */
  readonly workspace: string;
};

/** Opens what asks: heavy adapters are loaded here, where a model is to be asked at last. Most runs end before. */
export async function openAsking(settings: Settings, calls: number, place: AskingPlace): Promise<AskingSession> {
  memory.ask(calls);
  const { inputs, surroundings, progress } = place;
  const [
    { createAsking },
    { createOpenAiProvider },
    { openSqliteStore },
    { createRowSeal, unsealed },
    { withSpare },
    { createSession },
  ] = await Promise.all([
    import('../app/ask/create-asking.ts'),
    import('../providers/openai/create-openai-provider.ts'),
    import('../store/sqlite-store.ts'),
    import('../store/row-seal.ts'),
    import('../store/spare-store.ts'),
    import('../app/ask/create-session.ts'),
  ]);
  const clock = systemClock;
  await place.beforeStore?.(settings);
  // A run without a key believes its own rows alone.
  const key = deriveKey(keysHeld(settings, inputs, surroundings.env), 'store') ?? randomBytes(32);
  const opened = openSqliteStore(place.store, clock, place.sealed ? createRowSeal(key) : unsealed);
  for (const note of opened.notes) progress.say(note);
  const store = withSpare(opened, progress.say);
  const seats = [...settings.providers].map(([name, provider]) => {
    const key = keyOf(provider, inputs, surroundings.env);
    if (key !== undefined) place.hide(key);
    const made = createOpenAiProvider({
      name,
      baseUrl: provider.baseUrl,
      keyFrom: nameKeySource(provider),
      clock,
      ...(key === undefined ? {} : { key }),
    });
    const { fallback } = provider;
    return [
      name,
      { provider: made, endpoint: provider.baseUrl, ...(fallback === undefined ? {} : { fallback }) },
    ] as const;
  });
  const costOf = await loadPrices(settings);
  const asking = createAsking({
    providers: new Map(seats),
    store,
    clock,
    random: Math.random,
    limits: { ...settings, goneMs: performance.now() - place.startedAt },
    progress,
    costOf,
    cancel: surroundings.signal,
  });
  let scorers: OpenScorers | undefined;
  const session = createSession({
    asking,
    store,
    costOf,
    runScorer: async (name, input) => {
      const { openScorers } = await import('../hosts/scorer/open-scorers.ts');
      // A fork's pull request never runs code, whatever the config names.
      const allowed: Settings['scorers'] = place.fork() ? new Map() : settings.scorers;
      scorers ??= openScorers({ scorers: allowed, cwd: place.workspace, environment: surroundings.env });
      return scorers.run(name, input, surroundings.signal);
    },
  });
  return {
    ...session,
    close: async () => {
      scorers?.close();
      await session.close();
    },
  };
}
