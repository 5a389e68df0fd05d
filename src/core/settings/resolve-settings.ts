import { defaultPromptGlobs } from '../detect/prompt-globs.ts';
import type { Problem } from '../problem.ts';
import { alertTargetsOf } from './alert-schema.ts';
import { assembledOf } from './assembled-of.ts';
import { defaultArtifact, type Inputs } from './inputs.ts';
import type { Config } from './parse-config.ts';
import { resolveDrift } from './resolve-drift.ts';
import { misplacedFailOn, resolveFailOn } from './resolve-fail-on.ts';
import { gateOf, overrideOf } from './resolve-gate.ts';
import { modelOf, resolveJudge, resolveModels, withoutVotes } from './resolve-models.ts';
import { resolveProviders, splitProviders } from './resolve-providers.ts';
import { namesOf, type ScorerSettings, type Settings } from './settings.ts';

export type ResolvedSettings =
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

/** Weighs inputs and config: the input, then the config, then the default (which the schemas hold). */
export function resolveSettings(inputs: Inputs, config: Config): ResolvedSettings {
  const compared = comparedFiles(inputs);
  if (compared.kind === 'broken') return compared;
  const [misplaced, ...others] = misplacedFailOn(inputs);
  if (misplaced !== undefined) return { kind: 'broken', problems: [misplaced, ...others] };
  const { services, applications } = splitProviders(config);
  const configured = { providers: resolveProviders(inputs, services), applications };
  const providers = namesOf(configured);
  const sampling = inputs.sampling ?? config.sampling;
  const judge = resolveJudge(inputs, config, providers);
  const embeddings = config.embeddings === undefined ? undefined : modelOf(config.embeddings, providers);
  const simulate = config.simulate === undefined ? withoutVotes(judge) : modelOf(config.simulate, providers);
  const settings: Settings = {
    mode: inputs.mode,
    drift: resolveDrift(inputs, config),
    ...(config.monitor.quality === undefined ? {} : { quality: config.monitor.quality }),
    ...(compared.files === undefined ? {} : { compared: compared.files }),
    configFile: config.file,
    ...(inputs.name === undefined ? {} : { name: inputs.name }),
    promptGlobs: inputs.prompts ?? globsOf(config.prompts),
    assembled: config.prompts.flatMap((entry) => (typeof entry === 'string' ? [] : assembledOf(entry))),
    agentGlobs: config.agents,
    withheldGlobs: config.withhold,
    roles: config.roles,
    templates: config.templates,
    watch: watchOf(config.watch),
    models: resolveModels(inputs, config, providers),
    ...(config['allowed-models'] === undefined ? {} : { allowedModels: config['allowed-models'] }),
    allowedParams: config['allowed-params'],
    ...configured,
    ...(judge === undefined ? {} : { judge }),
    ...(embeddings === undefined ? {} : { embeddings }),
    ...(simulate === undefined ? {} : { simulate }),
    scorers: new Map(Object.entries(config.scorers).map(([name, scorer]) => [name, scorerOf(scorer)])),
    casesPattern: config.cases,
    defaultChecks: config.defaultChecks,
    tags: inputs.tags ?? [],
    examChanges: config.gate['exam-changes'],
    servedModel: config.gate['served-model'],
    sampling,
    trials: inputs.trials ?? config.trials ?? (sampling === 'fixed' ? 5 : 12),
    diagnose: config.diagnose,
    logFields: config.logs.fields,
    baselineAgeMs: inputs['baseline-age'] ?? config['baseline-age'],
    concurrency: inputs.concurrency ?? config.concurrency,
    stream: config.latency.stream,
    maxCalls: inputs['max-calls'] ?? config.budget.calls,
    maxCostUsd: inputs['max-cost'] ?? config.budget.usd,
    limitsCost: inputs['max-cost'] !== undefined || config.limitsCost,
    timeoutMs: inputs.timeout ?? config.timeout,
    gate: gateOf(config.gate),
    overrides: config.overrides.map((written) => overrideOf(written, inputs, providers)),
    failOn: resolveFailOn(inputs, config).review,
    monitorFailOn: resolveFailOn(inputs, config).monitor,
    acceptLabel: inputs['accept-label'],
    comment: inputs.comment ?? config.comment,
    publishReplies: config['publish-replies'],
    mask: config.mask,
    cache: inputs.cache,
    ...(inputs.artifact === '' ? {} : { artifact: nameOfArtifact(inputs) }),
    ...(inputs['report-junit'] === undefined ? {} : { reportJunit: inputs['report-junit'] }),
    allowForks: inputs['allow-forks'],
    ...(inputs['base-ref'] === undefined ? {} : { baseRef: inputs['base-ref'] }),
    segments: new Map(Object.entries(config.segments).map(([name, { traffic }]) => [name, { monthly: traffic }])),
    cacheLeasts: new Map(Object.entries(config['cache-minimum'])),
    prices: new Map(
      Object.entries(config.prices).map(([name, { cached, ...price }]) => {
        return [name, cached === undefined ? price : { ...price, cached }];
      }),
    ),
    retirements: new Map(Object.entries(config.retirements)),
    successors: new Map(
      [...Object.entries(config.successors), ...(inputs.successors ?? [])].map(([name, models]) => [
        name,
        models.map((written) => modelOf(written, providers)),
      ]),
    ),
    alertTargets: alertTargetsOf(config.alerts),
    alertCooldownMs: config.alerts.cooldown,
    alertRules: config.alerts.rules,
  };
  return { kind: 'settings', settings };
}

