import { namesPath } from '../paths/match-globs.ts';
import type { ModelRef } from '../row.ts';
import type { Settings } from './settings.ts';

/** What of the settings is another for some prompts. Each key goes before the settings' own, the keys of the gate one by one. */
export type PromptOverride = {
  /** One that begins with `!` excludes. */
  readonly paths: readonly string[];
  readonly gate: Partial<Settings['gate']>;
  readonly examChanges?: Settings['examChanges'];
  readonly models?: readonly ModelRef[];
  /** What these prompts may take together, within the budget of the run. */
  readonly budget?: { readonly calls?: number; readonly usd?: number };
  /** Accounts and teams without their `@`, whom the comment names where such a prompt is regressed. */
  readonly owners?: readonly string[];
};

/** A prompt by where it is, and where it was: a pull request that moves one does not choose its gate. */
type Placed = { readonly path: string; readonly previousPath?: string | undefined };

/** The overrides that fit a prompt, in their order; the last says most. */
function fitting<Ruled extends Pick<PromptOverride, 'paths'>>(
  { path, previousPath }: Placed,
  overrides: readonly Ruled[],
): readonly Ruled[] {
  return overrides.filter(({ paths }) => namesPath(paths, previousPath ?? path));
}

/** A prompt's settings: those of the config with what is another for it. */
export function settingsFor(placed: Placed, settings: Settings): Settings {
  const { gate, ...others } = overrideFor(placed, settings.overrides);
  return { ...settings, gate: { ...settings.gate, ...gate }, ...others };
}

/** What is another for a prompt than for the others, in one. */
export function overrideFor(
  placed: Placed,
  overrides: readonly PromptOverride[],
): Pick<PromptOverride, 'gate' | 'examChanges' | 'models'> {
  const found = fitting(placed, overrides);
  const examChanges = found.findLast((one) => one.examChanges !== undefined)?.examChanges;
  const models = found.findLast((one) => one.models !== undefined)?.models;
  return {
    gate: Object.assign({}, ...found.map(({ gate }) => gate)),
    ...(examChanges !== undefined && { examChanges }),
    ...(models !== undefined && { models }),
  };
}

/** Whether a prompt is asked on models of its own rather than those of the config. */
export function hasOwnModels(placed: Placed, { overrides }: Pick<Settings, 'overrides'>): boolean {
  return fitting(placed, overrides).some(({ models }) => models !== undefined);
}

/** Who is named where a prompt is regressed. */
export function ownersOf(placed: Placed, { overrides }: Pick<Settings, 'overrides'>): readonly string[] {
  return fitting(placed, overrides).findLast(({ owners }) => owners !== undefined)?.owners ?? [];
}

/** A budget that some prompts of a run share. An absent limit is the run's alone. */
export type OwnBudget = {
  /** Which of the overrides it is of, counted from 0. */
  readonly at: number;
  readonly paths: readonly string[];
  readonly calls?: number;
  readonly usd?: number;
};

/** All budgets of overrides, in their order. */
export function ownBudgets({ overrides }: Pick<Settings, 'overrides'>): readonly OwnBudget[] {
  return overrides.flatMap(({ paths, budget }, at) => (budget === undefined ? [] : [{ at, paths, ...budget }]));
}

/** The budget that a prompt shares with others of its override: of the last that fits and has one. */
export function ownBudgetOf(placed: Placed, settings: Pick<Settings, 'overrides'>): OwnBudget | undefined {
  return fitting(placed, ownBudgets(settings)).at(-1);
}
