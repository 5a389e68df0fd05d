import { matchExcluded } from '../../core/detect/prompt-globs.ts';
import { findStrays } from '../../core/golden-set/find-strays.ts';
import { wrong } from '../../core/golden-set/finding.ts';
import type { GoldenSetReport } from '../../core/golden-set/golden-set-report.ts';
import { explainIdle, type FileSelector } from '../../core/golden-set/select-files.ts';
import { type Problem, ProblemError, showProblem } from '../../core/problem.ts';
import type { Report } from '../../core/report/report.ts';
import { loadChecks } from '../../core/scoring/named-checks.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { checkKinds } from '../../scorers/index.ts';
import { missingRoles } from '../review/missing-roles.ts';
import type { CasesPorts } from './cases-ports.ts';
import { checkPrompt } from './check-prompt.ts';
import type { GoldenSet, GuardedPrompt } from './read-golden-set.ts';

export type Checked = Pick<GoldenSetReport, 'prompts' | 'findings'> & { readonly selected: readonly GuardedPrompt[] };

/**
 * Tells what is wrong and what is weak about a golden set. Asks nothing.
 * @param paths of all files there are
 * @param selectors files that the check is narrowed down to; none: all
 * @param last a review, whose replies exercised tools
 * @throws ProblemError where one of them selects nothing
 */
export async function checkGoldenSet(
  set: GoldenSet,
  paths: readonly string[],
  settings: Settings,
  selectors: readonly FileSelector[],
  { sandbox, words }: Pick<CasesPorts, 'sandbox' | 'words'>,
  last?: Report,
): Promise<Checked> {
  const isSelected = selectedBy(selectors);
  const selected = set.prompts.filter((one) => isSelected(one.path) || filesOf(one).some(isSelected));
  const strays = findStrays({
    paths,
    pattern: settings.casesPattern,
    owned: new Set(set.prompts.flatMap((one) => one.paths)),
    unguarded: set.prompts.flatMap((one) =>
      one.kind === 'prompt' && one.cases.length === 0 && one.problems.length === 0 ? one.paths : [],
    ),
    isExcluded: matchExcluded(settings.promptGlobs),
  }).filter(({ at }) => at !== undefined && isSelected(at.file));
  const checked = [
    ...selected.flatMap((one) => [one.path, ...filesOf(one)]),
    ...strays.flatMap(({ at }) => at?.file ?? []),
  ];
  // An argument that selects nothing is a mistake: a check of nothing would be silently green.
  const [idle, ...more] = selectors
    .filter(({ selects }) => !checked.some(selects))
    .map((selector) => explainIdle(selector, { paths, globs: settings.promptGlobs }));
  if (idle !== undefined) throw new ProblemError(idle, ...more);

  const cases = selected.flatMap((one) => (one.kind === 'prompt' ? one.cases : []));
  await loadChecks(cases, checkKinds, words);
  const checks = cases.flatMap((golden) => golden.checks);
  const needs = placed(missingRoles(checks, settings, checkKinds), selected);
  const reviewed = (path: string) => last?.prompts.find((prompt) => prompt.path === path);
  const prompts = selected.map((one) =>
    checkPrompt(one, settings, needs.byPrompt.get(one.path) ?? [], sandbox, reviewed(one.path)),
  );
  const none =
    set.prompts.length === 0
      ? [{ severity: 'weak' as const, what: 'There is no prompt: the globs of `prompts` name none.' }]
      : [];
  return { selected, prompts, findings: [...[...set.problems, ...needs.others].map(wrong), ...none, ...strays] };
}

/** Problems by the prompt whose files they lie in; those of the config are nobody's. */
function placed(problems: readonly Problem[], prompts: readonly GuardedPrompt[]) {
  const owners = new Map<string, readonly string[]>();
  for (const one of prompts) {
    const files = one.kind === 'prompt' ? one.cases.map(({ at }) => at.file) : [];
    for (const file of new Set([one.path, ...files])) owners.set(file, [...(owners.get(file) ?? []), one.path]);
  }
  const ownersOf = (problem: Problem) => owners.get(problem.at?.file ?? '') ?? [];
  const ownerOf = (problem: Problem) => ownersOf(problem)[0];
  // A fault of a shared file is told once, with all that it concerns: the others would look sound beside it.
  const shared = problems.map((problem): Problem => {
    const [, ...others] = ownersOf(problem);
    if (others.length === 0) return problem;
    const named = others.slice(0, 3).map((path) => `\`${path}\``);
    const more = others.length > 3 ? ` and ${others.length - 3} more` : '';
    return { ...problem, what: `${problem.what} It concerns ${named.join(', ')}${more} too.` };
  });
  return {
    byPrompt: Map.groupBy(shared, (problem) => ownerOf(problem) ?? ''),
    others: [
      ...new Map(problems.filter((one) => ownerOf(one) === undefined).map((one) => [showProblem(one), one])).values(),
    ],
  };
}

/** Files that its cases are in. */
function filesOf(one: GuardedPrompt): readonly string[] {
  return one.kind === 'prompt' ? [...one.files, ...one.cases.map(({ at }) => at.file)] : one.files;
}

function selectedBy(selectors: readonly FileSelector[]): (path: string) => boolean {
  return selectors.length === 0 ? () => true : (path) => selectors.some(({ selects }) => selects(path));
}
