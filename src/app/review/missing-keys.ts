import type { Problem } from '../../core/problem.ts';
import type { Settings } from '../../core/settings/settings.ts';

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
