import type { CheckKinds } from '../../core/check-kind.ts';
import type { Design } from '../../core/design/design-review.ts';
import type { Problem } from '../../core/problem.ts';
import type { Settings } from '../../core/settings/settings.ts';

/**
 * Problems that would let calls be made in vain: a provider without its key, or a check whose model or scorer is not
 * configured. Each is told once, with the places that need it.
 */
export function checkNeeds(
  design: Design,
  settings: Settings,
  kinds: CheckKinds,
  hasKey: (provider: string) => boolean,
): readonly Problem[] {
  return [...missingKeys(design, settings, hasKey), ...missingRoles(design, settings, kinds)];
}

function missingKeys(design: Design, settings: Settings, hasKey: (provider: string) => boolean): readonly Problem[] {
  const rows = design.prompts.flatMap((prompt) =>
    prompt.rows.flatMap((row) => [row.model.old.provider, row.model.new.provider]),
  );
  const simulates = design.prompts.some(({ cells }) => cells.some(({ scenario }) => scenario !== undefined));
  const roles = [settings.judge, settings.embeddings, simulates ? settings.simulate : undefined].flatMap(
    (role) => role?.provider ?? [],
  );
  const needed = new Set([...rows, ...(rows.length > 0 ? roles : [])]);
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

function missingRoles(design: Design, settings: Settings, kinds: CheckKinds): readonly Problem[] {
  const all = design.prompts.flatMap(({ change }) => change.exam.cases.flatMap(({ golden }) => golden.checks));
  const alike = Map.groupBy(all, ({ kind, argument, at }) =>
    JSON.stringify([kind, at.file, kinds.get(kind)?.needs === 'scorer' ? argument : null]),
  );
  return [...alike.values()].flatMap(([check]): readonly Problem[] => {
    if (check === undefined) return [];
    const needs = kinds.get(check.kind)?.needs ?? 'nothing';
    const lacksJudge = settings.judge === undefined && (needs === 'judge' || needs === 'judge and embeddings');
    const lacksSimulator = settings.simulate === undefined && needs === 'simulator';
    const lacksEmbeddings =
      settings.embeddings === undefined && (needs === 'embeddings' || needs === 'judge and embeddings');
    const lacksScorer = needs === 'scorer' && !settings.scorers.has(String(check.argument));
    const told = (what: string, fix: string): Problem => ({
      reason: 'config',
      what: `the check \`${check.kind}\` ${what}`,
      at: check.at,
      fix,
    });
    return [
      ...(lacksJudge
        ? [
            told(
              'is graded by a model, and no judge is configured.',
              'Give the action `judge: gpt-5`, or write `judge: gpt-5` in promptgate.yml.',
            ),
          ]
        : []),
      ...(lacksSimulator
        ? [
            told(
              'needs a model that plays the user.',
              'Write `simulate: gpt-5-mini` in promptgate.yml, or give the action a `judge`.',
            ),
          ]
        : []),
      ...(lacksEmbeddings
        ? [
            told(
              'compares meanings, and no embedding model is configured.',
              'Write `embeddings: text-embedding-3-small` in promptgate.yml.',
            ),
          ]
        : []),
      ...(lacksScorer
        ? [
            told(
              `names a scorer that is not configured: \`${String(check.argument)}\`.`,
              'Add it under `scorers` in the config of the base branch.',
            ),
          ]
        : []),
    ];
  });
}
