import type { CheckKinds } from '../../core/check-kind.ts';
import type { Design } from '../../core/design/design-review.ts';
import type { Problem } from '../../core/problem.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { missingKeys } from './missing-keys.ts';
import { missingRoles } from './missing-roles.ts';

/**
 * What the config lacks, so that calls would be made in vain: a provider's key, the model or scorer of a check. Each is told
 * once, with the places that need it.
 */
export function checkNeeds(
  design: Design,
  settings: Settings,
  kinds: CheckKinds,
  hasKey: (provider: string) => boolean,
): readonly Problem[] {
  const cases = design.prompts.flatMap(({ change }) => change.exam.cases.map(({ golden }) => golden));
  return [
    ...missingKeys(providersOf(design, settings), settings, hasKey),
    ...missingRoles(
      cases.flatMap(({ checks }) => checks),
      settings,
      kinds,
    ),
  ];
}

/** Providers of the models that the review asks. */
function providersOf(design: Design, settings: Settings): ReadonlySet<string> {
  const rows = design.prompts.flatMap((prompt) =>
    prompt.rows.flatMap((row) => [row.model.old.provider, row.model.new.provider]),
  );
  const simulates = design.prompts.some(({ cells }) => cells.some(({ scenario }) => scenario !== undefined));
  const roles = [settings.judge, settings.embeddings, simulates ? settings.simulate : undefined].flatMap(
    (role) => role?.provider ?? [],
  );
  return new Set([...rows, ...(rows.length > 0 ? roles : [])]);
}
