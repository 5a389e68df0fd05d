import { knownRetirements, type Retirement } from './known-retirements.ts';

/** Days by provider and model, as services say them; undefined of one whose list is not to be had now. */
export type SaidRetirements = ReadonlyMap<string, ReadonlyMap<string, string> | undefined>;

export type RetirementFacts = {
  /** The config's `retirements`: a day, or that there is none. */
  readonly own: ReadonlyMap<string, string | 'never'>;
  readonly said?: SaidRetirements;
};

/**
 * The day a model ends (`YYYY-MM-DD`): by the config, else by the service's own list, else by the table that is bundled; undefined
 * where nobody tells one.
 */
export function retirementDay(
  { provider, model }: { readonly provider: string; readonly model: string },
  { own, said }: RetirementFacts,
): string | undefined {
  const written = own.get(model) ?? own.get(bareName(model));
  if (written !== undefined) return written === 'never' ? undefined : written;
  return said?.get(provider)?.get(model) ?? retirementOf(model)?.day;
}

/** Whether a day of a model may be known to its service alone, which does not say it now. The config's word goes before that. */
export function isListMissing(
  { provider, model }: { readonly provider: string; readonly model: string },
  { own, said }: RetirementFacts,
): boolean {
  if (own.has(model) || own.has(bareName(model))) return false;
  return said?.has(provider) === true && said.get(provider) === undefined;
}

/** What the bundled table has of a model, whatever stands around its name: a vendor before it, a snapshot's date after it. */
export function retirementOf(model: string): Retirement | undefined {
  const name = bareName(model);
  const undated = name.replace(/-(?:\d{4}-\d\d-\d\d|20\d{6})$/u, '');
  return knownRetirements.find(({ models }) => models.includes(name) || models.includes(undated));
}

/** Days from one day to another, both `YYYY-MM-DD` in the Gregorian calendar; negative where it is past. */
export function daysUntil(day: string, today: string): number {
  return dayNumber(day) - dayNumber(today);
}

/** Days since 1 March of the year 0: years begin in March, so that the leap day is their last. */
function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.slice(0, 10).split('-').map(Number);
  const years = month > 2 ? year : year - 1;
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return 365 * years + leaps + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date;
}

/** Gateways put the vendor before the name: `openai/gpt-5.6-luna`. */
function bareName(model: string): string {
  return model.slice(model.lastIndexOf('/') + 1);
}
