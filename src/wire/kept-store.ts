import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Progress } from '../core/ports.ts';
import type { Settings } from '../core/settings/settings.ts';
import { createLog } from '../hosts/log/create-log.ts';
import { openRunner, type Runner } from '../hosts/runner/open-runner.ts';
import { systemClock } from '../providers/system-clock.ts';
import type { Surroundings } from './surroundings.ts';

export { openRunner };

/** Most bytes of replies that are kept between runs; GitHub gives a repository 10 GB for all its caches. */
const KEPT_BYTES = 256 * 1024 * 1024;

/** The same path in every run, since the Actions cache tells entries apart by it. */
export function storeOnRunner(env: Surroundings['env']): string {
  return join(env['RUNNER_TEMP'] ?? tmpdir(), 'promptgate', 'replies.sqlite');
}

/**
 * Brings the store of an earlier run back, and leaves word for the step after the job to keep this run's.
 * @returns the file to use: another one where the one of before may still be written by what was not waited for
 */
export async function restoreKept(
  settings: Settings,
  runner: Runner,
  env: Surroundings['env'],
  progress: Progress,
): Promise<string> {
  const path = storeOnRunner(env);
  if (!settings.cache) return path;
  const { restoreCached } = await import('../store/actions-cache.ts');
  const cached = { kind: 'replies', path, name: settings.name ?? '', run: runner.run.id } as const;
  runner.saveState('store', JSON.stringify(cached));
  const outcome = await restoreCached(cached);
  if (outcome.kind === 'restored') progress.say('Replies of earlier runs are at hand.');
  if ('why' in outcome) {
    const why = `Replies of earlier runs are not at hand: ${outcome.why}.`;
    if (outcome.kind === 'unavailable') progress.say(why);
    else runner.annotate({ level: 'warning', title: 'Promptgate', message: why });
  }
  if (outcome.kind !== 'late') return path;
  const at = join(path, '..', 'replies-of-this-run.sqlite');
  runner.saveState('store', JSON.stringify({ ...cached, at }));
  return at;
}

/** After the job: keeps the run's store, and what it learned of files, for later ones. Whatever goes wrong is told, and fails nothing. */
export async function keepStore(runner: Runner): Promise<void> {
  const log = createLog((text) => process.stdout.write(text));
  const index = cachedFile.safeParse(parseJson(runner.state('index')));
  if (index.success) {
    const { saveCached } = await import('../store/actions-cache.ts');
    const outcome = await saveCached(index.data);
    if ('why' in outcome) log.say(`What files refer to is not kept for later runs: ${outcome.why}.`);
  }
  const left = cachedFile.safeParse(parseJson(runner.state('store')));
  if (!left.success) return;
  const [{ saveCached }, { openSqliteStore }] = await Promise.all([
    import('../store/actions-cache.ts'),
    import('../store/sqlite-store.ts'),
  ]);
  // Opening it mends what a killed step left behind; only a pruned and closed store is whole in its one file.
  const { path, at } = left.data;
  const store = openSqliteStore(at ?? path, systemClock);
  store.prune(KEPT_BYTES);
  store.close();
  // The cache knows it under one path alone.
  if (at !== undefined) await rename(at, path);
  const outcome = await saveCached(left.data);
  if ('why' in outcome) log.say(`Replies are not kept for later runs: ${outcome.why}.`);
}

const cachedFile = z.object({
  kind: z.enum(['replies', 'index']),
  path: z.string().min(1),
  name: z.string(),
  run: z.string().min(1),
  /** Where the file is, if not at its path. */
  at: z.string().min(1).optional(),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
