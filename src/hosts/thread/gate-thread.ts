import { parentPort, workerData } from 'node:worker_threads';
import { compareRows } from '../../core/gate/compare-rows.ts';
import { planRound } from '../../core/gate/replay-looks.ts';
import { measureGate } from '../../core/gate-quality/measure-gate.ts';
import type { ToDecide } from './create-deciding.ts';

/** A thread that decides one thing, and ends. */
const asked: ToDecide = workerData;
parentPort?.postMessage(decide(asked));

function decide(of: ToDecide) {
  switch (of.kind) {
    case 'plan':
      return planRound(of.cells, of.settings);
    case 'compare':
      return compareRows(of.cells, of.settings);
    case 'measure':
      return measureGate(of.kept, of.settings, of.effort);
  }
}
