import type { PageCell, PageEntry, PageIndex } from '../reporters/html/page-data.ts';
import { type Outcome, outcomes } from '../reporters/wording/outcome.ts';
import type { Sort, View } from './view.ts';

export type Selection = {
  /** Indices of the cases that are shown, in their order. */
  readonly cases: readonly number[];
  /** Cases by outcome, and by failing check, of those that all other filters leave. */
  readonly outcomes: ReadonlyMap<Outcome, number>;
  readonly failures: ReadonlyMap<number, number>;
};

/** What filters ask of a case: the worst it came to, and the failing checks; undefined where it was not asked. */
type Summed = { readonly outcome: Outcome; readonly fails: readonly number[] } | undefined;

/** What every case came to on the model of this name, or on all of them. */
export function sumCases({ cases, cells, models }: PageIndex, on: string | undefined): readonly Summed[] {
  const only = on === undefined ? -1 : models.indexOf(on);
  return cases.map(({ on: asked }) => {
    const held = (only === -1 ? asked : asked.slice(only, only + 1)).flatMap((cell) => cells[cell] ?? []);
    if (held.length === 0) return undefined;
    return { outcome: worstOf(held), fails: [...new Set(held.flatMap(({ fails = [] }) => fails))] };
  });
}

/**
 * The cases that a view shows.
 * @param sums what they came to on what the view looks at
 * @param found those that have the words searched for, by their places; undefined where none are
 */
export function selectCases(
  index: PageIndex,
  view: View,
  sums: readonly Summed[],
  found: ReadonlySet<number> | undefined,
): Selection {
  const check = view.check === undefined ? -1 : index.failures.indexOf(view.check);
  const byOutcome = new Map<Outcome, number>();
  const byFailure = new Map<number, number>();
  const selected: number[] = [];
  for (const [at, entry] of index.cases.entries()) {
    const sum = sums[at];
    if (sum === undefined || found?.has(at) === false || !isOf(index, entry, view)) continue;
    const { outcome, fails } = sum;
    const isState = view.state.length === 0 || view.state.includes(outcome);
    const isCheck = check === -1 || fails.includes(check);
    if (isCheck) byOutcome.set(outcome, (byOutcome.get(outcome) ?? 0) + 1);
    if (isState) for (const name of fails) byFailure.set(name, (byFailure.get(name) ?? 0) + 1);
    if (isState && isCheck) selected.push(at);
  }
  return { cases: sorted(index, selected, view.sort), outcomes: byOutcome, failures: byFailure };
}

/** The worst that some cells came to. */
function worstOf(cells: readonly PageCell[]): Outcome {
  const worst = Math.min(...cells.map(({ outcome }) => outcomes.indexOf(outcome)));
  return outcomes[worst] ?? 'holds';
}

function isOf(index: PageIndex, entry: PageEntry, { of, segment, tag }: View): boolean {
  if (of !== undefined && index.prompts[entry.prompt]?.path !== of) return false;
  if (segment !== undefined && index.segments[entry.segment ?? -1] !== segment) return false;
  return tag === undefined || (entry.tags ?? []).some((at) => index.tags[at] === tag);
}

/** In each prompt by what was asked for; what broke first is the index's own order. */
function sorted(index: PageIndex, selected: readonly number[], sort: Sort): readonly number[] {
  if (sort === 'broke') return selected;
  const entry = (at: number) => index.cases[at];
  const key = { change: 'change', cost: 'cost', latency: 'latency' } as const;
  const compare = (one: number, other: number): number => {
    const prompts = (entry(one)?.prompt ?? 0) - (entry(other)?.prompt ?? 0);
    if (prompts !== 0) return prompts;
    if (sort === 'id') return (entry(one)?.id ?? '').localeCompare(entry(other)?.id ?? '');
    const [a, b] = [entry(one)?.[key[sort]], entry(other)?.[key[sort]]];
    if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
    return sort === 'change' ? a - b : b - a;
  };
  return selected.toSorted(compare);
}
