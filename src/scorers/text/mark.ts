import type { ScorerResult } from '../../core/check-kind.ts';

/** A 0/1 result. */
export function mark(passed: boolean, reason: string): ScorerResult {
  return { kind: 'scored', value: passed ? 1 : 0, passed, reason };
}
