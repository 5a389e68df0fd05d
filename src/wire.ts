import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { ComparePorts } from './app/compare/compare-files.ts';
import type { AskingSession, ReviewPorts } from './app/review/review-ports.ts';
import type { PullRequestPorts } from './app/review-pull-request.ts';
import type { CostOf } from './core/money/prices.ts';
import type { Progress } from './core/ports.ts';
import type { Inputs } from './core/settings/inputs.ts';
import type { ProviderSettings, Settings } from './core/settings/settings.ts';
import { connectGitHub } from './hosts/github/connect-github.ts';
import { createGitHubForum } from './hosts/github/create-github-forum.ts';
import { createGitHubHost } from './hosts/github/create-github-host.ts';
import { readEvent } from './hosts/github/read-event.ts';
import { createLog } from './hosts/log/create-log.ts';
import { redact } from './hosts/log/redact.ts';
import { createPlainProgress } from './hosts/progress/plain-progress.ts';
import { openRunner, type Runner } from './hosts/runner/open-runner.ts';
import { openTerminal, type Terminal } from './hosts/terminal/open-terminal.ts';
import { systemClock } from './providers/system-clock.ts';

/** Waits until all that was written has left this process: exiting at once would cut a long report short. */
export async function flushOutput(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise<void>((resolve) => {
      stream.write('', () => resolve());
    });
  }
}

/** Heavy adapters (models, store, artifact, cache) are loaded where they are first used: most runs end before. */

const LOG_EVERY_MS = 10_000;
/** A cancelled run's last word; the runner kills the step 7.5 s after it asked for an end. */
const CANCELLED_MS = 4_000;

export { openRunner };

export const tool = { name: 'promptgate', version: '0.1.0' } as const;

/** Everything of this process that the adapters read. */
export type Surroundings = { readonly env: Readonly<Record<string, string | undefined>>; readonly signal: AbortSignal };

/** Where a key comes from, in words for messages. */
function nameKeySource(provider: ProviderSettings): string {
  switch (provider.key.kind) {
    case 'input':
      return 'the input `api-key`';
    case 'environment':
      return `the environment variable ${provider.key.name}`;
    case 'none':
      return 'no key';
  }
}

function keyOf(provider: ProviderSettings, inputs: Inputs, env: Surroundings['env']): string | undefined {
  switch (provider.key.kind) {
    case 'input':
      return inputs['api-key'];
    case 'environment':
      return env[provider.key.name]?.trim() || undefined;
    case 'none':
      return undefined;
  }
}

/** A provider can be asked when it has its key, or needs none. */
function hasKey(settings: Settings, name: string, inputs: Inputs, env: Surroundings['env']): boolean {
  const provider = settings.providers.get(name);
  if (provider === undefined) return false;
  if (provider.key.kind === 'none') return true;
  return keyOf(provider, inputs, env) !== undefined || (provider.key.kind === 'environment' && provider.key.optional);
}

async function loadPrices(settings: Settings): Promise<CostOf> {
  const { loadPriceList } = await import('./providers/load-price-list.ts');
  const endpoints = new Map([...settings.providers].map(([name, { baseUrl }]) => [name, baseUrl]));
  return loadPriceList(Object.fromEntries(settings.prices), endpoints, systemClock.now());
}

/** What the pool of calls and its store are made with. */
type AskingPlace = {
  readonly inputs: Inputs;
  readonly surroundings: Surroundings;
  readonly progress: Progress;
  /** File of the store. */
  readonly store: string;
  /** Called before it is opened: brings it back from where an earlier run kept it. */
  readonly beforeStore?: (settings: Settings) => Promise<void>;
  /** Told each key before it is used, so that it is masked. */
  readonly hide: (secret: string) => void;
  /** The run reviews a fork: nothing of the config is run then. */
  readonly fork: () => boolean;
  /** Folder that scorers run in. */
  readonly workspace: string;
};

