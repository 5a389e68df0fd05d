import { howFarChecked, isChecked } from '../exam/how-far-checked.ts';
import type { GoldenCase } from '../golden-case.ts';
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
