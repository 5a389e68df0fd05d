import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { mark } from './text/mark.ts';
import { plainOptions } from './text/text-options.ts';
import { limitArgument } from './words/count-argument.ts';

export const maxLatencyScorer = defineCheckKind({
  kind: 'max-latency',
  summary: 'The reply came within so many milliseconds (the call that succeeded, waits before it aside).',
  argument: limitArgument.describe('milliseconds'),
  options: plainOptions,
  example: 2000,
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument: most, answer: { latencyMs } }) =>
    mark(latencyMs <= most, `${Math.round(latencyMs)} ms, ${most} at most`),
});
