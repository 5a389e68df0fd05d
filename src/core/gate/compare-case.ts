import type { Cell, Missing, Outcome } from '../outcome.ts';
import type { Side } from '../side.ts';
import { scoreSlack } from '../statistics/slack.ts';
import { canFall } from './can-fall.ts';
import { isBroken } from './case-look.ts';
import type { CaseComparison, CaseState, Rejection, Tally } from './comparison.ts';
import { isOutcome } from './measured-batch.ts';
import type { LookTaken } from './take-look.ts';

const steadyRange = 1 / 3;

/** One cell as the report shows it. @param index of the cell in the looks */
export function compareCase(cell: Cell, index: number, looks: readonly LookTaken[]): CaseComparison {
  const last = looks.at(-1);
  const tested = last?.cases.cells[index] ?? null;
  const old = tally(cell, 'old', last?.round);
  const now = tally(cell, 'new', last?.round);
  const confirmed = confirmedAt(index, looks);
  const state = stateOf({ cell, old, new: now, confirmed, improved: tested?.improved ?? false });
  return {
    case: cell.case,
    family: cell.family,
    weight: cell.weight,
    identical: cell.identical,
    canFall: canFall(cell, last?.round ?? Number.POSITIVE_INFINITY),
    old,
    new: now,
    delta: tested?.delta ?? (cell.identical && now.of > 0 ? 0 : null),
    p: tested?.test.p ?? null,
    better: tested?.test.better ?? null,
    method: tested?.test.method ?? null,
    confirmed,
    state,
  };
}

/** The first look that confirmed the cell worse, one that makes it gate before any other. */
function confirmedAt(index: number, looks: readonly LookTaken[]): Rejection | null {
  const all = looks.flatMap((look) => look.cases.cells[index]?.confirmed ?? []);
  return all.find(({ delta }) => isBroken(delta)) ?? all[0] ?? null;
}

function tally(cell: Cell, side: Side, round = Number.POSITIVE_INFINITY): Tally {
  const asked: (Outcome | Missing)[] = cell.batches
    .filter((batch) => batch.round <= round)
    .flatMap(({ pairs }) => pairs.map((pair) => pair[side]));
  const scored = asked.filter(isOutcome);
  const marked = scored.filter(({ passes }) => passes !== undefined);
  return {
    scores: scored.map(({ score }) => score),
    passes: marked.length === 0 ? null : marked.filter(({ passes }) => passes).length,
    of: scored.length,
    missing: asked.length - scored.length,
  };
}

type Found = {
  readonly cell: Cell;
  readonly old: Tally;
  readonly new: Tally;
  readonly confirmed: Rejection | null;
  readonly improved: boolean;
};

function stateOf({ cell, old, new: now, confirmed, improved }: Found): CaseState {
  if (now.of === 0 || (old.of === 0 && cell.newOnly !== true)) return 'unscored';
  if (confirmed !== null && isBroken(confirmed.delta)) return 'regressed';
  if (improved) return 'improved';
  const shown = cell.newOnly === true ? [now] : [old, now];
  if (shown.every(fails)) return 'failing';
  return shown.some(holds) ? 'same' : 'flaky';
}

function fails({ passes, scores }: Tally): boolean {
  return passes === null ? scores.every((score) => score <= scoreSlack) : passes === 0;
}

/** All replies pass; without pass marks: their scores lie within a third. */
function holds({ passes, of, scores }: Tally): boolean {
  if (passes !== null) return passes === of;
  return Math.max(...scores) - Math.min(...scores) < steadyRange - scoreSlack;
}
