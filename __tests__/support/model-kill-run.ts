import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mostAtRisk } from '../../src/app/ask/lane.ts';
import { callFor } from '../../src/core/call.ts';
import { drawChance } from '../../src/embedded/model-service/answer-request.ts';
import { startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { systemClock } from '../../src/providers/system-clock.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { requestOf } from './model-answers.ts';

const concurrency = 8;
const script = fileURLToPath(new URL('./model-ask-process.ts', import.meta.url));

/** What came of a run that was killed again and again. */
export type KillRun = {
  /** Answers the service gave beyond one for each question. */
  readonly paidTwice: number;
  /** Most it may have lost: the calls that were under way, or not yet on the disk, at each kill. */
  readonly allowed: number;
  readonly askedTwice: readonly string[];
  readonly missing: number;
  readonly printed: string;
  /** Kills that hit while calls were being asked. */
  readonly hits: number;
};

/** Asks `count` questions in a process that is killed with SIGKILL at `kills` random moments and begun anew each time. */
export async function runWithKills(seed: string, kills: number, count: number): Promise<KillRun> {
  const folder = mkdtempSync(join(tmpdir(), 'promptgate-kill-'));
  const path = join(folder, 'replies.sqlite');
  const random = drawChance(seed, 'kill');
  const calls = Array.from({ length: count }, (_, index) => ({
    text: `q${index}`,
    id: callFor(requestOf(`q${index}`), 0, 'reply').id,
  }));
  let durable = new Set<string>();
  let onArrival = (): void => {};
  const askedTwice: string[] = [];
  const service = await startModelService({
    seed,
    latency: { ms: 2, jitterMs: 20 },
    otherwise: 'kept',
    faults: ({ text }) => {
      if (durable.has(text)) askedTwice.push(text);
      onArrival();
      return undefined;
    },
  });
  let hits = 0;
  let printed = '';
  try {
    for (let kill = 0; kill <= kills; kill += 1) {
      const child = spawn(process.execPath, [script, service.url, path, String(count), String(concurrency)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      printed = '';
      child.stdout.on('data', (chunk) => {
        printed += chunk;
      });
      const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
      if (kill < kills) {
        // Counted from its first request on, so that most kills meet calls under way.
        onArrival = () => {
          onArrival = () => {};
          setTimeout(() => child.kill('SIGKILL'), 1 + random() * 60);
        };
      } else onArrival = () => {};
      await ended;
      if (child.signalCode === 'SIGKILL') hits += 1;
      const store = openSqliteStore(path, systemClock);
      durable = new Set(calls.filter(({ id }) => store.find(id) !== undefined).map(({ text }) => text));
      store.close();
    }
    return {
      paidTwice: service.stats().answered - count,
      allowed: hits * mostAtRisk(concurrency),
      askedTwice,
      missing: count - durable.size,
      printed,
      hits,
    };
  } finally {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