async function openAsking(settings: Settings, place: AskingPlace): Promise<AskingSession> {
  const { inputs, surroundings, progress } = place;
  const [{ createAsking }, { createOpenAiProvider }, { openSqliteStore }, { createSession }, { collectEarly }] =
    await Promise.all([
      import('./app/ask/create-asking.ts'),
      import('./providers/openai/create-openai-provider.ts'),
      import('./store/sqlite-store.ts'),
      import('./app/ask/create-session.ts'),
      import('./providers/collect-early.ts'),
    ]);
  const clock = systemClock;
  collectEarly();
  await place.beforeStore?.(settings);
  const store = openSqliteStore(place.store, clock);
  for (const note of store.notes) progress.say(note);
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
    limits: settings,
    progress,
    costOf,
    cancel: surroundings.signal,
  });
  return createSession({
    asking,
    store,
    costOf,
    runScorer: async (name, input) => {
      const { runScorer } = await import('./hosts/scorer/run-scorer.ts');
      // A fork's pull request never runs code, whatever the config names.
      const scorers: Settings['scorers'] = place.fork() ? new Map() : settings.scorers;
      return runScorer(
        { scorers, cwd: place.workspace, environment: surroundings.env },
        name,
        input,
        surroundings.signal,
      );
    },
  });
}

/** Wires the action's run: everything but the heavy adapters. */
export function wireAction(
  runner: Runner,
  inputs: Inputs,
  surroundings: Surroundings,
): PullRequestPorts & ComparePorts & { readonly privileged: boolean } {
  const secrets = new Set<string>();
  const hide = (secret: string | undefined): void => {
    if (secret === undefined || secret === '') return;
    runner.mask(secret);
    secrets.add(secret);
  };
  hide(inputs['api-key']);
  hide(inputs['github-token']);
  const log = createLog((text) => process.stdout.write(text));
  const say = (line: string): void => log.say(redact(line, secrets));
  const github = {
    token: inputs['github-token'] ?? '',
    apiUrl: runner.apiUrl,
    repository: runner.repository,
    say,
  };
  const connection = connectGitHub({ ...github, signal: surroundings.signal });
  const { sha, ref, actor, event } = runner;
  const baseRef = inputs['base-ref'];
  const occasion = readEvent(event.name, event.payload, {
    sha,
    ref,
    actor,
    ...(baseRef === undefined ? {} : { baseRef }),
  });
  const progress = createPlainProgress(say, systemClock, LOG_EVERY_MS);
  const place: AskingPlace = {
    inputs,
    surroundings,
    progress,
    store: storeOnRunner(surroundings.env),
    beforeStore: (settings) => restoreKept(settings, runner, surroundings.env, progress),
    workspace: runner.workspace,
    hide,
    fork: () => occasion.kind === 'compare' && occasion.fork,
  };
  return {
    host: createGitHubHost(connection, occasion),
    forum: createGitHubForum(connection),
    hurriedForum: () => createGitHubForum(connectGitHub({ ...github, signal: AbortSignal.timeout(CANCELLED_MS) })),
    clock: systemClock,
    progress,
    tool,
    hasKey: (settings, name) => hasKey(settings, name, inputs, surroundings.env),
    loadPrices,
    openAsking: (settings) => openAsking(settings, place),
    run: runner.run,
    readFile: readerIn(runner.workspace, true),
    privileged: event.name === 'pull_request_target',
    stage: {
      setOutput: runner.setOutput,
      writeSummary: runner.writeSummary,
      annotate: (annotation) => runner.annotate({ ...annotation, message: redact(annotation.message, secrets) }),
      writeFile: runner.writeFile,
      uploadArtifact: async (name, files) => {
        const { uploadArtifact } = await import('./hosts/runner/upload-artifact.ts');
        await uploadArtifact(name, files, say);
      },
      redact: (text) => redact(text, secrets),
      say,
    },
  };
}

/** The same path in every run, since the Actions cache tells entries apart by it. */
function storeOnRunner(env: Surroundings['env']): string {
  return join(env['RUNNER_TEMP'] ?? tmpdir(), 'promptgate', 'replies.sqlite');
}

/** Brings the store of an earlier run back, and leaves word for the step after the job to keep this run's. */
async function restoreKept(
  settings: Settings,
  runner: Runner,
  env: Surroundings['env'],
  progress: Progress,
): Promise<void> {
  if (!settings.cache) return;
  const { restoreStore } = await import('./store/actions-cache.ts');
  const cached = { path: storeOnRunner(env), name: settings.name ?? '', run: runner.run.id };
  runner.saveState('store', JSON.stringify(cached));
  const outcome = await restoreStore(cached);
  if (outcome.kind === 'restored') progress.say('Replies of earlier runs are at hand.');
  if (outcome.kind === 'unavailable') progress.say(`Replies of earlier runs are not at hand: ${outcome.why}.`);
}

