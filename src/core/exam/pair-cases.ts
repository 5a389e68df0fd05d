import type { GoldenCase } from '../golden-case.ts';
import { canonicalJson } from '../json.ts';

/** One case as base and head have it; one of them is absent where it was added or removed. */
export type CasePair =
  | { readonly kind: 'both'; readonly base: GoldenCase; readonly head: GoldenCase }
  | { readonly kind: 'added'; readonly head: GoldenCase }
  | { readonly kind: 'removed'; readonly base: GoldenCase };

/** Pairs the cases of both sides by id, else by vars: those of head in its order, then those that are gone. */
export function pairCases(base: readonly GoldenCase[], head: readonly GoldenCase[]): readonly CasePair[] {
  const byId = new Map(base.map((golden) => [golden.id, golden]));
  const headIds = new Set(head.map(({ id }) => id));
  const byVars = new Map<string, GoldenCase[]>();
  for (const golden of base) {
    if (headIds.has(golden.id)) continue;
    const key = canonicalJson(golden.vars);
    const same = byVars.get(key);
    if (same === undefined) byVars.set(key, [golden]);
    else same.push(golden);
  }

  const paired = new Set<GoldenCase>();
  const pairs = head.map((golden): CasePair => {
    const other = byId.get(golden.id) ?? byVars.get(canonicalJson(golden.vars))?.shift();
    if (other === undefined) return { kind: 'added', head: golden };
    paired.add(other);
    return { kind: 'both', base: other, head: golden };
  });
  const removed = base.filter((golden) => !paired.has(golden));
  return [...pairs, ...removed.map((golden): CasePair => ({ kind: 'removed', base: golden }))];
}
