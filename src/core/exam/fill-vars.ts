import type { GoldenCase } from '../golden-case.ts';
import type { Json, JsonObject } from '../json.ts';
import { lookUp } from '../template/look-up.ts';

/**
 * A case with values for those of the variables `names` that it does not know, each from the first lender that does:
 * a variable that only the other revision's case knows is then no broken request on one side.
 */
export function fillVars(golden: GoldenCase, names: readonly string[], lenders: readonly JsonObject[]): GoldenCase {
  const missing = names.filter((name) => lookUp(name, golden.vars) === undefined);
  const lent = missing.flatMap((name): readonly (readonly [string, Json])[] => {
    const value = lenders.map((lender) => lookUp(name, lender)).find((held) => held !== undefined);
    return value === undefined ? [] : [[name, value]];
  });
  return lent.length === 0 ? golden : { ...golden, vars: { ...golden.vars, ...Object.fromEntries(lent) } };
}
