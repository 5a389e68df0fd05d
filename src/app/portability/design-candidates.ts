import { type Design, type DesignCell, designReview, type PromptDesign } from '../../core/design/design-review.ts';
import { showModel } from '../../core/design/rows-of.ts';
import { hash } from '../../core/hash.ts';
import type { CostOf } from '../../core/money/prices.ts';
import type { Sandbox } from '../../core/ports.ts';
import type { Problem } from '../../core/problem.ts';
import type { PromptChange } from '../../core/prompt-change.ts';
import type { ModelRef, Row } from '../../core/row.ts';
import { scenarioOf } from '../../core/scoring/named-checks.ts';
import { settingsFor } from '../../core/settings/override-settings.ts';
import { modelNamed, namesOf, type Settings } from '../../core/settings/settings.ts';
import { checkKinds } from '../../scorers/index.ts';
import { modelChoice } from '../review/design-judged.ts';
import { createRenderPrompt } from '../review/render-prompt.ts';

/** A prompt, the models it is tried on, and the one they are held against. */
export type PortedQuestion = {
  readonly change: PromptChange;
  /** Absent: the model that the prompt names, else the first of `models`. */
  readonly reference?: ModelRef;
  readonly models: readonly ModelRef[];
};

/**
 * What is asked of an unchanged prompt on many models: the same requests, on the reference for the old side and on a candidate
 * for the new one. One design a prompt, with a row for each candidate.
 */
export function designCandidates(questions: readonly PortedQuestion[], settings: Settings, sandbox: Sandbox): Design {
  const designs = questions.map((question): Design => {
    const { change, models } = question;
    const prompt = change.new;
    if (prompt === undefined) return { prompts: [], problems: [] };
    const own = settingsFor(change, settings);
    const reference = referenceOf(question, own);
    if (reference === undefined) return { prompts: [], problems: [noReference(change.path)] };
    const others = models.filter((model) => !isSame(model, reference));
    if (others.length === 0) return { prompts: [], problems: [noCandidate(change.path, reference)] };
    const exchanged = others.map((model) => ({ old: reference, new: model }));
    const asked = { ...change, change: 'config' as const, old: prompt };
    return designReview(
      [asked],
      { ...modelChoice(settings), models: [...own.models, reference, ...others], exchanged },
      createRenderPrompt(sandbox),
      (golden) => scenarioOf(golden, checkKinds),
    );
  });
  return {
    prompts: designs.flatMap(({ prompts }) => prompts),
    problems: designs.flatMap(({ problems }) => problems),
  };
}

/**
 * A design with one row for each candidate, the cheapest first: each is judged by itself, and so dropped by itself. Their
 * reference's replies are the same ones: what keeps them is one comparison for all.
 */
export function eachAlone(design: Design, costOf: CostOf): Design {
  const alone = design.prompts.flatMap((prompt) => {
    const byCase = Map.groupBy(prompt.cells, ({ exam }) => exam.key);
    const shared = new Map(
      [...byCase].map(([key, cells]) => [key, hash(cells.map(({ comparison }) => comparison).toSorted())]),
    );
    return prompt.rows
      .toSorted((a, b) => priceOf(a, costOf) - priceOf(b, costOf) || 0)
      .map((row, at) => onRow(prompt, row, shared, at > 0));
  });
  return { ...design, prompts: alone };
}

function onRow(
  prompt: PromptDesign,
  row: Row,
  shared: ReadonlyMap<string, string>,
  oldIsShared: boolean,
): PromptDesign {
  const id = showModel(row.model.new);
  const cells = prompt.cells
    .filter((cell) => cell.row === row.id)
    .map((cell): DesignCell => {
      const comparison = shared.get(cell.exam.key) ?? cell.comparison;
      return { ...cell, row: id, comparison, ...(oldIsShared ? { oldIsShared } : {}) };
    });
  return { ...prompt, rows: [{ ...row, id }], cells };
}

/** Dollars of a reply of no great length; what nobody knows the price of comes last. */
function priceOf({ model }: Pick<Row, 'model'>, costOf: CostOf): number {
  const { provider, model: name } = model.new;
  return costOf(provider, name, { inputTokens: 1000, outputTokens: 300 }) ?? Number.POSITIVE_INFINITY;
}

function referenceOf({ change, reference, models }: PortedQuestion, settings: Settings): ModelRef | undefined {
  const prompt = change.new;
  if (reference !== undefined) return reference;
  if (prompt?.model === undefined) return models[0];
  const named = modelNamed(prompt.model, namesOf(settings));
  const listed = settings.models.find((model) => isSame(model, named));
  // As it is shipped: what the prompt sets wins over the config.
  return { ...named, params: { ...listed?.params, ...prompt.params } };
}

function isSame(a: Omit<ModelRef, 'params'>, b: Omit<ModelRef, 'params'>): boolean {
  return a.provider === b.provider && a.model === b.model;
}

function noReference(path: string): Problem {
  return {
    reason: 'config',
    what: 'no model to hold others against: the prompt names none, and none is configured.',
    at: { file: path },
    fix: 'Give the one it runs on now: `--reference gpt-5.6-luna`.',
  };
}

function noCandidate(path: string, reference: ModelRef): Problem {
  return {
    reason: 'config',
    what: `no model to try: \`${showModel(reference)}\` is the one it runs on now.`,
    at: { file: path },
    fix: 'Name others: `--models gpt-5.6-luna,gpt-5.6-terra`, or `models` in promptgate.yml.',
  };
}
