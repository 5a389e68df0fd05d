import type { CheckKinds } from '../../core/check-kind.ts';
import type { Design } from '../../core/design/design-review.ts';
import type { Check } from '../../core/golden-case.ts';
import type { Problem } from '../../core/problem.ts';
import { needOf } from '../../core/scoring/needs-of.ts';
import { scorerNamed } from '../../core/scoring/program-files.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Roles } from './answer-asking.ts';

/** Checks whose model or scorer is not configured. Each kind is told once a file. */
export function missingRoles(
  checks: readonly Check[],
  settings: Pick<Settings, 'judge' | 'simulate' | 'embeddings' | 'scorers'>,
  kinds: CheckKinds,
): readonly Problem[] {
  const alike = Map.groupBy(checks, ({ kind, argument, at }) =>
    JSON.stringify([
      kind,
      at.file,
      needOf({ kind, argument }, kinds),
      kinds.get(kind)?.needs === 'scorer' ? scorerNamed(argument) : null,
    ]),
  );
  return [...alike.values()].flatMap(([check]): readonly Problem[] => {
    if (check === undefined) return [];
    const needs = needOf(check, kinds);
    const lacksJudge = settings.judge === undefined && (needs === 'judge' || needs === 'judge and embeddings');
    const lacksSimulator = settings.simulate === undefined && needs === 'simulator';
    const lacksEmbeddings =
      settings.embeddings === undefined && (needs === 'embeddings' || needs === 'judge and embeddings');
    const lacksScorer = needs === 'scorer' && !settings.scorers.has(scorerNamed(check.argument));
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
              'Write `judge: gpt-5.6-sol` in promptgate.yml, or give it to the action (`--judge gpt-5.6-sol` on the command line).',
            ),
          ]
        : []),
      ...(lacksSimulator
        ? [
            told(
              'needs a model that plays the user.',
              'Write `simulate: gpt-5.6-luna` in promptgate.yml, or name a `judge`, which then plays it.',
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
              `names a scorer that is not configured: \`${scorerNamed(check.argument)}\`.`,
              'Add it under `scorers` in promptgate.yml; the action reads that of the base branch.',
            ),
          ]
        : []),
    ];
  });
}

/** Which model plays which part. */
export function rolesOf({ judge: grader, simulate, embeddings }: Settings): Roles {
  return {
    ...(grader === undefined ? {} : { judge: grader }),
    ...(simulate === undefined ? {} : { simulator: simulate }),
    ...(embeddings === undefined ? {} : { embeddings }),
  };
}

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
    const application = settings.applications.get(name);
    if (application !== undefined) {
      if (hasKey(name) || application.kind === 'command' || application.key === undefined) return [];
      const what = `there is no key for the application \`${name}\`.`;
      return [{ reason: 'config', what, fix: setInStep(application.key) }];
    }
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
    if (provider.key.kind === 'ambient') {
      const what = `there are no credentials of AWS for the provider \`${name}\` (${provider.baseUrl}).`;
      return [{ reason: 'config', what, fix: ambientFix }];
    }
    if (provider.key.kind === 'workload-identity') {
      const what = `there is no workload identity for the provider \`${name}\` (${provider.baseUrl}).`;
      return [{ reason: 'config', what, fix: identityFix }];
    }
    const where = 'name' in provider.key ? provider.key.name : 'api-key';
    const fix =
      name === 'default'
        ? `Give the action \`api-key: \${{ secrets.${where === 'api-key' ? 'OPENAI_API_KEY' : where} }}\`, or set ${where} in the environment.`
        : setInStep(where);
    return [{ reason: 'config', what: `there is no key for the provider \`${name}\` (${provider.baseUrl}).`, fix }];
  });
}

const ambientFix =
  'Let a step before this one set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, as `aws-actions/configure-aws-credentials` does.';

const identityFix =
  'Set AZURE_CLIENT_ID and AZURE_TENANT_ID in the environment of the step, and give the job `permissions: { id-token: write }`, or set AZURE_FEDERATED_TOKEN_FILE.';

function setInStep(name: string): string {
  return `Set ${name} in the environment of the step (\`env:\`), from a secret.`;
}
