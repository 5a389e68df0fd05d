import type { WatchRule } from '../detect/find-unfollowed.ts';
import type { SourceSettings } from '../detect/prompt-sources.ts';

import type { GateSettings } from '../gate/settings.ts';
import type { LogFields } from '../logs/logged-call.ts';
import type { ModelRef } from '../row.ts';
import type { PromptRules } from '../settle-prompts.ts';
import type { GateWord } from '../verdict.ts';
import type { AlertRule } from './alert-rule-schema.ts';
import type { AlertTargetSettings } from './alert-schema.ts';
import type { QualitySettings } from './monitor-schema.ts';
import type { PromptOverride } from './override-settings.ts';
import type { WrittenCheck } from './parse-config.ts';
import type { Api } from './provider-schema.ts';
import type { DriftSettings } from './resolve-drift.ts';
import type { FailOn } from './resolve-fail-on.ts';

/** Where a provider's key comes from. The key itself is never part of the settings. */
export type KeySource =
  /** The input `api-key`. */
  | { readonly kind: 'input' }
  /** The environment variable of this name; `optional` where a service may do without (a model on this machine). */
  | { readonly kind: 'environment'; readonly name: string; readonly optional: boolean }
  /** An access token in this environment variable: the next run has another. */
  | { readonly kind: 'token'; readonly name: string }
  /** The AWS credentials of the environment, by their usual names. */
  | { readonly kind: 'ambient' }
  /** Tokens of Entra ID for the workload identity that the environment tells. */
  | { readonly kind: 'workload-identity' }
  | { readonly kind: 'none' };

/** A model service that is asked. */
export type ProviderSettings = {
  readonly api: Api;
  readonly baseUrl: string;
  readonly key: KeySource;
  /** Of AWS. */
  readonly region?: string;
  /** Of Azure's dated API. */
  readonly apiVersion?: string;
  /** Provider that takes over when this one is down. */
  readonly fallback?: string;
};

/**
 * A team's own application: a command that reads JSON on stdin, or an address that takes it by POST. `serve`: the command is
 * started once and takes a line of JSON for each reply.
 */
export type ApplicationSettings = {
  /** Longest that it may take over a reply. */
  readonly timeoutMs: number;
  /** Most replies under way at once; absent: what is usual. */
  readonly concurrency?: number;
} & (
  | {
      readonly kind: 'command';
      readonly command: readonly [string, ...string[]];
      readonly serve?: true;
      /** Names of the environment variables that it gets. */
      readonly env: readonly string[];
    }
  | {
      readonly kind: 'url';
      readonly url: string;
      /** Name of the environment variable with its key. */
      readonly key?: string;
    }
);

/**
 * A team's own scorer: a command that reads JSON on stdin, or an address that takes it by POST. `serve`: the command is
 * started once and takes a line of JSON for each reply.
 */
export type ScorerSettings =
  | { readonly kind: 'command'; readonly command: readonly [string, ...string[]]; readonly serve?: true }
  | { readonly kind: 'url'; readonly url: string };

/** Dollars per million tokens. */
export type Price = { readonly input: number; readonly output: number; readonly cached?: number };

type PromptSettings = PromptRules & SourceSettings & { readonly watch: readonly WatchRule[] };

