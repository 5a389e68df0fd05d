import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callFor } from '../../src/core/call.ts';
import { systemClock } from '../../src/providers/system-clock.ts';
import { restoreCached, saveCached } from '../../src/store/actions-cache.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { answerOf, requestOf } from '../support/model-answers.ts';
import { type CacheService, startCacheService } from '../support/model-cache-service.ts';

let service: CacheService;
let folder: string;

beforeEach(async () => {
  service = await startCacheService();
  folder = mkdtempSync(join(tmpdir(), 'promptgate-cache-'));
  vi.stubEnv('ACTIONS_RESULTS_URL', service.url);
  vi.stubEnv('ACTIONS_CACHE_SERVICE_V2', 'true');
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', 'token');
  vi.stubEnv('GITHUB_SERVER_URL', 'https://github.com');
  vi.stubEnv('GITHUB_WORKSPACE', folder);
  vi.stubEnv('RUNNER_TEMP', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the store in the Actions cache', () => {
  it('comes back in a later run, found by its prefix, with the replies in it', async () => {
    const path = join(folder, 'replies.sqlite');
    const call = callFor(requestOf('a question'), 0, 'reply');
    const store = openSqliteStore(path, systemClock);
    await store.keep(call, answerOf('an answer'));
    store.close();
    expect(await saveCached({ kind: 'replies', path, name: 'main', run: '7-1' })).toEqual({ kind: 'saved' });
    rmSync(path);

    const restored = await restoreCached({ kind: 'replies', path, name: 'main', run: '8-1' });
    expect(restored).toMatchObject({ kind: 'restored', key: service.keys()[0] });
    const again = openSqliteStore(path, systemClock);
    expect(again.find(call.id)?.text).toBe('an answer');
    again.close();
  });

  it('of one name is not restored for another', async () => {
    const path = join(folder, 'replies.sqlite');
    openSqliteStore(path, systemClock).close();
    await saveCached({ kind: 'replies', path, name: 'a-b', run: '7-1' });
    rmSync(path);
    expect(await restoreCached({ kind: 'replies', path, name: 'a', run: '8-1' })).toEqual({ kind: 'nothing' });
    expect(existsSync(path)).toBe(false);
  });

  it('is not overwritten where one is there already', async () => {
    const path = join(folder, 'replies.sqlite');
    openSqliteStore(path, systemClock).close();
    await saveCached({ kind: 'replies', path, name: 'a', run: '7-1' });
    expect(await restoreCached({ kind: 'replies', path, name: 'a', run: '8-1' })).toEqual({ kind: 'nothing' });
  });

  it('is said to be unavailable where saving the same run twice is refused, and nothing is thrown', async () => {
    const path = join(folder, 'replies.sqlite');
    openSqliteStore(path, systemClock).close();
    await saveCached({ kind: 'replies', path, name: 'a', run: '7-1' });
    expect(await saveCached({ kind: 'replies', path, name: 'a', run: '7-1' })).toMatchObject({ kind: 'unavailable' });
  });

  it('is said to be unavailable where the runner has no cache service', async () => {
    vi.stubEnv('ACTIONS_RESULTS_URL', '');
    const path = join(folder, 'absent.sqlite');
    expect(await restoreCached({ kind: 'replies', path, name: 'a', run: '1-1' })).toMatchObject({
      kind: 'unavailable',
    });
    expect(await saveCached({ kind: 'replies', path, name: 'a', run: '1-1' })).toEqual({ kind: 'nothing' });
  });
});
