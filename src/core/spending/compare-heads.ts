import type { CostOf } from '../money/prices.ts';
import type { ReportRow } from '../report/report.ts';
import type { Row } from '../row.ts';
import type { CellRun } from '../run/trial-run.ts';
import { type Side, sides } from '../side.ts';
import { type CachedHead, findCachedHead } from './cached-head.ts';
import { rulerCharacters, sentText } from './request-units.ts';

type Spending = NonNullable<ReportRow['spending']>;
type Heads = NonNullable<Spending['heads']>;
type Head = Heads[Side];

/** What of a row's spending its heads are told with. */
type Told = Pick<Spending, 'tokens' | 'month'>;

/**
 * The head that a prompt's requests share, old and new: what a service may read from its cache, whether it is long enough for that, what
 * ends it, and what the difference comes to. Nothing where a side does not exist, or a case is asked in several turns.
 * @param leasts of the config, least tokens that are cached, by model
 */
export function compareHeads(
  row: Row,
  cells: readonly CellRun[],
  told: Told,
  { costOf, leasts }: { readonly costOf: CostOf; readonly leasts: ReadonlyMap<string, number> },
): Heads | undefined {
  const single = cells.filter(({ cell }) => cell.scenario === undefined && cell.exam.golden.earlier === undefined);
  const [old, now] = sides.map((side) => headOf(row, single, side, told, leasts));
  if (old === undefined || now === undefined) return undefined;
  const saved = savedOf(row, 'new', now, costOf) - savedOf(row, 'old', old, costOf);
  const monthly = told.month?.replies;
  return {
    old,
    new: now,
    ...(Number.isNaN(saved) ? {} : { usdPer1000: -1000 * saved }),
    ...(Number.isNaN(saved) || monthly === undefined ? {} : { usdMonth: -monthly * saved }),
  };
}

function headOf(
  { model }: Row,
  cells: readonly CellRun[],
  side: Side,
  { tokens }: Told,
  leasts: ReadonlyMap<string, number>,
): Head | undefined {
  const sent = cells.flatMap(({ cell }) => {
    const request = cell[side];
    return request === undefined ? [] : [{ text: sentText(request), vars: cell.exam.golden.vars }];
  });
  const found = findCachedHead(sent);
  if (found === undefined) return undefined;
  const scale = tokensPerCharacter(found, tokens.input[side]);
  const least = cacheLeast(model[side].model, leasts);
  const [input, cached] = [tokens.input[side], tokens.cached[side]];
  return {
    tokens: Math.round(found.characters * scale),
    fixed: Math.round(found.fixed * scale),
    of: Math.round(found.of * scale),
    ...(least === undefined ? {} : { least }),
    billed: input === null || cached === null || input === 0 ? null : Math.min(1, cached / input),
    ...(found.breaks === undefined ? {} : { breaks: found.breaks }),
  };
}

/** As this model counts the whole request; where the service counts nothing, as the ruler does. */
function tokensPerCharacter({ of }: CachedHead, input: number | null): number {
  return input === null || of === 0 ? 1 / rulerCharacters : input / of;
}

/** Dollars a reply that the cache would save of a head: nothing where it is shorter than what is cached. NaN: no price is known. */
function savedOf({ model }: Row, side: Side, { tokens, least = 0 }: Head, costOf: CostOf): number {
  if (tokens < least) return 0;
  const { provider, model: name } = model[side];
  const price = (cachedTokens: number) =>
    costOf(provider, name, { inputTokens: tokens, cachedTokens, outputTokens: 0 }) ?? Number.NaN;
  return price(0) - price(tokens);
}

/**
 * Least tokens of a head that services keep in their prompt cache, by the model's name; what was read in the services' documentation
 * and in issues about it in November 2026. A model that no line fits has none that is known here.
 */
const leasts: readonly (readonly [RegExp, number])[] = [
  [/opus-5/iu, 512],
  [/opus-4[-.]8/iu, 1024],
  [/opus-4[-.]7/iu, 2048],
  [/opus-4[-.][56]|haiku-4[-.]5/iu, 4096],
  [/sonnet-(?:4[-.][5-9]|5)/iu, 1024],
  [/(?:^|\/)(?:gpt-|chatgpt-|o\d)/iu, 1024],
];

/** @param own of the config, by the model's name */
function cacheLeast(model: string, own: ReadonlyMap<string, number>): number | undefined {
  return own.get(model) ?? leasts.find(([names]) => names.test(model))?.[1];
}