/** Uploads of one run need names of their own: where the name is not chosen, what tells uses apart is in it. */
function nameOfArtifact({ artifact, name, mode }: Inputs): string {
  if (artifact !== defaultArtifact) return artifact;
  const parts = [artifact, name, mode === 'review' || mode === 'compare' ? undefined : mode];
  return parts.filter((part) => part !== undefined).join('-');
}

/** Where the config names nothing but prompts of several files, the usual globs find the others. */
function globsOf(prompts: Config['prompts']): readonly string[] {
  const globs = prompts.filter((entry) => typeof entry === 'string');
  return globs.length === 0 ? defaultPromptGlobs : globs;
}

/** Globs that stand by themselves are one rule, so that one of them can exclude what another names. */
function watchOf(written: Config['watch']): Settings['watch'] {
  const paths = written.filter((one) => typeof one === 'string');
  const rules = written.filter((one) => typeof one !== 'string');
  return [...(paths.length === 0 ? [] : [{ paths }]), ...rules];
}

function scorerOf(written: Config['scorers'][string]): ScorerSettings {
  if ('url' in written) return { kind: 'url', url: written.url };
  return { kind: 'command', command: written.command, ...(written.serve === true ? { serve: true } : {}) };
}

type ComparedFiles =
  | { readonly kind: 'files'; readonly files: Settings['compared'] | undefined }
  | Extract<ResolvedSettings, { kind: 'broken' }>;

function comparedFiles(inputs: Inputs): ComparedFiles {
  const { mode, old, new: fresh } = inputs;
  if (mode !== 'compare') {
    const given = (['old', 'new'] as const).filter((name) => inputs[name] !== undefined);
    if (given.length === 0) return { kind: 'files', files: undefined };
    const what = `the input \`${given.join('` and `')}\` is for \`mode: compare\`, and the mode is \`${mode}\`.`;
    return { kind: 'broken', problems: [{ reason: 'config', what, fix: 'Add `mode: compare`, or leave it out.' }] };
  }
  if (old !== undefined && fresh !== undefined) return { kind: 'files', files: { old, new: fresh } };
  const what = '`mode: compare` needs two files, `old` and `new`.';
  const fix = 'Give each as an input: a saved report or a score file in the workspace.';
  return { kind: 'broken', problems: [{ reason: 'config', what, fix }] };
}
