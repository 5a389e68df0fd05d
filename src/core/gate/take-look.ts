import { ownOf } from '../own-of.ts';
import { breaks, type CaseLook, lookAtCases } from './case-look.ts';
import { latencyBroken } from './cost-and-latency.ts';
import type { GateSample } from './gate-sample.ts';
import type { Step } from './schedule.ts';
import type { GateSettings } from './settings.ts';
import { lookAtSuite, type SuiteLook } from './suite-look.ts';

/** A share of alpha after a look: what was allowed so far and what is gone, both cumulative. */
export type Ledger = { readonly alpha: number; readonly spent: number };

/** All tests of one look at the data of the rounds up to it. */
export type LookTaken = {
  readonly round: number;
  readonly score: Ledger;
  readonly cases: CaseLook;
  readonly suite: SuiteLook;
  readonly metrics: Readonly<Record<string, { readonly ledger: Ledger; readonly look: SuiteLook }>>;
  readonly latency: { readonly ledger: Ledger; readonly look: SuiteLook } | null;
  /** Something of it blocks the prompt. */
  readonly blocks: boolean;
};

/**
 * One look: cases first at 0.4 of the budget, then the suite at what their exact size leaves. The budget is the step's
 * share of alpha less all that earlier looks spent, so that the sizes of all looks sum to at most alpha.
 * @param before the look before, whose unspent size is carried over
 */
export function takeLook(
  sample: GateSample,
  step: Step,
  settings: GateSettings,
  before: LookTaken | undefined,
): LookTaken {
  const { round } = step;
  const shares = alphaShares(settings);
  const budget = step.spend * shares.score - (before?.score.spent ?? 0);
  const cases = lookAtCases(sample.cases, round, budget);
  const suite = lookAtSuite(sample.scores, {
    round,
    budget: budget - cases.spent,
    tolerance: settings.tolerance,
    pool: true,
    weigh: true,
  });
  const metrics = Object.fromEntries(
    Object.entries(settings.metrics).map(([name, { tolerance }]) => {
      const gone = ownOf(before?.metrics, name)?.ledger.spent ?? 0;
      const alpha = step.spend * shares.metric;
      const look = lookAtSuite(ownOf(sample.metrics, name) ?? [], {
        round,
        budget: alpha - gone,
        tolerance,
        pool: true,
        weigh: false,
      });
      return [name, { ledger: { alpha, spent: gone + look.spent }, look }];
    }),
  );
  const latency = lookAtLatency(sample, step, shares.latency, before);
  return {
    round,
    score: { alpha: step.spend * shares.score, spent: (before?.score.spent ?? 0) + cases.spent + suite.spent },
    cases,
    suite,
    metrics,
    latency,
    blocks:
      (settings.cases === 'block' && cases.cells.some(breaks)) ||
      [suite, ...Object.values(metrics).map(({ look }) => look)].some(rejects) ||
      (latency?.look.rows.some(({ rejection }, i) => rejection && latencyBroken(sample, i, round, settings)) ?? false),
  };
}

function rejects({ pooled, rows }: SuiteLook): boolean {
  return pooled?.rejection != null || rows.some(({ rejection }) => rejection !== null);
}

function lookAtLatency(sample: GateSample, step: Step, share: number, before: LookTaken | undefined) {
  if (sample.swiftness === null) return null;
  const spent = before?.latency?.ledger.spent ?? 0;
  const alpha = step.spend * share;
  const look = lookAtSuite(sample.swiftness, {
    round: step.round,
    budget: alpha - spent,
    tolerance: 0,
    pool: false,
    weigh: false,
  });
  return { ledger: { alpha, spent: spent + look.spent }, look };
}

/** How a prompt's alpha is divided: the score and its cases, each gated metric, and the latency limit. They sum to alpha. */
type AlphaShares = { readonly score: number; readonly metric: number; readonly latency: number };

/** The score keeps all of alpha while nothing else is tested, else half; the others share the rest evenly. */
export function alphaShares(settings: Pick<GateSettings, 'alpha' | 'metrics' | 'latencyLimit'>): AlphaShares {
  const hasLatency = settings.latencyLimit !== undefined;
  const others = Object.keys(settings.metrics).length + (hasLatency ? 1 : 0);
  if (others === 0) return { score: settings.alpha, metric: 0, latency: 0 };
  const each = settings.alpha / 2 / others;
  return { score: settings.alpha / 2, metric: each, latency: hasLatency ? each : 0 };
}
