import { defaultPromptGlobs } from '../detect/prompt-globs.ts';
import type { Problem } from '../problem.ts';
import type { ModelRef } from '../row.ts';
import { alertTargetsOf } from './alert-schema.ts';
import { assembledOf } from './assembled-of.ts';
import { defaultArtifact, type Inputs } from './inputs.ts';
import type { PromptOverride } from './override-settings.ts';
import type { Config } from './parse-config.ts';
import { resolveDrift } from './resolve-drift.ts';
import { resolveFailOn } from './resolve-fail-on.ts';
import { resolveProviders, splitProviders } from './resolve-providers.ts';
import { modelNamed, namesOf, type ScorerSettings, type Settings } from './settings.ts';

export type ResolvedSettings =
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

/** Weighs inputs and config: the input, then the config, then the default (which the schemas hold). */
export function resolveSettings(inputs: Inputs, config: Config): ResolvedSettings {
  const compared = comparedFiles(inputs);
  if (compared.kind === 'broken') return compared;
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

/** Where the config names nothing but prompts of several files, the usual globs find the others. */
/** Uploads of one run need names of their own: where the name is not chosen, what tells uses apart is in it. */
function nameOfArtifact({ artifact, name, mode }: Inputs): string {
  if (artifact !== defaultArtifact) return artifact;
  const parts = [artifact, name, mode === 'check' || mode === 'portability' ? mode : undefined];
  return parts.filter((part) => part !== undefined).join('-');
}

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

type Providers = ReturnType<typeof namesOf>;
type WrittenModel = Config['models'][number];

function modelOf(written: WrittenModel, providers: Providers): ModelRef {
  if (typeof written === 'string') return { ...modelNamed(written, providers), params: {} };
  const { provider, model, params } = written;
  return provider === undefined ? { ...modelNamed(model, providers), params } : { provider, model, params };
}

/** Models of the input keep the parameters that the config gives to the same model. */
function resolveModels(inputs: Inputs, config: Config, providers: Providers): readonly ModelRef[] {
  const configured = config.models.map((written) => modelOf(written, providers));
  return (
    inputs.models?.map((name) => {
      const named = modelOf(name, providers);
      return configured.find((ref) => ref.provider === named.provider && ref.model === named.model) ?? named;
    }) ?? configured
  );
}

/** A judge of the input keeps the config's votes; its parameters only where it is the same model. */
function resolveJudge(inputs: Inputs, config: Config, providers: Providers): Settings['judge'] {
  const written = config.judge;
  const configured = written === undefined ? undefined : modelOf(written, providers);
  const votes = typeof written === 'object' ? written.votes : 1;
  if (inputs.judge === undefined) return configured === undefined ? undefined : { ...configured, votes };
  const named = modelOf(inputs.judge, providers);
  const same = configured?.provider === named.provider && configured.model === named.model;
  return { ...(same ? configured : named), votes };
}

function withoutVotes(judge: Settings['judge']): ModelRef | undefined {
  return judge === undefined ? undefined : { provider: judge.provider, model: judge.model, params: judge.params };
}

function scorerOf(written: Config['scorers'][string]): ScorerSettings {
  if ('url' in written) return { kind: 'url', url: written.url };
  return { kind: 'command', command: written.command, ...(written.serve === true ? { serve: true } : {}) };
}

function gateOf(gate: Config['gate']): Settings['gate'] {
  return {
    tolerance: gate.tolerance,
    alpha: gate.alpha,
    margin: gate.margin,
    cases: gate.cases,
    repeats: gate.repeats,
    ...(gate['min-score'] === undefined ? {} : { minScore: gate['min-score'] }),
    metrics: gate.metrics,
    ...costLimits(gate.cost),
    ...(gate.latency === undefined
      ? {}
      : {
          latencyLimit: gate.latency['max-increase'],
          ...(gate.latency.of === 'p50' ? {} : { latencyOf: gate.latency.of }),
        }),
  };
}

/** An input names the models of the whole run; which model a prompt names itself is asked beside them all the same. */
function overrideOf(
  { paths, gate, models, budget, owners }: Config['overrides'][number],
  inputs: Inputs,
  providers: Providers,
): PromptOverride {
  const { 'exam-changes': examChanges, 'min-score': minScore, cost, latency, ...others } = gate;
  const set = withoutUnset(others);
  return {
    paths,
    gate: {
      ...set,
      ...(minScore !== undefined && { minScore }),
      ...costLimits(cost),
      ...(latency !== undefined && { latencyLimit: latency['max-increase'], latencyOf: latency.of }),
    },
    ...(examChanges !== undefined && { examChanges }),
    ...(models !== undefined &&
      inputs.models === undefined && { models: models.map((one) => modelOf(one, providers)) }),
    ...(budget !== undefined && { budget: withoutUnset(budget) }),
    ...(owners !== undefined && { owners }),
  };
}

function withoutUnset<Written extends object>(written: Written): Record<string, NonNullable<Written[keyof Written]>> {
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
}

function costLimits(cost: Config['gate']['cost']): Pick<Settings['gate'], 'costLimit' | 'costCap' | 'outputCap'> {
  const { 'max-increase': increase, 'max-usd-per-1000': dollars, 'max-output-tokens': tokens } = cost ?? {};
  return {
    ...(increase === undefined ? {} : { costLimit: increase }),
    ...(dollars === undefined ? {} : { costCap: dollars / 1000 }),
    ...(tokens === undefined ? {} : { outputCap: tokens }),
  };
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
