import type { CostOf } from '../core/money/prices.ts';
import type { Settings } from '../core/settings/settings.ts';
import { systemClock } from '../providers/system-clock.ts';

/** Prices by provider and model, at each provider's endpoint. */
export async function loadPrices(settings: Settings): Promise<CostOf> {
  const { loadPriceList } = await import('../providers/load-price-list.ts');
  const endpoints = new Map([...settings.providers].map(([name, { baseUrl }]) => [name, baseUrl]));
  return loadPriceList(Object.fromEntries(settings.prices), endpoints, systemClock.now());
}
