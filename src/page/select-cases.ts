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

/**
 * The cases that a view shows.
 * @param texts what was asked and said in each case in lower case, as far as it was read yet
 */
export function selectCases(index: PageIndex, view: View, texts: readonly (string | undefined)[]): Selection {
  const on = view.on === undefined ? -1 : index.models.indexOf(view.on);
  const check = view.check === undefined ? -1 : index.failures.indexOf(view.check);
  const words = view.q
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const byOutcome = new Map<Outcome, number>();
  const byFailure = new Map<number, number>();
  const found: number[] = [];
  for (const [at, entry] of index.cases.entries()) {
    if (!isOf(index, entry, view)) continue;
    if (words.length > 0 && !says(entry, texts[at], words)) continue;
    const cells = cellsOf(index, entry, on);
    if (cells.length === 0) continue;
    const outcome = worstOf(cells);
    const fails = new Set(cells.flatMap(({ fails: failed = [] }) => failed));
    const isState = view.state.length === 0 || view.state.includes(outcome);
    const isCheck = check === -1 || fails.has(check);
    if (isCheck) byOutcome.set(outcome, (byOutcome.get(outcome) ?? 0) + 1);
    if (isState) for (const name of fails) byFailure.set(name, (byFailure.get(name) ?? 0) + 1);
    if (isState && isCheck) found.push(at);
  }
  return { cases: sorted(index, found, view.sort), outcomes: byOutcome, failures: byFailure };
}

/** What a case came to on a model, or on all of them. */
export function cellsOf(index: PageIndex, entry: PageEntry, on: number): readonly PageCell[] {
  const wanted = on === -1 ? entry.on : entry.on.slice(on, on + 1);
  return wanted.flatMap((cell) => index.cells[cell] ?? []);
}

export function worstOf(cells: readonly PageCell[]): Outcome {
  return outcomes.find((outcome) => cells.some((cell) => cell.outcome === outcome)) ?? 'holds';
}

function isOf(index: PageIndex, entry: PageEntry, { of, segment, tag }: View): boolean {
  if (of !== undefined && index.prompts[entry.prompt]?.path !== of) return false;
  if (segment !== undefined && index.segments[entry.segment ?? -1] !== segment) return false;
  return tag === undefined || (entry.tags ?? []).some((at) => index.tags[at] === tag);
}

function says(entry: PageEntry, text: string | undefined, words: readonly string[]): boolean {
  const said = text ?? `${entry.id}\n${entry.asked}`.toLowerCase();
  return words.every((word) => said.includes(word));
}

/** In each prompt by what was asked for; what broke first is the index's own order. */
function sorted(index: PageIndex, found: readonly number[], sort: Sort): readonly number[] {
  if (sort === 'broke') return found;
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
  return found.toSorted(compare);
}
