import { Worker } from 'node:worker_threads';
import { CancelledError } from '../../core/breathe.ts';
import type { Deciding } from '../../core/deciding.ts';
import { compareRows } from '../../core/gate/compare-rows.ts';
import { planRound } from '../../core/gate/replay-looks.ts';
import type { GateSettings } from '../../core/gate/settings.ts';
import type { KeptCase } from '../../core/gate-quality/kept-case.ts';
import { measureGate } from '../../core/gate-quality/measure-gate.ts';
import type { Cell } from '../../core/outcome.ts';

/** What a thread is to decide. */
export type ToDecide =
  | { readonly kind: 'plan' | 'compare'; readonly cells: readonly Cell[]; readonly settings: GateSettings }
  | {
      readonly kind: 'measure';
      readonly kept: readonly KeptCase[];
      readonly settings: GateSettings;
      readonly effort: number;
    };

/** Trials that are decided in about as long as a thread takes to begin, some 100 ms. */
const fewTrials = 1_000;
/** Kept scores, of which as many reviews are drawn as can be in that time. */
const fewScores = 200;

/** The gate in this thread, or over many replies in one of its own that a cancel ends. */
export function createDeciding(signal: AbortSignal): Deciding {
  return {
    planRound: async (cells, settings) =>
      countTrials(cells) < fewTrials
        ? planRound(cells, settings)
        : decideApart({ kind: 'plan', cells, settings }, signal),
    compareRows: async (cells, settings) =>
      countTrials(cells) < fewTrials
        ? compareRows(cells, settings)
        : decideApart({ kind: 'compare', cells, settings }, signal),
    measureGate: async (kept, settings, effort) =>
      countScores(kept) < fewScores
        ? measureGate(kept, settings, effort)
        : decideApart({ kind: 'measure', kept, settings, effort }, signal),
  };
}

function countTrials(cells: readonly Cell[]): number {
  return cells.reduce((sum, { batches }) => sum + batches.reduce((of, { pairs }) => of + pairs.length, 0), 0);
}

function countScores(kept: readonly KeptCase[]): number {
  return kept.reduce((sum, { scores }) => sum + scores.length, 0);
}

function decideApart<Decided>(asked: ToDecide, signal: AbortSignal): Promise<Decided> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new CancelledError());
    const worker = new Worker(new URL('./gate-thread.ts', import.meta.url), {
      workerData: asked,
      env: {},
      execArgv: [],
    });
    const cancel = (): void => {
      reject(new CancelledError());
      void worker.terminate();
    };
    signal.addEventListener('abort', cancel, { once: true });
    worker.once('message', (decided: Decided) => resolve(decided));
    worker.once('error', reject);
    worker.once('exit', () => {
      signal.removeEventListener('abort', cancel);
      reject(new Error('the thread of the gate ended without a word'));
    });
  });
}
