import { join } from 'node:path';
import type { ReviewPorts } from '../app/review/review-ports.ts';
import type { Progress } from '../core/ports.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import { openGitHost } from '../hosts/git/git-host.ts';
import { createDeciding } from '../hosts/thread/create-deciding.ts';
import { memory } from '../providers/memory.ts';
import { systemClock } from '../providers/system-clock.ts';
import { createSandbox } from '../sandbox/create-sandbox.ts';
import { cacheFolder } from './cache-folder.ts';
import { createBreathe } from './create-breathe.ts';
import { loadPrices } from './load-prices.ts';
import { type AskingPlace, openAsking } from './open-asking.ts';
import { openSessions } from './open-sessions.ts';
import { hasKey } from './provider-keys.ts';
import type { Surroundings } from './surroundings.ts';
import { tool } from './tool.ts';
import { words } from './words.ts';

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
  const host = await openGitHost({ folder, ...(base === undefined ? {} : { base }) });
  const place = { root: host.root, progress, ...(store === undefined ? {} : { store }) };
  const asking = wireLocalAsking(inputs, surroundings, place);
  const close = async (): Promise<void> => {
    await asking.close();
    await host.close();
  };
  return { ...asking, host, close };
}

/** Wires what a run in a folder of this machine asks models with. */
export function wireLocalAsking(
  inputs: Inputs,
  surroundings: Surroundings,
  { root, store, progress }: { readonly root: string } & Pick<LocalPlace, 'store' | 'progress'>,
): Omit<ReviewPorts, 'host'> & { readonly close: () => Promise<void> } {
  const place: AskingPlace = {
    inputs,
    surroundings,
    progress,
    store: store ?? join(cacheFolder(surroundings.env), 'replies.sqlite'),
    clock: systemClock,
    startedAt: systemClock.monotonic(),
    sealed: false,
    workspace: root,
    hide: () => undefined,
    scorers: async () => ({ kind: 'at', cwd: root, notes: [], leave: () => undefined }),
    // On one's own machine whoever may run a scorer may read the keys.
    shedKeys: () => undefined,
  };
  const sandbox = createSandbox();
  const asking = openSessions((settings, calls) => openAsking(settings, calls, place));
  return {
    clock: systemClock,
    breathe: createBreathe(surroundings.signal),
    deciding: createDeciding(surroundings.signal),
    progress,
    begin: memory.begin,
    sandbox,
    words,
    expect: memory.plan,
    tool,
    hasKey: (settings, name) => hasKey(settings, name, inputs, surroundings.env),
    loadPrices,
    openAsking: asking.open,
    close: async () => {
      sandbox.close();
      await asking.close();
    },
  };
}
