import type { GoldenCase } from '../golden-case.ts';
import { canonicalJson } from '../json.ts';

/** A golden case of the branch that a pull request goes into. */
export type StandingCase = {
  /** As the branch has it now; as it was at the merge base where it has it no more. */
  readonly golden: GoldenCase;
  /** At the merge base, where that is another: it was changed on the branch since. */
  readonly before?: GoldenCase;
  /** It came to the branch since: the pull request never had it. */
  readonly isNew: boolean;
};

/** The cases at the merge base and at the branch's tip as one exam: an author who picks an old base does not pick its exam. */
export function standingCases(
  base: readonly GoldenCase[],
  tip: readonly GoldenCase[],
  pair: typeof pairCases = pairCases,
): readonly StandingCase[] {
  return pair(base, tip).map((one): StandingCase => {
    if (one.kind === 'removed') return { golden: one.base, isNew: false };
    if (one.kind === 'added') return { golden: one.head, isNew: true };
    const before = isSameCase(one.base, one.head) ? {} : { before: one.base };
    return { golden: one.head, ...before, isNew: false };
  });
}

/** Whether two versions of a case are the same, wherever they are written. */
export function isSameCase(one: GoldenCase, other: GoldenCase): boolean {
  return one === other || contentOf(one) === contentOf(other);
}

function contentOf({ at: _, checks, notRun, ...rest }: GoldenCase): string {
  return canonicalJson({
    ...rest,
    checks: checks.map(({ at: __, ...check }) => check),
    notRun: notRun.map(({ name }) => name),
  });
}

/** One case as base and head have it; one of them is absent where it was added or removed. */
export type CasePair =
  | { readonly kind: 'both'; readonly base: GoldenCase; readonly head: GoldenCase }
  | { readonly kind: 'added'; readonly head: GoldenCase }
  | { readonly kind: 'removed'; readonly base: GoldenCase };

/** Pairs the cases of lines that code rendered: what a line asks stands under its id, and its vars say nothing of it. */
export function pairById(base: readonly GoldenCase[], head: readonly GoldenCase[]): readonly CasePair[] {
  const byId = new Map(base.map((golden) => [golden.id, golden]));
  const headIds = new Set(head.map(({ id }) => id));
  const removed = base.filter(({ id }) => !headIds.has(id));
  return [
    ...head.map((golden): CasePair => {
      const other = byId.get(golden.id);
      return other === undefined ? { kind: 'added', head: golden } : { kind: 'both', base: other, head: golden };
    }),
    ...removed.map((golden): CasePair => ({ kind: 'removed', base: golden })),
  ];
}

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
