import type { Report } from '../core/report/report.ts';
import { casesOf, type PlacedCase } from './cases-of.ts';

/** A case whose replies every surface shows: it broke, it fails where nothing passes, or it does not pass a check. */
export type ShownCase = PlacedCase & { readonly why: 'broke' | 'fails' };

/** Failing cases that are shown of a row in which nothing passes: the first tell what is amiss with all. */
const mostFailing = 5;

/** The cases whose replies are shown, broken ones first. */
export function shownCases(report: Report): readonly ShownCase[] {
  // A check is about nothing else.
  if (report.mode === 'check')
    return casesOf(report, 'failing', 'flaky').map((placed): ShownCase => ({ ...placed, why: 'fails' }));
  const broke = casesOf(report, 'regressed').map((placed): ShownCase => ({ ...placed, why: 'broke' }));
  const fails = report.prompts.flatMap((prompt) =>
    prompt.models.flatMap((row) =>
      row.reasons.some(({ kind }) => kind === 'nothing-passes')
        ? row.cases
            .filter((one) => one.state === 'failing')
            .slice(0, mostFailing)
            .map((one): ShownCase => ({ prompt, row, case: one, why: 'fails' }))
        : [],
    ),
  );
  return [...broke, ...fails];
}
