import { showModel } from '../../core/design/rows-of.ts';
import type { PortabilityReport } from '../../core/portability/portability-report.ts';
import type { PromptChange } from '../../core/prompt-change.ts';
import type { Ending } from '../../core/retirement/find-endings.ts';
import { retirementOf } from '../../core/retirement/retirement-day.ts';
import type { ModelRef } from '../../core/row.ts';
import { modelNamed, namesOf, type Settings } from '../../core/settings/settings.ts';
import type { PortedQuestion } from './design-candidates.ts';

/** What `portability --retiring` asks and tells: every model that ends, its users, and what may take its place. */
export type Retiring = {
  readonly questions: readonly PortedQuestion[];
  readonly told: NonNullable<PortabilityReport['retiring']>;
};

/**
 * The models to try for those that end: the config's `successors`, else what the vendor says to take, and what the price table has
 * of the same family and price class.
 */
export async function askSuccessors(
  endings: readonly Ending[],
  settings: Settings,
  suggest: (model: string) => Promise<readonly string[]>,
): Promise<Retiring> {
  const questions: PortedQuestion[] = [];
  const told: Retiring['told'][number][] = [];
  for (const ending of endings) {
    const successors = await successorsOf(ending, settings, suggest);
    const { name, day, roles, prompts } = ending;
    const paths = prompts.map(({ path }) => path);
    told.push({ model: name, day, prompts: paths, roles: [...roles], successors: successors.map(showModel) });
    if (successors.length > 0)
      questions.push(...prompts.map((change) => ({ ...questionOf(change, ending), models: successors })));
  }
  return { questions, told };
}

/** A prompt that names the model itself is held against it as it is shipped; another against the config's. */
function questionOf(change: PromptChange, { name, model }: Ending): Pick<PortedQuestion, 'change' | 'reference'> {
  const isOwn = change.new?.model === name || change.new?.model === model.model;
  return isOwn ? { change } : { change, reference: model };
}

async function successorsOf(
  { name, model }: Ending,
  settings: Settings,
  suggest: (model: string) => Promise<readonly string[]>,
): Promise<readonly ModelRef[]> {
  const written = settings.successors.get(name) ?? settings.successors.get(model.model);
  if (written !== undefined) return written;
  const known = retirementOf(model.model)?.successors ?? [];
  const found = [...new Set([...known, ...(await suggest(model.model))])];
  const names = namesOf(settings);
  return found.map((one) => ({ ...modelNamed(one, names), provider: model.provider, params: {} }));
}
