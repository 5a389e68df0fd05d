import type { Report } from '../core/report/report.ts';
import { casesOf, type PlacedCase } from './cases-of.ts';
import { worstCases } from './worst-cases.ts';

/** A case whose replies every surface shows: it broke, it fell by half or more, it fails where nothing passes, or it does not pass a check. */
export type ShownCase = PlacedCase & { readonly why: 'broke' | 'fell' | 'fails' };

/** Failing cases that are shown of a row in which nothing passes: the first tell what is amiss with all. */
const mostFailing = 5;

/** The cases whose replies are shown: what broke first, then what fell, the deepest fall first. */
export function shownCases(report: Report): readonly ShownCase[] {
  // A check is about nothing else.
  if (report.mode === 'check')
    return casesOf(report, 'failing', 'flaky').map((placed): ShownCase => ({ ...placed, why: 'fails' }));
  const worst = worstCases(report).map(
    (placed): ShownCase => ({ ...placed, why: placed.case.state === 'regressed' ? 'broke' : 'fell' }),
  );
  const idle = new Set(
    report.prompts.flatMap(({ models }) =>
      models.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'nothing-passes')),
    ),
  );
  const failing = casesOf(report, 'failing').filter(({ row }) => idle.has(row));
  const byRow = [...Map.groupBy(failing, ({ row }) => row).values()].map((cases) => cases.slice(0, mostFailing));
  return [...worst, ...byRow.flat().map((placed): ShownCase => ({ ...placed, why: 'fails' }))];
}
