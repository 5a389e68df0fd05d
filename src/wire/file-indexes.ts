import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileIndex } from '../core/file-index.ts';
import { deriveKey } from '../core/seal/create-seal.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Runner } from '../hosts/runner/open-runner.ts';
import { storeOnRunner } from './kept-store.ts';
import { keysHeld } from './provider-keys.ts';
import type { Surroundings } from './surroundings.ts';

/** What earlier runs found out about files: brought back from the Actions cache when it is first asked for. */
export type FileIndexes = {
  readonly open: (settings: Settings) => Promise<FileIndex | undefined>;
  /** Leaves what this run learned to the step after the job. */
  readonly close: () => Promise<void>;
};

/** It is sealed with the run's keys: a run that has none goes without, as does one that keeps nothing. */
export function createFileIndexes(runner: Runner, inputs: Inputs, env: Surroundings['env']): FileIndexes {
  let keep = async (): Promise<void> => undefined;
  let opened: Promise<FileIndex | undefined> | undefined;
  const open = async (settings: Settings): Promise<FileIndex | undefined> => {
    const key = deriveKey(keysHeld(settings, inputs, env), 'file index');
    if (!settings.cache || key === undefined) return undefined;
    const [{ restoreCached }, { openKeptIndex }] = await Promise.all([
      import('../store/actions-cache.ts'),
      import('../store/kept-index.ts'),
    ]);
    const path = join(storeOnRunner(env), '..', 'files.index');
    const cached = { kind: 'index', path, name: settings.name ?? '', run: runner.run.id } as const;
    await restoreCached(cached);
    const index = openKeptIndex(await readFile(path, 'utf8').catch(() => undefined), key);
    keep = async () => {
      const written = index.write();
      if (written === undefined) return;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, written);
      runner.saveState('index', JSON.stringify(cached));
    };
    return index;
  };
  return {
    open: (settings) => {
      opened ??= open(settings);
      return opened;
    },
    close: () => keep(),
  };
}
