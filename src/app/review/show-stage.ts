import type { PromptResult } from '../../core/assemble/assemble-prompt.ts';
import type { Design } from '../../core/design/design-review.ts';
import type { CostEstimate } from '../../core/money/estimate-cost.ts';
import { ownBudgetOf, ownBudgets } from '../../core/settings/override-settings.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { ReviewEstimate } from './estimate-review.ts';
import { gateOf } from './gate-of.ts';
import type { Stage } from './stage.ts';

/** What would be asked, before the first call: rows, cases with both requests, and what it would take. */
export function showPlan(design: Design, settings: Settings, estimate: ReviewEstimate): unknown {
  const gate = gateOf(design, settings);
  const [first] = design.prompts;
  return {
    ...(first !== undefined && { gate: gate(first.change) }),
    ...budgetsIn(design, settings),
    estimate: { first: showCost(estimate.first), low: showCost(estimate.low), high: showCost(estimate.high) },
    prompts: design.prompts.map(({ change, rows, cells }) => ({
      path: change.path,
      change: change.change,
      exam: change.exam.changed,
      rows,
      cells: cells.map(({ row, exam, identical, scenario, old: before, new: after }) => ({
        row,
        case: exam.key,
        family: exam.family,
        weight: exam.weight,
        identical,
        ...(scenario === undefined ? {} : { scenario }),
        requests: { old: before ?? null, new: after ?? null },
        checks: exam.golden.checks.map(({ name, required, weight }) => ({ name, required, weight })),
      })),
    })),
  };
}

/** Budgets that some of the prompts share, with which those are. */
function budgetsIn({ prompts }: Design, settings: Settings) {
  const held = ownBudgets(settings).flatMap((budget) => {
    const own = prompts.filter(({ change }) => ownBudgetOf(change, settings)?.at === budget.at);
    const { at: _, ...told } = budget;
    return own.length === 0 ? [] : [{ ...told, prompts: own.map(({ change }) => change.path) }];
  });
  return held.length === 0 ? {} : { budgets: held };
}

function showCost({ unpriced, byName, ...estimate }: CostEstimate) {
  return { ...estimate, unpriced: [...unpriced.keys()], byName: Object.fromEntries(byName) };
}

/** A later stage, prompt by prompt. */
export function showStage(stage: Exclude<Stage, 'plan'>, results: readonly PromptResult[]): unknown {
  return results.map((result) => ({ path: result.run.design.change.path, ...show[stage](result) }));
}

const show = {
  replies: ({ run }) => ({
    cells: run.cells.map(({ cell, trials }) => ({ row: cell.row, case: cell.exam.key, trials })),
  }),
  scores: ({ run }) => ({
    cells: run.cells.map(({ cell, trials }) => ({
      row: cell.row,
      case: cell.exam.key,
      trials: trials.map(({ round, trial, old: before, new: after }) => ({
        round,
        trial,
        old: before?.score ?? null,
        new: after.score,
      })),
    })),
  }),
  comparison: ({ comparison }) => ({ comparison }),
  verdict: ({ verdict }) => ({ verdict }),
} satisfies Record<Exclude<Stage, 'plan'>, (result: PromptResult) => object>;
