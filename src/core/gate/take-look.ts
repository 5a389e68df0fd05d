import { ownOf } from '../own-of.ts';
import { breaks, type CaseLook, lookAtCases } from './case-look.ts';
import { limitBroken } from './cost-and-latency.ts';
import type { GateSample, Limited } from './gate-sample.ts';
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
  readonly limits: Readonly<Partial<Record<Limited, { readonly ledger: Ledger; readonly look: SuiteLook }>>>;
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
  const limits = lookAtLimits(sample, step, shares.limit, before);
  return {
    round,
    score: { alpha: step.spend * shares.score, spent: (before?.score.spent ?? 0) + cases.spent + suite.spent },
    cases,
    suite,
    metrics,
    limits,
    blocks:
      (settings.cases === 'block' && cases.cells.some(breaks)) ||
      [suite, ...Object.values(metrics).map(({ look }) => look)].some(rejects) ||
      limitsOf(limits).some(([limited, { look }]) =>
        look.rows.some(({ rejection }, i) => rejection && limitBroken[limited](sample, i, round, settings)),
      ),
  };
}

function rejects({ pooled, rows }: SuiteLook): boolean {
  return pooled?.rejection != null || rows.some(({ rejection }) => rejection !== null);
}

/** Tests of what is limited: rows are not pooled, since a limit is each model's own. */
function lookAtLimits(
  { limited }: GateSample,
  { round, spend }: Step,
  share: number,
  before: LookTaken | undefined,
): LookTaken['limits'] {
  const looks = limitsOf(limited).map(([name, rows]) => {
    const spent = before?.limits[name]?.ledger.spent ?? 0;
    const alpha = spend * share;
    const look = lookAtSuite(rows, { round, budget: alpha - spent, tolerance: 0, pool: false, weigh: false });
    return [name, { ledger: { alpha, spent: spent + look.spent }, look }] as const;
  });
  return Object.fromEntries(looks);
}

/** What is there of each limit. */
export function limitsOf<Held>(
  limits: Readonly<Partial<Record<Limited, Held>>>,
): readonly (readonly [Limited, Held])[] {
  return (['cost', 'latency'] as const).flatMap((name) => {
    const held = limits[name];
    return held === undefined ? [] : [[name, held] as const];
  });
}

/** How a prompt's alpha is divided: the score and its cases, each gated metric, and each limit. They sum to alpha. */
type AlphaShares = { readonly score: number; readonly metric: number; readonly limit: number };

/** The score keeps all of alpha while nothing else is tested, else half; the others share the rest evenly. */
export function alphaShares(
  settings: Pick<GateSettings, 'alpha' | 'metrics' | 'latencyLimit' | 'costLimit'>,
): AlphaShares {
  const limits = [settings.latencyLimit, settings.costLimit].filter((limit) => limit !== undefined).length;
  const metrics = Object.keys(settings.metrics).length;
  if (metrics + limits === 0) return { score: settings.alpha, metric: 0, limit: 0 };
  const each = settings.alpha / 2 / (metrics + limits);
  return { score: settings.alpha / 2, metric: metrics > 0 ? each : 0, limit: limits > 0 ? each : 0 };
}
