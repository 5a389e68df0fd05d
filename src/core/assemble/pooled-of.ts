import type { Comparison } from '../gate/comparison.ts';
import type { ReportPrompt } from '../report/report.ts';

/** The tests over all models together, as the report shows them. */
export function pooledOf({ pooled }: Comparison): ReportPrompt['pooled'] {
  return pooled === null ? null : { p: pooled.p, delta: pooled.delta, method: pooled.test.method };
}
