import type { Cell } from '../outcome.ts';
import { verdicts, worst } from '../verdict.ts';
import { isBroken } from './case-look.ts';
import type { Comparison, Tally } from './comparison.ts';
import type { GateVerdict, RowVerdict } from './decide-verdict.ts';
import { passesTell, tallySide } from './measured-batch.ts';
import type { Count, Reason } from './reason.ts';
import { verdictOfReason } from './verdict-of-reason.ts';

/** Whether the new side broke in a case, as far as its replies tell: down by half or more. */
export function fellIn(cell: Cell): boolean {
  const [old, now] = [tallySide(cell, 'old'), tallySide(cell, 'new')];
  if (old.of === 0 || now.of === 0) return false;
  const tell = passesTell(cell);
  return isBroken(levelOf(now, tell) - levelOf(old, tell));
}

function levelOf({ scores, passes, of }: Tally, tell: boolean): number {
  if (tell && passes !== null) return passes / of;
  return scores.reduce((sum, score) => sum + score, 0) / of;
}

/**
 * The verdict with what head's own edits hide: cases that break as base had them, and that head's version does not show broken.
 * @param asBase edited cases as base had them, by their replies
 * @param unasked of each row, cases that could not be asked so
 */
export function tellOwnEdits(
  comparison: Comparison,
  verdict: GateVerdict,
  asBase: readonly Cell[],
  { unasked, allowed }: { readonly unasked: ReadonlyMap<string, number>; readonly allowed: boolean },
): GateVerdict {
  return withReasons(verdict, ({ row }) => {
    const own = comparison.rows.find((compared) => compared.row === row)?.cases ?? [];
    const broken = own.filter(({ state }) => state === 'regressed' || state === 'fell');
    const shown = new Set(broken.map((one) => one.case));
    const fallen = asBase.filter((cell) => cell.row === row && !shown.has(cell.case) && fellIn(cell));
    const left = unasked.get(row) ?? 0;
    if (fallen.length + left === 0) return [];
    // Base may have had it in two versions: at the merge base, and at its tip.
    const cases = [...new Map(fallen.map((cell) => [cell.case, cell])).values()].map((cell) => ({
      case: cell.case,
      old: countOf(tallySide(cell, 'old')),
      new: countOf(tallySide(cell, 'new')),
    }));
    return [{ kind: 'own-edits', row, cases, unasked: left, allowed }];
  });
}

function countOf({ passes, of }: Tally): Count {
  return { passes, of };
}

/** The verdict with further reasons for its rows, which can only make it worse. */
export function withReasons(verdict: GateVerdict, reasonsOf: (row: RowVerdict) => readonly Reason[]): GateVerdict {
  const rows = verdict.rows.map((row): RowVerdict => {
    const more = reasonsOf(row);
    if (more.length === 0) return row;
    const reasons = [...row.reasons, ...more].toSorted((one, other) => rankOf(one) - rankOf(other));
    return { ...row, verdict: worst([row.verdict, ...more.map(verdictOfReason)]), reasons };
  });
  return { ...verdict, rows, verdict: worst([verdict.verdict, ...rows.map((row) => row.verdict)]) };
}

function rankOf(reason: Reason): number {
  return verdicts.indexOf(verdictOfReason(reason));
}

/** The verdict of a check: each case that always fails is a reason of its row. */
export function tellFailing(comparison: Comparison, verdict: GateVerdict): GateVerdict {
  const rows = verdict.rows.map((row): RowVerdict => {
    const cases = comparison.rows.find((compared) => compared.row === row.row)?.cases ?? [];
    const failing = cases.flatMap(({ case: name, state, new: { passes, of } }): Reason[] =>
      state === 'failing' ? [{ kind: 'failing-case', row: row.row, case: name, new: { passes, of } }] : [],
    );
    if (failing.length === 0) return row;
    // That nothing passes is told case by case here.
    const others = row.reasons.filter(({ kind }) => kind !== 'nothing-passes');
    return { ...row, verdict: worst([row.verdict, 'failing']), reasons: [...others, ...failing] };
  });
  return { ...verdict, rows, verdict: worst([verdict.verdict, ...rows.map((row) => row.verdict)]) };
}
