import type { CheckKinds } from '../check-kind.ts';
import { nearCopies } from '../design/near-copies.ts';
import { howFarChecked, isChecked } from '../exam/compare-case.ts';
import type { GoldenCase } from '../golden-case.ts';
import { canonicalJson } from '../json.ts';
import type { Prompt } from '../prompt.ts';
import { gradesLikePeople, judgedChecks } from '../scoring/named-checks.ts';
import { startWithCases } from '../text/start-with-cases.ts';
import { type Finding, weak } from './finding.ts';

/** What of a prompt nothing guards: the whole of it, cases without a check, checks that are not run. */
export function checkGuarding({
  path,
  cases,
  paths,
  tags,
}: {
  readonly path: string;
  readonly cases: readonly GoldenCase[];
  /** Where its cases are looked for. */
  readonly paths: readonly string[];
  /** Only cases with one of these were selected; empty: all. */
  readonly tags: readonly string[];
}): readonly Finding[] {
  if (cases.length === 0) {
    const tagged = tags.length === 0 ? '' : ` with the tag ${tags.join(' or ')}`;
    const fix = paths[0] === undefined ? undefined : `Write them in \`${paths[0]}\`.`;
    return [weak(`Nothing guards this prompt: it has no golden cases${tagged}.`, { file: path }, fix)];
  }
  return [...uncheckedCases(cases), ...notRun(cases)];
}

function uncheckedCases(cases: readonly GoldenCase[]): readonly Finding[] {
  const unchecked = cases.filter((golden) => !isChecked(golden));
  const [first] = unchecked;
  if (first === undefined) return [];
  const what =
    unchecked.length === cases.length
      ? `Nothing guards this prompt: ${cases.length === 1 ? 'its one golden case has no check' : `none of its ${cases.length} golden cases has a check`}.`
      : `${startWithCases(unchecked)} ${unchecked.length === 1 ? 'has' : 'have'} no check, and will not be asked.`;
  return [weak(what, first.at, 'Add one, such as `contains: "30 days"`.')];
}

/** Assertions of another tool without a counterpart, each told once with the cases that lack them. */
function notRun(cases: readonly GoldenCase[]): readonly Finding[] {
  const lost = cases.flatMap((golden) => golden.notRun.map((one) => ({ golden, ...one })));
  const alike = Map.groupBy(lost, ({ name, why }) => JSON.stringify([name, why]));
  return [...alike.values()].flatMap((held): readonly Finding[] => {
    const [first] = held;
    if (first === undefined) return [];
    const because = first.why === undefined ? '' : `: ${first.why}`;
    const told = (['part', 'not-run'] as const).flatMap((far) => {
      const losers = [...new Set(held.map(({ golden }) => golden))].filter((golden) => howFarChecked(golden) === far);
      if (losers.length === 0) return [];
      const is = losers.length === 1 ? 'is' : 'are';
      return [`${startWithCases(losers)} ${far === 'part' ? `${is} checked only in part` : 'will have no score'}.`];
    });
    const what = `\`${first.name}\` is not run${because}. ${told.join(' ')}`;
    return [weak(what, first.at, first.fix ?? 'Put a check of `docs/checks.md` in its place.')];
  });
}

/** Cases that ask nearly the same and are checked alike: they cost as much as others, and say less. */
export function checkCopies(
  prompt: Pick<Prompt, 'variables' | 'turn' | 'rendered'>,
  cases: readonly GoldenCase[],
): readonly Finding[] {
  const alike = Map.groupBy(cases, ({ checks }) =>
    canonicalJson(checks.map(({ kind, argument, not = false }) => [kind, argument, not])),
  );
  return [...alike.values()].flatMap((held) =>
    nearCopies(prompt, held).flatMap((group): readonly Finding[] => {
      const copies = group.flatMap((index) => held[index] ?? []);
      const [first] = copies;
      if (first === undefined) return [];
      const what = `${startWithCases(copies)} ask nearly the same: they share their luck, and where their replies are the same they count as one.`;
      return [weak(what, first.at, 'Keep one of them, or ask something else in the others.')];
    }),
  );
}

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
