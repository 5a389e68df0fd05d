import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { addCounts, type Counts, noCounts } from './simulate-reviews.ts';
import type { Task } from './worker.ts';

type Done = { readonly property: number; readonly counts: Counts };

/** Runs the tasks on all cores. @returns summed counts by property */
export async function runTasks(tasks: readonly Task[]): Promise<ReadonlyMap<number, Counts>> {
  const sums = new Map<number, Counts>();
  const waiting = tasks.values();
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url));
      for (const task of waiting) {
        const { property, counts } = await runOne(worker, task);
        sums.set(property, addCounts(sums.get(property) ?? noCounts(), counts));
      }
      await worker.terminate();
    }),
  );
  return sums;
}

function runOne(worker: Worker, task: Task): Promise<Done> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (done: Done) => {
      worker.off('error', reject);
      resolve(done);
    });
    worker.postMessage(task);
  });
}
