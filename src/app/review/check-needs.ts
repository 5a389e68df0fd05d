import type { CheckKinds } from '../../core/check-kind.ts';
import type { Design } from '../../core/design/design-review.ts';
import type { Problem } from '../../core/problem.ts';
import type { Settings } from '../../core/settings/settings.ts';
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

/** Providers among those `needed` that are not configured, or whose key is not at hand. */
export function missingKeys(
  needed: ReadonlySet<string>,
  settings: Settings,
  hasKey: (provider: string) => boolean,
): readonly Problem[] {
  return [...needed].flatMap((name): readonly Problem[] => {
    const provider = settings.providers.get(name);
    if (provider === undefined) {
      return [
        {
          reason: 'config',
          what: `there is no provider \`${name}\`.`,
          fix: `Name it under \`providers\` in ${settings.configFile}.`,
        },
      ];
    }
    if (hasKey(name)) return [];
    const where = provider.key.kind === 'environment' ? provider.key.name : 'api-key';
    const fix =
      name === 'default'
        ? `Give the action \`api-key: \${{ secrets.${where === 'api-key' ? 'OPENAI_API_KEY' : where} }}\`, or set ${where} in the environment.`
        : `Set ${where} in the environment of the step (\`env:\`), from a secret.`;
    return [{ reason: 'config', what: `there is no key for the provider \`${name}\` (${provider.baseUrl}).`, fix }];
  });
}
