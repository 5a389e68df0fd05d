import { type Design, type DesignCell, designReview } from '../../core/design/design-review.ts';
import type { ModelChoice } from '../../core/design/rows-of.ts';
import type { Exam } from '../../core/exam.ts';
import type { GoldenCase } from '../../core/golden-case.ts';
import { hash } from '../../core/hash.ts';
import type { Sandbox } from '../../core/ports.ts';
import type { Prompt } from '../../core/prompt.ts';
import type { PromptChange } from '../../core/prompt-change.ts';
import type { ModelExchange } from '../../core/row.ts';
import { judgedChecks, scenarioOf } from '../../core/scoring/named-checks.ts';
import { hasOwnModels, settingsFor } from '../../core/settings/override-settings.ts';
import { modelNamed, namesOf, type Settings } from '../../core/settings/settings.ts';
import { checkKinds } from '../../scorers/index.ts';
import { createRenderPrompt } from './render-prompt.ts';

type Guarded = { readonly path: string; readonly prompt: Prompt; readonly cases: readonly GoldenCase[] };

/**
 * What to ask for replies that a judge grades: every case with such a check, with these checks alone, on every model.
 * The requests are those of a review's new side.
 */
export function designJudged(prompts: readonly Guarded[], settings: Settings, sandbox: Sandbox): Design {
  const changes = prompts.flatMap(({ path, prompt, cases }) => {
    const judged = cases.flatMap(withJudgedChecks);
    if (judged.length === 0) return [];
    return [{ path, change: 'added' as const, new: prompt, exam: examOf(judged), diff: '', notes: [] }];
  });
  return designReview(changes, modelChoices(settings), createRenderPrompt(sandbox), (golden) =>
    scenarioOf(golden, checkKinds),
  );
}

/** The cells of a design in an order that says nothing of what is in them: whoever takes the first takes a sample. */
export function shuffled(cells: readonly DesignCell[]): readonly DesignCell[] {
  return cells
    .map((cell) => ({ cell, at: hash([cell.prompt, cell.row, cell.comparison]) }))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ cell }) => cell);
}

function withJudgedChecks(golden: GoldenCase): readonly GoldenCase[] {
  if (judgedChecks(golden, checkKinds).length === 0) return [];
  const checks = golden.checks.filter((check) => {
    const scenario = checkKinds.get(check.kind)?.scenario !== undefined;
    return scenario || judgedChecks({ ...golden, checks: [check] }, checkKinds).length > 0;
  });
  return [{ ...golden, checks }];
}

/** Golden cases as an exam in which nothing changed. */
export function examOf(cases: readonly GoldenCase[]): Exam {
  return {
    cases: cases.map((golden) => ({ key: golden.id, golden, family: 'base', version: 'head', weight: golden.weight })),
    unchecked: [],
    changed: { added: [], removed: [], edited: [], weakened: [] },
  };
}

/** What of the settings decides which models a prompt meets. */
export function modelChoice(settings: Settings, exchange?: ModelExchange): ModelChoice {
  const { models, allowedModels, allowedParams, applications } = settings;
  const names = namesOf(settings);
  return {
    models,
    ...(applications.size === 0 ? {} : { applications: new Set(applications.keys()) }),
    allowedParams,
    ...exchange,
    ...(allowedModels === undefined ? {} : { allowedModels }),
    resolve: (name) => modelNamed(name, names),
  };
}

/** The models of each prompt: where `overrides` name its own, what the config exchanges does not concern it. */
export function modelChoices(settings: Settings, exchange?: ModelExchange): (change: PromptChange) => ModelChoice {
  return (change) => modelChoice(settingsFor(change, settings), hasOwnModels(change, settings) ? undefined : exchange);
}