/** What the command line adds to a review on this machine. */
export type LocalPlace = {
  readonly folder: string;
  readonly base?: string;
  /** File of the store; by default in the user's cache folder. */
  readonly store?: string;
  readonly progress: Progress;
};

/** Wires a review of a local repository. @throws ProblemError where there is no repository or no base */
export async function wireLocal(
  inputs: Inputs,
  surroundings: Surroundings,
  { folder, base, store, progress }: LocalPlace,
): Promise<ReviewPorts & { readonly close: () => Promise<void> }> {
  const { openGitHost } = await import('./hosts/git/git-host.ts');
  const host = await openGitHost({ folder, ...(base === undefined ? {} : { base }) });
  const place = { root: host.root, progress, ...(store === undefined ? {} : { store }) };
  return { ...wireLocalAsking(inputs, surroundings, place), host, close: host.close };
}

/** Wires what a run in a folder of this machine asks models with. */
export function wireLocalAsking(
  inputs: Inputs,
  surroundings: Surroundings,
  { root, store, progress }: { readonly root: string } & Pick<LocalPlace, 'store' | 'progress'>,
): Omit<ReviewPorts, 'host'> {
  const place: AskingPlace = {
    inputs,
    surroundings,
    progress,
    store: store ?? join(cacheFolder(surroundings.env), 'promptgate', 'replies.sqlite'),
    workspace: root,
    hide: () => undefined,
    fork: () => false,
  };
  return {
    clock: systemClock,
    progress,
    tool,
    hasKey: (settings, name) => hasKey(settings, name, inputs, surroundings.env),
    loadPrices,
    openAsking: (settings) => openAsking(settings, place),
  };
}

/** Wires a comparison of two score files of this machine. */
export function wireComparison(folder: string): ComparePorts {
  return { clock: systemClock, tool, readFile: readerIn(folder, false) };
}

/** Most bytes of a score file. */
const SCORES_BYTES = 64 * 1024 * 1024;

function readerIn(folder: string, inside: boolean): ComparePorts['readFile'] {
  return async (path) => {
    const { readFileText } = await import('./hosts/workspace/read-file-text.ts');
    return readFileText(path, { folder, inside, most: SCORES_BYTES });
  };
}

/** The user's cache folder, as each system has it. */
function cacheFolder(env: Surroundings['env']): string {
  if (env['XDG_CACHE_HOME'] !== undefined && env['XDG_CACHE_HOME'] !== '') return env['XDG_CACHE_HOME'];
  if (process.platform === 'win32') return env['LOCALAPPDATA'] ?? tmpdir();
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache');
}

/** The terminal that the command line writes to. */
export function wireTerminal(): Terminal {
  return openTerminal(systemClock);
}

/** The demo, with everything it embeds. */
export async function wireDemo() {
  const { runDemo } = await import('./embedded/demo/run-demo.ts');
  return runDemo;
}

/** Most bytes of replies that are kept between runs; GitHub gives a repository 10 GB for all its caches. */
const KEPT_BYTES = 256 * 1024 * 1024;

/** After the job: keeps the run's store for later ones. Whatever goes wrong is told, and fails nothing. */
export async function keepStore(runner: Runner): Promise<void> {
  const log = createLog((text) => process.stdout.write(text));
  const left = cachedStore.safeParse(parseJson(runner.state('store')));
  if (!left.success) return;
  const [{ saveStore }, { openSqliteStore }] = await Promise.all([
    import('./store/actions-cache.ts'),
    import('./store/sqlite-store.ts'),
  ]);
  // Opening it mends what a killed step left behind; only a pruned and closed store is whole in its one file.
  const store = openSqliteStore(left.data.path, systemClock);
  store.prune(KEPT_BYTES);
  store.close();
  const outcome = await saveStore(left.data);
  if (outcome.kind === 'unavailable') log.say(`Replies are not kept for later runs: ${outcome.why}.`);
}

const cachedStore = z.object({ path: z.string().min(1), name: z.string(), run: z.string().min(1) });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
