import { parentPort } from 'node:worker_threads';
import { seededRandom } from '../../src/core/statistics/random.ts';
import type { Scenario } from './scenario.ts';
import { simulateReviews } from './simulate-reviews.ts';

/** A share of a property's reviews. */
export type Task = {
  readonly property: number;
  readonly scenario: Scenario;
  readonly reviews: number;
  readonly seed: readonly [number, number];
};

parentPort?.on('message', (task: Task) => {
  const counts = simulateReviews(task.scenario, task.reviews, seededRandom(task.seed));
  parentPort?.postMessage({ property: task.property, counts });
});
