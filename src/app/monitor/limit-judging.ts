import type { CostEstimate } from '../../core/money/estimate-cost.ts';
import type { CostOf } from '../../core/money/prices.ts';
import type { CallSample, SampledStratum } from '../../core/monitor/call-sample.ts';
import type { QualitySettings } from '../../core/settings/monitor-schema.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { AskingSession } from '../review/review-ports.ts';
import type { JudgedMetric } from './choose-metrics.ts';
import { estimateJudging } from './judge-sample.ts';

type Judging = {
  readonly quality: QualitySettings;
  readonly metrics: readonly JudgedMetric[];
  /** With the limits of judging. */
  readonly settings: Settings;
};

/** The run's limits, or those of judging where they are less. */
export function within(settings: Settings, { budget }: QualitySettings): Settings {
  const { calls = settings.maxCalls, usd = settings.maxCostUsd } = budget;
  return { ...settings, maxCalls: Math.min(settings.maxCalls, calls), maxCostUsd: Math.min(settings.maxCostUsd, usd) };
}

/** Why a limit of dollars that somebody set cannot hold: nobody knows what the models cost. */
export function whyUnlimited(quality: QualitySettings, settings: Settings, costOf: CostOf): string | undefined {
  if (quality.budget.usd === undefined && !settings.limitsCost) return undefined;
  const asked = [settings.judge, settings.embeddings].flatMap((role) => role ?? []);
  const unpriced = asked.filter(({ provider, model }) => costOf(provider, model, usage) === undefined);
  if (unpriced.length === 0) return undefined;
  const models = unpriced.map(({ model }) => `\`${model}\``).join(' and ');
  const limit = quality.budget.usd === undefined ? 'max-cost' : 'monitor.quality.budget.usd';
  return `Nothing is judged: the price of ${models} is unknown, so \`${limit}\` cannot be enforced. Name it under \`prices\` in the config.`;
}

const usage = { inputTokens: 1000, outputTokens: 1000 };

/** As much of the sample as the limits leave room for, by the estimate. */
export function fitSample(
  sample: CallSample,
  { quality, metrics, settings }: Judging,
  { calls, costUsd }: ReturnType<AskingSession['spent']>,
  costOf: CostOf,
): { readonly strata: readonly SampledStratum[]; readonly estimate: CostEstimate } {
  const estimateOf = (strata: readonly SampledStratum[]): CostEstimate =>
    estimateJudging(
      strata.flatMap(({ taken }) => taken),
      metrics,
      settings,
      costOf,
    );
  const { strata } = sample;
  const whole = estimateOf(strata);
  const left = { calls: settings.maxCalls - calls.made, usd: Math.max(0, settings.maxCostUsd - (costUsd.actual ?? 0)) };
  const share = Math.min(1, left.calls / whole.calls, whole.usualUsd > 0 ? left.usd / whole.usualUsd : 1);
  if (!(share < 1)) return { strata, estimate: whole };
  const taken = strata.reduce((sum, one) => sum + one.taken.length, 0);
  const fewer = sample.strataOf(Math.min(quality.sample, Math.floor(taken * share)));
  return { strata: fewer, estimate: estimateOf(fewer) };
}
