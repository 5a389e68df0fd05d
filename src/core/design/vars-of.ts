import type { GoldenCase } from '../golden-case.ts';
import type { JsonObject } from '../json.ts';

/** A template may take the case's passages by the name `context` where the case gives no variable of that name. */
export function varsOf(golden: GoldenCase): JsonObject {
  return golden.context.length === 0 ? golden.vars : { context: golden.context.join('\n\n'), ...golden.vars };
}
