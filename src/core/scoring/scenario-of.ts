import type { CheckKinds } from '../check-kind.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { Scenario } from '../scenario.ts';

/** The conversation a case asks for (its first `simulate`), or nothing: then one reply is asked for. */
export function scenarioOf(golden: GoldenCase, kinds: CheckKinds): Scenario | undefined {
  for (const { kind, argument } of golden.checks) {
    const scenario = kinds.get(kind)?.scenario?.(argument);
    if (scenario !== undefined) return scenario;
  }
  return undefined;
}
