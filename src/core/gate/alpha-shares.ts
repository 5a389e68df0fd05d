import type { GateSettings } from './settings.ts';

/** How a prompt's alpha is divided: the score and its cases, each gated metric, and the latency limit. They sum to alpha. */
export type AlphaShares = { readonly score: number; readonly metric: number; readonly latency: number };

/** The score keeps all of alpha while nothing else is tested, else half; the others share the rest evenly. */
export function alphaShares(settings: Pick<GateSettings, 'alpha' | 'metrics' | 'latencyLimit'>): AlphaShares {
  const hasLatency = settings.latencyLimit !== undefined;
  const others = Object.keys(settings.metrics).length + (hasLatency ? 1 : 0);
  if (others === 0) return { score: settings.alpha, metric: 0, latency: 0 };
  const each = settings.alpha / 2 / others;
  return { score: settings.alpha / 2, metric: each, latency: hasLatency ? each : 0 };
}
