import type { Cell, Outcome } from '../outcome.ts';
import { scoreSlack } from '../statistics/slack.ts';
import { isBroken } from './case-look.ts';
import type { CaseComparison, Fall, Rejection, Tally } from './comparison.ts';
import { caseState, fallsOf } from './diagnosed-case.ts';
import { isOutcome, passesTell, tallySide } from './measured-batch.ts';
import { isJudged, repeats } from './repeats.ts';
import type { LookTaken } from './take-look.ts';

/** One cell as the report shows it. @param index of the cell in the looks */
export function compareCase(cell: Cell, index: number, looks: readonly LookTaken[]): CaseComparison {
  const last = looks.at(-1);
  const tested = last?.cases.cells[index] ?? null;
  const old = tallySide(cell, 'old', last?.round);
  const now = tallySide(cell, 'new', last?.round);
  const confirmed = confirmedAt(index, looks);
  const delta = fallOf(cell, old, now) ?? tested?.delta ?? (cell.identical && now.of > 0 ? 0 : null);
  const improved = tested?.improved ?? false;
  const falls = cell.identical ? [] : fallsOf(cell, last?.round, partsAt(index, looks));
  const state = caseState({ newOnly: cell.newOnly === true, old, new: now, delta, confirmed, falls, improved });
  return {
    case: cell.case,
    family: cell.family,
    weight: cell.weight,
    identical: cell.identical,
    canFall: canFall(cell, last?.round ?? Number.POSITIVE_INFINITY),
    old,
    new: now,
    delta,
    p: tested?.test.p ?? null,
    better: tested?.test.better ?? null,
    method: tested?.test.method ?? null,
    confirmed,
    falls,
    state,
  };
}

/**
 * The fall of a judged case that repeats itself: the gate weighs its exact checks alone, yet a case that passed always
 * and now never does is not one that holds.
 */
function fallOf(cell: Cell, old: Tally, now: Tally): number | undefined {
  if (old.passes === null || now.passes === null || old.of === 0 || now.of === 0) return undefined;
  const delta = now.passes / now.of - old.passes / old.of;
  return isBroken(delta) && passesTell(cell) && isJudged(cell) && repeats(cell) ? delta : undefined;
}

/** The tests of a cell's graded parts: as the last look has them, with the first confirmation. */
function partsAt(index: number, looks: readonly LookTaken[]): readonly Pick<Fall, 'check' | 'p' | 'confirmed'>[] {
  const every = looks.map((look) => look.cases.cells[index]?.parts ?? []);
  return (every.at(-1) ?? []).map(({ check, test }) => {
    const found = every.flatMap((parts) => parts.flatMap((one) => (one.check === check && one.confirmed) || []));
    return { check, p: test.p, confirmed: found[0] ?? null };
  });
}

/** The first look that confirmed the cell worse, one that makes it gate before any other. */
function confirmedAt(index: number, looks: readonly LookTaken[]): Rejection | null {
  const all = looks.flatMap((look) => look.cases.cells[index]?.confirmed ?? []);
  return all.find(({ delta }) => isBroken(delta)) ?? all[0] ?? null;
}

/**
 * Whether a cell's replies up to a round left anything to lose: on the old side (of an added prompt: on the new) one passes, or
 * scores above zero where passes do not tell, or gets a grade that no pass tells and that could fall by half. What fails already cannot break.
 */
export function canFall(cell: Cell, round: number): boolean {
  const side = cell.newOnly === true ? 'new' : 'old';
  const tell = passesTell(cell);
  return cell.batches.some(
    (batch) =>
      batch.round <= round &&
      batch.pairs.some((pair) => {
        const one = pair[side];
        return isOutcome(one) && ((tell ? one.passes === true : one.score > scoreSlack) || hasGrade(one));
      }),
  );
}

function hasGrade({ graded = [] }: Outcome): boolean {
  return graded.some(({ value }) => value >= 1 / 2 - scoreSlack);
}
