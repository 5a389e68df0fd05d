import { canonicalJson } from '../json.ts';
import type { Config } from './parse-config.ts';
import { modelNamed } from './settings.ts';

/** The config of a pull request whose base has none, as far as it may hold for its own review. */
export type ConfigWithoutTrust = {
  readonly config: Config;
  /** Keys of it that are used. */
  readonly used: readonly string[];
  /** Keys of it that are not, or not whole. */
  readonly leftOut: readonly string[];
};

/**
 * What of a config that the pull request itself brings holds for its own review, where the base has none: what can only add.
 * These are models, judge and embeddings at the provider of the inputs, by their names alone, and a stricter gate. All else
 * comes from the `defaults`, so that nobody opens the gate, hides a prompt or a comment, spends more, or has anything sent elsewhere or run.
 */
export function withoutTrust(config: Config, defaults: Config): ConfigWithoutTrust {
  const names = new Map(Object.entries(config.providers));
  const providers = {
    has: (name: string): boolean => names.has(name),
    isApplication: (name: string): boolean => names.has(name) && !('api' in (names.get(name) ?? {})),
  };
  const plain = (written: Config['models'][number] | undefined): readonly string[] => {
    const { provider, model } = typeof written === 'object' ? written : { provider: undefined, model: written };
    if (model === undefined || (provider ?? modelNamed(model, providers).provider) !== 'default') return [];
    return [model];
  };
  const models = config.models.flatMap(plain);
  const [judge] = plain(config.judge);
  const [embeddings] = plain(config.embeddings);
  const votes = typeof config.judge === 'object' ? config.judge.votes : 1;
  const kept: Config = {
    ...defaults,
    file: config.file,
    models,
    ...(judge === undefined ? {} : { judge: votes === 1 ? judge : { model: judge, params: {}, votes } }),
    ...(embeddings === undefined ? {} : { embeddings }),
    gate: stricter(config.gate, defaults.gate),
    // Nobody publishes more by it.
    ...(config['publish-replies'] === 'none' ? { 'publish-replies': 'none' as const } : {}),
    ...(config.mask ? { mask: true } : {}),
  };
  const [written, usual, held] = [config, defaults, kept].map(configEntries);
  const differing = [...new Set([...(written?.keys() ?? []), ...(usual?.keys() ?? [])])].filter(
    (key) => canonicalJson(written?.get(key)) !== canonicalJson(usual?.get(key)),
  );
  return {
    config: kept,
    used: differing.filter((key) => canonicalJson(held?.get(key)) !== canonicalJson(usual?.get(key))),
    leftOut: differing.filter((key) => canonicalJson(held?.get(key)) !== canonicalJson(written?.get(key))),
  };
}

/** Of each rule the stricter one. Tests of metrics, cost and latency are left out: they take their share of alpha from the score's. */
function stricter(head: Config['gate'], usual: Config['gate']): Config['gate'] {
  const least = head['min-score'];
  const { 'max-increase': _, ...caps } = head.cost ?? {};
  return {
    ...usual,
    tolerance: Math.min(head.tolerance, usual.tolerance),
    alpha: Math.max(head.alpha, usual.alpha),
    ...(head['exam-changes'] === 'strict' ? { 'exam-changes': 'strict' as const } : {}),
    ...(head['served-model'] === 'block' ? { 'served-model': 'block' as const } : {}),
    ...(least === undefined ? {} : { 'min-score': least }),
    ...(Object.keys(caps).length === 0 ? {} : { cost: caps }),
  };
}

/** What a config sets, by the keys that it is written with, defaults filled in. */
export function configEntries(config: Config): ReadonlyMap<string, unknown> {
  const { file: _, defaultChecks: __, limitsCost: ___, saysFailOn: ____, version: _____, ...keys } = config;
  return new Map<string, unknown>(Object.entries(keys));
}
