import type { CheckKinds } from '../check-kind.ts';
import type { GoldenCase } from '../golden-case.ts';
import { gradesLikePeople } from '../scoring/grades-like-people.ts';
import { judgedChecks } from '../scoring/judged-checks.ts';
import { startWithCases } from '../text/start-with-cases.ts';
import { type Finding, weak } from './finding.ts';

/** Labels that a judge cannot be measured by. */
export function checkLabels(cases: readonly GoldenCase[], kinds: CheckKinds): readonly Finding[] {
  const labelled = cases.filter(({ label }) => label !== undefined);
  const lacking = labelled.filter(({ reference }) => reference === undefined);
  const ungraded = labelled.filter(
    (golden) => golden.reference !== undefined && !judgedChecks(golden, kinds).some(gradesLikePeople),
  );
  return [
    ...tell(lacking, 'labelled, but has no `reference`: a label is a verdict on that text.', {
      plural: 'labelled, but have no `reference`: a label is a verdict on that text.',
      fix: 'Keep the reply that was labelled under `reference`.',
    }),
    ...tell(ungraded, 'labelled, but no judge grades it on 1–10.', {
      plural: 'labelled, but no judge grades them on 1–10.',
      fix: 'Add a `judge` check, or drop the label.',
    }),
  ];
}

function tell(
  cases: readonly GoldenCase[],
  singular: string,
  { plural, fix }: { readonly plural: string; readonly fix: string },
): readonly Finding[] {
  const [first] = cases;
  if (first === undefined) return [];
  return [weak(`${startWithCases(cases)} ${cases.length === 1 ? `is ${singular}` : `are ${plural}`}`, first.at, fix)];
}
