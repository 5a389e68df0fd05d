import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { AskingSession, ReviewPorts } from '../app/review/review-ports.ts';
import { type Breathe, CancelledError } from '../core/breathe.ts';
import { HeldBytes } from '../core/parts/held-bytes.ts';
import type { Progress, Words } from '../core/ports.ts';
import type { Tree } from '../core/pull-request.ts';
import type { Report } from '../core/report/report.ts';
import { programVersion } from '../core/scoring/program-files.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import { openGitHost } from '../hosts/git/git-host.ts';
import type { TreeWatch } from '../hosts/git/watch-tree.ts';
import { createDeciding } from '../hosts/thread/create-deciding.ts';
import { memory } from '../providers/memory.ts';
import { systemClock } from '../providers/system-clock.ts';
import { createSandbox } from '../sandbox/create-sandbox.ts';
import { cacheFolder } from './keep-compiled.ts';
import { loadPrices } from './load-prices.ts';
import { type AskingPlace, openAsking } from './open-asking.ts';
import { hasKey } from './provider-keys.ts';
import type { Surroundings } from './surroundings.ts';
import { tool } from './tool.ts';

/** What the command line adds to a review on this machine. */
export type LocalPlace = {
  readonly folder: string;
  readonly base?: string;
  /** File of the store; by default in the user's cache folder. */
  readonly store?: string;
  readonly progress: Progress;
  /** A saved report whose replies stand for any that would be asked, and where it was read from. */
  readonly replayed?: { readonly report: Report; readonly from: string };
};

/** Wires a review of a local repository. @throws ProblemError where there is no repository or no base */
export async function wireLocal(
  inputs: Inputs,
  surroundings: Surroundings,
  { folder, base, store, progress, replayed }: LocalPlace,
): Promise<ReviewPorts & { readonly close: () => Promise<void> }> {
  const host = await openGitHost({ folder, ...(base === undefined ? {} : { base }) });
  const now = async (): Promise<Tree> => {
    const pull = await host.pullRequest();
    return 'nothing' in pull ? new Map() : host.tree(pull.head);
  };
  const place = { root: host.root, now, progress, ...(store === undefined ? {} : { store }) };
  const asking = wireLocalAsking(inputs, surroundings, place);
  const close = async (): Promise<void> => {
    await asking.close();
    await host.close();
  };
  if (replayed === undefined) return { ...asking, host, close };
  const { replayReport } = await import('../app/review/replay-report.ts');
  const openAsking = async () => replayReport(replayed.report, replayed.from);
  return { ...asking, host, close, openAsking, hasKey: () => true, asksNothing: true };
}

/** Watches the working tree that a folder lies in. @param own whether this program writes the file itself */
export async function watchLocal(
  folder: string,
  own: (path: string) => boolean,
  say: (line: string) => void,
): Promise<TreeWatch> {
  const { watchTree } = await import('../hosts/git/watch-tree.ts');
  return watchTree(folder, own, say);
}

/** Wires what a run in a folder of this machine asks models with. */
export function wireLocalAsking(
  inputs: Inputs,
  surroundings: Surroundings,
  {
    root,
    now,
    store,
    progress,
  }: {
    readonly root: string;
    /** The files of the working tree, by which it is told whether a program is what it was. */
    readonly now?: () => Promise<Tree>;
  } & Pick<LocalPlace, 'store' | 'progress'>,
): Omit<ReviewPorts, 'host'> & { readonly close: () => Promise<void> } {
  const held = new HeldBytes();
  const place: AskingPlace = {
    held,
    inputs,
    surroundings,
    progress,
    store: store ?? join(cacheFolder(surroundings.env), 'replies.sqlite'),
    clock: systemClock,
    startedAt: systemClock.monotonic(),
    sealed: false,
    workspace: root,
    hide: () => undefined,
    programs: async () => {
      const tree = await now?.();
      return {
        kind: 'at',
        cwd: root,
        notes: [],
        version: (command) => tree && programVersion(command, tree, { workspace: root, beside: true }),
        leave: () => undefined,
      };
    },
    // On one's own machine whoever may run a scorer may read the keys.
    shedKeys: () => undefined,
  };
  const sandbox = createSandbox();
  const asking = openSessions((settings, calls) => openAsking(settings, calls, place));
  return {
    held,
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

/** Lists of words, each in a chunk of its own that is loaded when a check asks for it. */
export const words: Words = {
  loadSynonyms: async () => (await import('../hosts/words/load-synonyms.ts')).loadSynonyms(),
};

/** Opens asking sessions, and closes all of them once nothing reads what was said any more. */
export function openSessions(open: ReviewPorts['openAsking']): {
  readonly open: ReviewPorts['openAsking'];
  readonly close: () => Promise<void>;
} {
  const opened: AskingSession[] = [];
  return {
    open: async (settings, calls) => {
      const session = await open(settings, calls);
      opened.push(session);
      return session;
    },
    close: async () => {
      for (const session of opened) await session.close();
    },
  };
}

/** Milliseconds of work without a turn for anything else. */
const LONGEST_MS = 50;
/** What a cancelled run may go on for: what came back of a small review is judged and told all the same. */
const GRACE_MS = 1_000;

export function createBreathe(signal: AbortSignal): Breathe {
  let begun: number | undefined;
  let cancelledAt = Number.POSITIVE_INFINITY;
  signal.addEventListener('abort', () => {
    cancelledAt = performance.now();
  });
  return () => {
    const now = performance.now();
    if (now - cancelledAt > GRACE_MS) return Promise.reject(new CancelledError());
    if (begun === undefined) {
      begun = now;
      // Whatever lets others have their turn is a breath.
      setImmediate(() => {
        begun = undefined;
      });
    }
    return now - begun < LONGEST_MS ? undefined : turn();
  };
}
