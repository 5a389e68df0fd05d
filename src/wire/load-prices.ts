import type { CostOf } from '../core/money/prices.ts';
import type { Settings } from '../core/settings/settings.ts';
import { systemClock } from '../providers/system-clock.ts';

/** Prices by provider and model, at each provider's endpoint. */
export async function loadPrices(settings: Settings): Promise<CostOf> {
  const { loadPriceList } = await import('../providers/load-price-list.ts');
  const { providers, applications } = settings;
  const endpoints = new Map([
    ...[...providers].map(([name, { baseUrl }]) => [name, baseUrl] as const),
    // An application is in no list: the model that it says it asked has its vendor's price.
    ...[...applications.keys()].map((name) => [name, 'http://127.0.0.1'] as const),
  ]);
  return loadPriceList(Object.fromEntries(settings.prices), endpoints, systemClock.now());
}
