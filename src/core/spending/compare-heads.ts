import type { Request } from '../call.ts';
import type { CostOf } from '../money/prices.ts';
import { countTokens, knownSize } from '../money/size-of-request.ts';
import type { ReportRow } from '../report/report.ts';
import type { Row } from '../row.ts';
import type { CellRun } from '../run/trial-run.ts';
import { type Side, sides } from '../side.ts';
import { findCachedHead } from './cached-head.ts';
import { type Counted, countedOfSides, countedPairs, meanOf } from './counted-replies.ts';
import { sentText } from './request-units.ts';

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
  const all = countedOfSides(countedPairs(single));
  // Where tools answered, tokens are those of several requests.
  const counted = (side: Side) => all[side].filter(({ run }) => run.conversation === undefined);
  const [old, now] = sides.map((side) => headOf(row, single, side, { ...told, counted: counted(side), leasts }));
  if (old === undefined || now === undefined) return undefined;
  const lost = lostOf(row, { old, new: now }, costOf);
  const monthly = told.month?.replies;
  return {
    old,
    new: now,
    ...(Number.isNaN(lost) ? {} : { usdPer1000: 1000 * lost }),
    ...(Number.isNaN(lost) || monthly === undefined ? {} : { usdMonth: monthly * lost }),
  };
}

type HeadContext = Told & { readonly counted: readonly Counted[]; readonly leasts: ReadonlyMap<string, number> };

function headOf(
  { model }: Row,
  cells: readonly CellRun[],
  side: Side,
  { tokens, counted, leasts }: HeadContext,
): Head | undefined {
  const requests = cells.flatMap(({ cell }) => {
    const request = cell[side];
    return request === undefined ? [] : [{ request, vars: cell.exam.golden.vars }];
  });
  const found = findCachedHead(requests.map(({ request, vars }) => ({ text: sentText(request), vars })));
  if (found === undefined) return undefined;
  const scale = countedPerEstimated(counted);
  const [head, behind] = [countTokens(found.head), countTokens(found.behind)];
  const whole = meanOf(counted, ({ usage }) => usage.inputTokens);
  const estimated = requests.slice(0, mostSized).map(({ request }) => knownSize(request).input);
  const least = cacheLeast(model[side].model, leasts);
  const [input, cached] = [tokens.input[side], tokens.cached[side]];
  return {
    tokens: Math.round(head * scale),
    fixed: Math.round((head + behind) * scale),
    of: Math.round(whole ?? estimated.reduce((sum, size) => sum + size, 0) / estimated.length),
    ...(least === undefined ? {} : { least }),
    billed: input === null || cached === null || input === 0 ? null : Math.min(1, cached / input),
    ...(found.breaks === undefined ? {} : { breaks: found.breaks }),
  };
}

/** Requests whose size is estimated: more tell no more. */
const mostSized = 100;

/**
 * Tokens as this model counts them for one that is estimated, over replies of one request each. A head is of other text than what
 * stands behind it, so that its characters say nothing of its tokens. 1 where the service counts none, or pictures and files, of which
 * nobody knows how many tokens they are, stand in every request.
 */
function countedPerEstimated(counted: readonly Counted[]): number {
  let [told, sized] = [0, 0];
  for (const { request, usage } of counted.slice(0, mostSized)) {
    if (usage.inputTokens === undefined || request === undefined || !isText(request)) continue;
    told += usage.inputTokens;
    sized += knownSize(request).input;
  }
  return told > 0 && sized > 0 ? told / sized : 1;
}

function isText({ messages }: Request): boolean {
  return messages.every(({ parts = [] }) => parts.every(({ kind }) => kind === 'text'));
}

/**
 * Dollars a reply that the cache would have saved of the old head and does not of the new one. Between two models a head is worth what it
 * is at the new one's price, whichever of them caches it: what the prices themselves differ by is no matter of the cache. NaN: no price is known.
 */
function lostOf({ model }: Row, heads: Heads, costOf: CostOf): number {
  const isSame = model.old.model === model.new.model && model.old.provider === model.new.provider;
  const { provider, model: name } = model.new;
  const savedOf = (side: Side): number => {
    const { tokens, least = 0 } = heads[side];
    if (tokens < least) return 0;
    const inputTokens = isSame ? tokens : heads.new.tokens;
    const price = (cachedTokens: number) =>
      costOf(provider, name, { inputTokens, cachedTokens, outputTokens: 0 }) ?? Number.NaN;
    return price(0) - price(inputTokens);
  };
  return savedOf('old') - savedOf('new');
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
