import type { Attempt, Fault, FaultKind } from '../../src/embedded/model-service/script.ts';

/**
 * Faults by chance: each arrival of a request meets one of `kinds` with probability `share` (0–1).
 * Hints, where a kind gives them, are 1–40 ms, so that tests with hints stay short.
 */
export function drawFaults(
  share: number,
  kinds: readonly [FaultKind, ...FaultKind[]],
): (attempt: Attempt) => Fault | undefined {
  return ({ random }) => {
    if (random() >= share) return undefined;
    const kind = kinds[Math.floor(random() * kinds.length)] ?? kinds[0];
    return kind === 'rate-limit-hint' ? { kind, retryAfterMs: 1 + Math.floor(random() * 40) } : { kind };
  };
}
