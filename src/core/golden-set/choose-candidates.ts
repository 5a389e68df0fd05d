import { nearCopies } from '../design/near-copies.ts';
import type { GoldenCase } from '../golden-case.ts';
import { hash } from '../hash.ts';
import { canonicalJson } from '../json.ts';
import type { Prompt } from '../prompt.ts';
import { type Candidate, candidateReasons } from './make-candidate.ts';

/** Inputs that are compared with each other; of more a sample of each reason is, whatever order they come in. */
const mostCompared = 1_000;

/**
 * Collects candidates without growing with the logs: equal inputs count once, and of too many those with the least hashes stay, which
 * is a sample that the order of the logs does not change.
 */
export class CandidatePool {
  readonly #held = new Map<string, { readonly candidate: Candidate; times: number }>();
  #most: string | undefined;

  add(candidate: Candidate): void {
    const key = `${candidateReasons.indexOf(candidate.reason)}${hash([candidate.vars, candidate.user, candidate.history])}`;
    const known = this.#held.get(key);
    if (known !== undefined) known.times += 1;
    else if (this.#most === undefined || key < this.#most) this.#held.set(key, { candidate, times: 1 });
    if (this.#held.size < mostCompared * 2) return;
    const kept = [...this.#held].toSorted(([one], [other]) => (one < other ? -1 : 1)).slice(0, mostCompared);
    this.#held.clear();
    for (const [one, held] of kept) this.#held.set(one, held);
    this.#most = kept.at(-1)?.[0];
  }

  /** What was collected, each with how often it was asked. */
  get candidates(): readonly (readonly [candidate: Candidate, times: number])[] {
    const sorted = [...this.#held].toSorted(([one], [other]) => (one < other ? -1 : 1)).slice(0, mostCompared);
    return sorted.map(([, { candidate, times }]) => [candidate, times]);
  }
}

/** Candidates that were chosen, and how many were left out for what they repeat. */
export type Chosen = { readonly cases: readonly Candidate[]; readonly copies: number };

/**
 * Chooses candidates for golden cases: none that repeats a golden case or another one nearly; first what failed, then what was cut
 * off, then the rest; within each what is least like all that is covered already.
 */
export function chooseCandidates(
  pool: CandidatePool,
  { prompt, cases, most }: { readonly prompt: Prompt; readonly cases: readonly GoldenCase[]; readonly most: number },
): Chosen {
  const all = pool.candidates.map(([candidate]) => candidate);
  const asCases = [...cases, ...all.map(asCase)];
  const copies = new Set(nearCopies(prompt, asCases).flatMap(([, ...others]) => others));
  const open = all.filter((_, index) => !copies.has(cases.length + index));
  const words = new Map(open.map((candidate) => [candidate, wordsOf(asCase(candidate))]));
  const likeness = new Map(open.map((candidate) => [candidate, 0]));
  const cover = (covered: ReadonlySet<string>): void => {
    for (const [candidate, own] of words) {
      likeness.set(candidate, Math.max(likeness.get(candidate) ?? 0, shareOf(own, covered)));
    }
  };
  for (const golden of cases) cover(wordsOf(golden));
  const chosen: Candidate[] = [];
  while (chosen.length < most && words.size > 0) {
    const next = [...words.keys()].reduce((best, one) => (isBefore(one, best, likeness) ? one : best));
    const own = words.get(next) ?? new Set<string>();
    words.delete(next);
    chosen.push(next);
    cover(own);
  }
  return { cases: chosen, copies: all.length - open.length };
}

function isBefore(one: Candidate, other: Candidate, likeness: ReadonlyMap<Candidate, number>): boolean {
  const rank = ({ reason }: Candidate) => candidateReasons.indexOf(reason);
  if (rank(one) !== rank(other)) return rank(one) < rank(other);
  return (likeness.get(one) ?? 0) < (likeness.get(other) ?? 0);
}

function asCase({ vars, user, history, at }: Candidate): GoldenCase {
  const empty = { id: '', tags: [], weight: 1, context: [], checks: [], notRun: [] };
  return { ...empty, vars, ...(user === undefined ? {} : { user }), history, at };
}

function wordsOf({ vars, user = '', history }: GoldenCase): ReadonlySet<string> {
  const text = `${canonicalJson(vars)} ${user} ${history.map(({ content }) => content).join(' ')}`;
  return new Set(
    text
      .slice(0, 4_000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

/** Share of both texts' words that both have. */
function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const union = one.union(other).size;
  return union === 0 ? 0 : one.intersection(other).size / union;
}
