import { showModel } from '../design/rows-of.ts';
import type { PromptChange } from '../prompt-change.ts';
import type { ModelRef } from '../row.ts';
import { settingsFor } from '../settings/override-settings.ts';
import { modelNamed, namesOf, type Settings } from '../settings/settings.ts';
import { daysUntil, retirementDay } from './retirement-day.ts';

/** What of a repository beside prompts needs a model. */
export type Role = 'judge' | 'simulate';

/** A model that ends, and who in this repository uses it. */
export type Ending = {
  /** As it is shown: with its provider where that is not the default one. */
  readonly name: string;
  readonly model: ModelRef;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Days from today; negative where it is past. */
  readonly left: number;
  /** Prompts that name it, or run on it by the config's `models`. */
  readonly prompts: readonly PromptChange[];
  readonly roles: readonly Role[];
};

/**
 * The models in use that end within some days, the first to end first.
 * @param retires the day a model ends, as far as anyone knows
 * @param within days, and what day it is (ISO 8601)
 */
export function findEndings(
  prompts: readonly PromptChange[],
  settings: Settings,
  retires: (model: ModelRef) => string | undefined,
  within: { readonly days: number; readonly today: string },
): readonly Ending[] {
  const used = new Map<string, { model: ModelRef; prompts: PromptChange[]; roles: Role[] }>();
  const use = (model: ModelRef) => {
    const name = showModel(model);
    const found = used.get(name) ?? { model, prompts: [], roles: [] };
    used.set(name, found);
    return found;
  };
  for (const prompt of prompts)
    for (const model of modelsOf(prompt, settingsFor(prompt, settings))) use(model).prompts.push(prompt);
  for (const role of ['judge', 'simulate'] as const) {
    const model = settings[role];
    if (model !== undefined) use(model).roles.push(role);
  }
  return [...used]
    .flatMap(([name, found]): readonly Ending[] => {
      const day = retires(found.model);
      const left = day === undefined ? undefined : daysUntil(day, within.today);
      return day === undefined || left === undefined || left > within.days ? [] : [{ name, day, left, ...found }];
    })
    .toSorted((a, b) => a.left - b.left);
}

/** The models a prompt runs on: its own, and those of the config; each once. */
function modelsOf({ new: prompt }: PromptChange, settings: Settings): readonly ModelRef[] {
  if (prompt === undefined) return [];
  const { provider, model } =
    prompt.model === undefined ? { provider: '', model: '' } : modelNamed(prompt.model, namesOf(settings));
  const own = model === '' ? [] : [{ provider, model, params: prompt.params }];
  const others = settings.models.filter((one) => one.provider !== provider || one.model !== model);
  return [...own, ...others];
}

/** Days before a model's end from which a review tells it. */
const soon = 90;

/** A sentence for each model of a review that ends soon. @param today ISO 8601 */
export function wordEndings(
  models: readonly ModelRef[],
  { judge, simulate, retirements }: Settings,
  today: string,
): readonly string[] {
  const all = [...models, ...(judge === undefined ? [] : [judge]), ...(simulate === undefined ? [] : [simulate])];
  return [...new Map(all.map((model) => [showModel(model), model]))].flatMap(([name, model]) => {
    const day = retirementDay(model, { own: retirements });
    const left = day === undefined ? soon : daysUntil(day, today);
    if (day === undefined || left >= soon) return [];
    const when = left > 0 ? `ends on ${day}, in ${left} ${left === 1 ? 'day' : 'days'}` : `ended on ${day}`;
    return [`\`${name}\` ${when}: \`promptgate portability --retiring 90d\` tries what may take its place.`];
  });
}
