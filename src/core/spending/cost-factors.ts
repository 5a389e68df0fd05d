import { type CostFactors, decomposeCost, type Spend } from '../money/decompose-cost.ts';
import type { CostOf } from '../money/prices.ts';
import type { Usage } from '../reply.ts';
import type { ModelRef, Row } from '../row.ts';
import { type Side, sides } from '../side.ts';
import { type Counted, meanOf } from './counted-replies.ts';
import { requestUnits, rulerCharacters } from './request-units.ts';

type Means = { readonly old: number | null; readonly new: number | null };

/** Where the change of what a reply costs comes from; undefined where a price is not known, or nothing costs anything. */
export function factorsOf(
  row: Row,
  counted: Readonly<Record<Side, readonly Counted[]>>,
  usd: Means,
  costOf: CostOf,
): CostFactors | undefined {
  const [old, now] = sides.map((side) => spendOf(counted[side], row.model[side], usd[side], costOf));
  if (old === undefined || now === undefined) return undefined;
  const { old: before, new: after } = row.model;
  return decomposeCost(old, now, before.model !== after.model || before.provider !== after.provider);
}

/** Enough tokens for a price to be read off, and few enough for the price of short prompts. */
const probe = 1000;

/** The mean reply of a side. Where a service bills otherwise than the list says, all its prices are held to be so by one factor. */
function spendOf(
  counted: readonly Counted[],
  { provider, model }: ModelRef,
  usd: number | null,
  costOf: CostOf,
): Spend | undefined {
  const inputTokens = meanOf(counted, ({ usage }) => usage.inputTokens);
  const outputTokens = meanOf(counted, ({ usage }) => usage.outputTokens);
  if (usd === null || inputTokens === null || outputTokens === null) return undefined;
  const perToken = (usage: Usage): number => (costOf(provider, model, usage) ?? Number.NaN) / probe;
  const list = {
    input: perToken({ inputTokens: probe, outputTokens: 0 }),
    cached: perToken({ inputTokens: probe, cachedTokens: probe, outputTokens: 0 }),
    output: perToken({ inputTokens: 0, outputTokens: probe }),
  };
  const cachedTokens = meanOf(counted, ({ usage }) => Math.min(usage.cachedTokens ?? 0, usage.inputTokens ?? 0)) ?? 0;
  const reasoningTokens =
    meanOf(counted, ({ usage }) => Math.min(usage.reasoningTokens ?? 0, usage.outputTokens ?? 0)) ?? 0;
  const listed = (inputTokens - cachedTokens) * list.input + cachedTokens * list.cached + outputTokens * list.output;
  if (!(listed > 0)) return undefined;
  const billed = usd / listed;
  // A conversation sends its opening with every turn: how long its prompts are, only their tokens tell.
  const held = counted.some(({ run }) => run.conversation !== undefined);
  return {
    inputTokens,
    cachedTokens,
    outputTokens,
    reasoningTokens,
    promptUnits: held ? 0 : (meanOf(counted, unitsOf) ?? 0),
    replyUnits: (meanOf(counted, ({ run }) => run.characters) ?? 0) / rulerCharacters,
    price: { input: list.input * billed, cached: list.cached * billed, output: list.output * billed },
  };
}

const known = new WeakMap<object, number>();

/** Length of the request that a reply answers: that of its case's row, whose sides may differ. */
function unitsOf({ request }: Counted): number | undefined {
  if (request === undefined) return undefined;
  const units = known.get(request) ?? requestUnits(request);
  known.set(request, units);
  return units;
}