/** All that a run may be told, after input, config and defaults were weighed. Holds no secret. */
export type Settings = PromptSettings & {
  readonly mode: 'review' | 'compare' | 'check' | 'portability' | 'drift' | 'monitor';
  readonly drift: DriftSettings;
  /** How a sample of logged calls is judged; absent: no model is asked about logs. */
  readonly quality?: QualitySettings;
  /** For `compare`: files in the workspace. */
  readonly compared?: { readonly old: string; readonly new: string };
  readonly configFile: string;
  /** Globs of agents' instructions that are asked once more without. */
  readonly withheldGlobs: readonly string[];
  readonly name?: string;
  readonly models: readonly ModelRef[];
  /** Models a prompt may name as its own; absent: any. */
  readonly allowedModels?: readonly string[];
  /** Parameters a prompt may set beside those that shape a reply. */
  readonly allowedParams: readonly string[];
  /** By name; `default` is always there. */
  readonly providers: ReadonlyMap<string, ProviderSettings>;
  /** Applications of the team's that answer prompts, by the names they have under `providers` of the config. */
  readonly applications: ReadonlyMap<string, ApplicationSettings>;
  readonly judge?: ModelRef & { readonly votes: number };
  readonly embeddings?: ModelRef;
  /** Who plays the user: the config's, else the judge. */
  readonly simulate?: ModelRef;
  readonly scorers: ReadonlyMap<string, ScorerSettings>;
  /** Pattern of case files with `{dir}` and `{name}`. */
  readonly casesPattern: string;
  readonly defaultChecks: readonly WrittenCheck[];
  /** Only cases with one of these; empty: all. */
  readonly tags: readonly string[];
  readonly examChanges: 'ratchet' | 'strict' | 'allow';
  /** What it means that another model answered than the one that was asked for. */
  readonly servedModel: 'warn' | 'block' | 'allow';
  readonly sampling: 'adaptive' | 'confirm' | 'fixed';
  readonly trials: number;
  /** Most cases of the round of diagnosis; 0: there is none. */
  readonly diagnose: number;
  /** Where logs of calls say what, by path; the others by the names that their format has. */
  readonly logFields: LogFields;
  readonly baselineAgeMs: number;
  readonly concurrency: number;
  /** Replies are asked for as streams, where the API can. */
  readonly stream: boolean;
  readonly maxCalls: number;
  readonly maxCostUsd: number;
  /** Whether input or config set it, rather than the default. */
  readonly limitsCost: boolean;
  readonly timeoutMs: number;
  /** `alpha` is the whole review's: each compared prompt gets its part. */
  readonly gate: Omit<GateSettings, 'sampling' | 'trials'>;
  /** Compared prompts of the run that other configs judge: alpha is shared with them. */
  readonly comparedElsewhere?: number;
  /** What is another for some prompts; later ones win. */
  readonly overrides: readonly PromptOverride[];
  /** Empty: `never`. */
  readonly failOn: readonly GateWord[];
  /** Verdicts that fail a run over production's logs, beside `invalid`. */
  readonly monitorFailOn: FailOn['monitor'];
  readonly acceptLabel: string;
  readonly comment: 'always' | 'changes' | 'never';
  /** How much of replies the action publishes. */
  readonly publishReplies: 'full' | 'excerpt' | 'none';
  /** Whether personal data is replaced in what the action publishes. */
  readonly mask: boolean;
  readonly cache: boolean;
  readonly artifact?: string;
  /** Path in the workspace for the cases as JUnit XML. */
  readonly reportJunit?: string;
  readonly allowForks: boolean;
  readonly baseRef?: string;
  /** Replies a month by segment. */
  readonly segments: ReadonlyMap<string, { readonly monthly: number }>;
  readonly prices: ReadonlyMap<string, Price>;
  /** Least tokens that a model's service keeps in its prompt cache, over what is known of it. */
  readonly cacheLeasts: ReadonlyMap<string, number>;
  /** The day a model ends (`YYYY-MM-DD`), or that none is known: over what services and the bundled table say. */
  readonly retirements: ReadonlyMap<string, string>;
  /** Models to try in the place of one that ends, by its name. */
  readonly successors: ReadonlyMap<string, readonly ModelRef[]>;
  /** Where alerts go. */
  readonly alertTargets: readonly AlertTargetSettings[];
  /** After something was told, it is not told again as new before this time is over, milliseconds. */
  readonly alertCooldownMs: number;
  /** What of production is watched. */
  readonly alertRules: readonly AlertRule[];
};

/** What of a settings' providers a model's name is read against. */
type ProviderNames = {
  readonly has: (name: string) => boolean;
  readonly isApplication?: (name: string) => boolean;
};

/** The names under `providers` of the config, and `default`. */
export function namesOf({
  providers,
  applications,
}: Pick<Settings, 'providers' | 'applications'>): Required<ProviderNames> {
  const isApplication = (name: string): boolean => applications.has(name);
  return { has: (name) => providers.has(name) || isApplication(name), isApplication };
}

/**
 * Reads a model as people write it: `provider:model` only where that provider is configured, so that `llama3:8b`
 * is a model of the provider `default`. An application's name alone is the application.
 */
export function modelNamed(name: string, names: ProviderNames): { readonly provider: string; readonly model: string } {
  if (names.isApplication?.(name) === true) return { provider: name, model: name };
  const colon = name.indexOf(':');
  const provider = name.slice(0, Math.max(colon, 0));
  const model = name.slice(colon + 1);
  return colon > 0 && model !== '' && names.has(provider) ? { provider, model } : { provider: 'default', model: name };
}
