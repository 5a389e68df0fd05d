import type { CheckKinds } from '../check-kind.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { Scenario } from '../scenario.ts';

/**
 * The conversation a case asks for, or nothing: then one reply is asked for. Of several `simulate` checks the last one
 * counts: a case's own comes after those of the defaults.
 */
export function scenarioOf(golden: GoldenCase, kinds: CheckKinds): Scenario | undefined {
  for (const { kind, argument } of golden.checks.toReversed()) {
    const scenario = kinds.get(kind)?.scenario?.(argument);
    if (scenario !== undefined) return scenario;
  }
  return undefined;
}
