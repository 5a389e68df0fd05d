import { namesPath } from '../paths/match-globs.ts';
import type { ModelRef } from '../row.ts';
import type { Settings } from './settings.ts';
import { stricterExam, stricterSettings } from './stricter-settings.ts';

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

/** A prompt by where it is, and where it was, or the one that it succeeds. */
type Placed = { readonly path: string; readonly previousPath?: string | undefined };

/**
 * Where a prompt has to meet what holds: a pull request chooses where it moves one, and which one its new file says it succeeds, so
 * that neither place alone can be taken.
 */
function placesOf({ path, previousPath = path }: Placed): readonly [string, ...string[]] {
  return previousPath === path ? [path] : [previousPath, path];
}

/** The overrides that fit a place, in their order; the last says most. */
function fitting<Ruled extends Pick<PromptOverride, 'paths'>>(
  place: string,
  overrides: readonly Ruled[],
): readonly Ruled[] {
  return overrides.filter(({ paths }) => namesPath(paths, place));
}

/** A prompt's settings: those of the config with what is another for it; of two places the stricter ones. */
export function settingsFor(placed: Placed, settings: Settings): Settings {
  const [first, ...others] = placesOf(placed).map((place) => settingsAt(place, settings));
  return others.reduce(stricterSettings, first ?? settings);
}

function settingsAt(place: string, settings: Settings): Settings {
  const found = fitting(place, settings.overrides);
  const models = found.findLast((one) => one.models !== undefined)?.models;
  return {
    ...settings,
    gate: Object.assign({}, settings.gate, ...found.map(({ gate }) => gate)),
    examChanges: examChangesAt(place, settings),
    ...(models !== undefined && { models }),
  };
}

type ExamSettings = Pick<Settings, 'examChanges'> & { readonly overrides?: Settings['overrides'] };

/** What a pull request may change of a prompt's golden cases. */
export function examChangesFor(placed: Placed, settings: ExamSettings): Settings['examChanges'] {
  const [first, ...others] = placesOf(placed).map((place) => examChangesAt(place, settings));
  return others.reduce(stricterExam, first ?? settings.examChanges);
}

function examChangesAt(place: string, { examChanges, overrides = [] }: ExamSettings): Settings['examChanges'] {
  return fitting(place, overrides).findLast((one) => one.examChanges !== undefined)?.examChanges ?? examChanges;
}

/** Whether a prompt is asked on models of its own rather than those of the config, wherever it is or was. */
export function hasOwnModels(placed: Placed, { overrides }: Pick<Settings, 'overrides'>): boolean {
  return placesOf(placed).every((place) => fitting(place, overrides).some(({ models }) => models !== undefined));
}

/** Who is named where a prompt is regressed. */
export function ownersOf(placed: Placed, { overrides }: Pick<Settings, 'overrides'>): readonly string[] {
  const named = placesOf(placed).flatMap(
    (place) => fitting(place, overrides).findLast(({ owners }) => owners !== undefined)?.owners ?? [],
  );
  return [...new Set(named)];
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

/**
 * The budget that a prompt shares with others of its override: of the last that fits and has one. Of two places the roomier one, since
 * little asked shows little; what a run may cost in all stays.
 */
export function ownBudgetOf(placed: Placed, settings: Pick<Settings, 'overrides'>): OwnBudget | undefined {
  const found = placesOf(placed).map((place) => fitting(place, ownBudgets(settings)).at(-1));
  const room = ({ usd = Infinity, calls = Infinity }: OwnBudget): readonly [number, number] => [usd, calls];
  return found.reduce((one, other) => {
    if (one === undefined || other === undefined) return undefined;
    const [[usd, calls], [otherUsd, otherCalls]] = [room(one), room(other)];
    return otherUsd > usd || (otherUsd === usd && otherCalls > calls) ? other : one;
  });
}
