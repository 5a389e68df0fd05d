import { boundCases } from '../../core/design/bound-cases.ts';
import type { Design, PromptDesign } from '../../core/design/design-review.ts';
import { decideBudget } from '../../core/money/decide-budget.ts';
import { isPriced } from '../../core/money/estimate-cost.ts';
import type { Problem } from '../../core/problem.ts';
import { type BrokenPrompt, brokenOf, type PromptChange } from '../../core/prompt-change.ts';
import type { Report } from '../../core/report/report.ts';
import { type OwnBudget, ownBudgetOf, settingsFor } from '../../core/settings/override-settings.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { ReviewEstimate } from './estimate-review.ts';

/**
 * The design with as many of the optional prompts as fit into a budget, the smallest first; and those that do not fit. The
 * others all stay.
 */
export function fitBudget(
  design: Design,
  fits: (design: Design) => boolean,
  isOptional: (prompt: PromptDesign) => boolean,
): { readonly design: Design; readonly left: readonly PromptDesign[] } {
  const optional = design.prompts.filter(isOptional).toSorted((a, b) => a.cells.length - b.cells.length);
  if (optional.length === 0 || fits(design)) return { design, left: [] };
  const own = design.prompts.filter((prompt) => !isOptional(prompt));
  const withFirst = (count: number): Design => ({ ...design, prompts: [...own, ...optional.slice(0, count)] });
  let [least, most] = [0, optional.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(withFirst(middle))) least = middle;
    else most = middle - 1;
  }
  return { design: withFirst(least), left: optional.slice(least) };
}

/**
 * The design without prompts whose budget of their own has no room for their first round, the smallest asked first. Those that do not fit are invalid,
 * as a whole review is: who brings more cases than the budget allows does not get past the gate by it.
 * @param first what the first round of a part takes
 */
export function fitOwnBudgets(
  design: Design,
  settings: Settings,
  first: (part: Design) => ReviewEstimate['first'],
): { readonly design: Design; readonly broken: readonly BrokenPrompt[] } {
  const byBudget = Map.groupBy(design.prompts, ({ change }) => ownBudgetOf(change, settings)?.at);
  const broken = [...byBudget.values()].flatMap((prompts) => {
    const budget = prompts[0] === undefined ? undefined : ownBudgetOf(prompts[0].change, settings);
    if (budget === undefined) return [];
    const limits = { calls: budget.calls ?? Number.POSITIVE_INFINITY, usd: budget.usd ?? Number.POSITIVE_INFINITY };
    const part = { ...design, prompts };
    const { left } = fitBudget(
      part,
      (some) => decideBudget(first(some), limits) === undefined,
      () => true,
    );
    const problem = wordOwn(first(part), budget, [prompts.length, settings.configFile]);
    return left.map((one) => ({ prompt: one, broken: brokenOf(one.change, [problem]) }));
  });
  const gone = new Set(broken.map(({ prompt }) => prompt));
  const prompts = design.prompts.filter((prompt) => !gone.has(prompt));
  return { design: gone.size === 0 ? design : { ...design, prompts }, broken: broken.map((one) => one.broken) };
}

/** What the first round of prompts that share a budget takes, and what is allowed. */
function wordOwn(
  { calls, usualUsd }: ReviewEstimate['first'],
  budget: OwnBudget,
  [count, file]: readonly [number, string],
): Problem {
  const globs = budget.paths.map((glob) => `\`${glob}\``).join(', ');
  const byCalls = budget.calls !== undefined && calls > budget.calls;
  const [key, needed, allowed] = byCalls
    ? ['calls', `${Math.round(calls)} calls`, `${budget.calls} calls`]
    : ['usd', `about $${(Math.ceil(usualUsd * 100) / 100).toFixed(2)}`, `$${(budget.usd ?? 0).toFixed(2)}`];
  const whose = count === 1 ? 'its first round' : `the first round of the ${count} prompts that share it`;
  return {
    reason: 'budget',
    what: `The budget of the \`overrides\` for ${globs} is ${allowed}, and ${whose} needs ${needed}.`,
    fix: `Raise \`budget.${key}\` of that entry in ${file}, or ask less: fewer cases (tags), or fewer of these prompts at a time.`,
  };
}

/** The prompts of a check whose cases could fit into the budget together, the smallest first; all where none does. */
export function fitCases(changes: readonly PromptChange[], settings: Settings): readonly PromptChange[] {
  if (boundCases(changes, withModels(settings)) === undefined) return changes;
  const sorted = changes.toSorted((a, b) => a.exam.cases.length - b.exam.cases.length);
  const most = sorted.findIndex(
    (_, index) => boundCases(sorted.slice(0, index + 1), withModels(settings)) !== undefined,
  );
  return most <= 0 ? changes : changes.filter((change) => sorted.indexOf(change) < most);
}

/** A prompt with more cases than a check has room for. */
export function crowdedOut({ path, exam }: PromptChange): Report['unreviewed'][number] {
  return { path, why: 'budget', detail: `${exam.cases.length} cases` };
}

/** What a check did not ask is unknown, and nothing unknown ends green. */
export function wordLeft(
  [left, all]: readonly [number, number],
  first: ReviewEstimate['first'] | undefined,
  budget: { readonly calls: number; readonly usd: number },
): Problem {
  const cost = first === undefined || !isPriced(first) ? '' : `, about $${first.usualUsd.toFixed(2)},`;
  const need =
    first === undefined
      ? ''
      : ` all of them need ${Math.round(first.calls)} calls${cost} in the first round alone, and`;
  return {
    reason: 'budget',
    what: `${left} of ${all} prompts were not checked:${need} ${budget.calls} calls and $${budget.usd.toFixed(2)} are allowed.`,
    fix: 'Raise max-calls or max-cost, or check fewer prompts at a time (`check FILE`).',
  };
}

/** A prompt that the budget leaves out. */
export function beyondBudget({ change, rows }: PromptDesign): Report['unreviewed'][number] {
  return { path: change.path, why: 'budget', detail: rows.map(({ id }) => id).join(', ') };
}

/** The settings with the models that each prompt is asked on. */
export function withModels(settings: Settings): Parameters<typeof boundCases>[1] {
  const { models, maxCalls } = settings;
  return { models, maxCalls, modelsOf: (change) => settingsFor(change, settings).models };
}
