import { type CostFactors, costFactors, decomposeCost, logarithmicMean, type Spend } from '../money/decompose-cost.ts';
import { rulerCharacters } from '../spending/request-units.ts';
import type { DayNumber } from './call-groups.ts';
import type { CostCause } from './monitor-comparison.ts';
import type { MonitorTally } from './monitor-report.ts';
import type { Scope } from './scope-days.ts';

/** Dollars of a token of each kind by the price list; undefined where nobody knows. */
export type ListPrice = (model: string) => Spend['price'] | undefined;

/** The same text is held to count other tokens where tokens for a character changed by this much, or another model answers. */
const tokenizerMoved = 0.1;

/** What calls took on a side, added up over its days. */
type Means = {
  readonly calls: number;
  /** Calls whose cost is known, a day: segments of unlike size are weighed by it. */
  readonly priced: number;
  readonly usd: number | null;
  readonly input: number | null;
  readonly cached: number | null;
  readonly output: number | null;
  readonly reasoning: number | null;
  readonly reply: number | null;
  readonly perCharacter: number | null;
  readonly served: string | null;
};

/**
 * Why a call of a scope costs another sum: by how much each factor multiplied it. Each group's own change goes by the cost's
 * decomposition; groups are put together by the same logarithmic means, so that all multiplies out to the change of the scope (Ang
 * 2005, "consistency in aggregation"); what is left, that calls went to dearer groups, is the mix.
 * @param groups the single groups within the scope
 */
export function explainCost(
  scope: Scope,
  groups: readonly Scope[],
  sides: { readonly old: readonly DayNumber[]; readonly new: readonly DayNumber[] },
  priceOf: ListPrice,
): CostCause | undefined {
  const [old, now] = [meansOf(scope, sides.old), meansOf(scope, sides.new)];
  if (old.usd === null || now.usd === null || !(old.usd > 0 && now.usd > 0)) return undefined;
  const parts = groups.map((group) => ({
    name: group.names.model,
    old: meansOf(group, sides.old),
    new: meansOf(group, sides.new),
  }));
  const whole = logarithmicMean(now.usd, old.usd);
  const logs = Object.fromEntries(costFactors.map((factor) => [factor, 0])) as Record<keyof CostFactors, number>;
  let own = 0;
  let isKnown = true;
  for (const part of parts) {
    const [before, after] = [shareOf(part.old, old), shareOf(part.new, now)];
    if (!(before > 0 && after > 0)) continue;
    const weight = logarithmicMean(after, before) / whole;
    own += weight * Math.log((part.new.usd ?? 1) / (part.old.usd ?? 1));
    const factors = factorsOf(part.old, part.new, part.name, priceOf);
    if (factors === undefined) isKnown = false;
    else for (const factor of costFactors) logs[factor] += weight * Math.log(factors[factor]);
  }
  return {
    mix: Math.exp(Math.log(now.usd / old.usd) - own),
    ...(isKnown
      ? {
          factors: {
            price: Math.exp(logs.price),
            tokenizer: Math.exp(logs.tokenizer),
            prompt: Math.exp(logs.prompt),
            reply: Math.exp(logs.reply),
            reasoning: Math.exp(logs.reasoning),
            cached: Math.exp(logs.cached),
          },
        }
      : {}),
    tokens: {
      input: { old: old.input, new: now.input },
      cached: { old: old.cached, new: now.cached },
      output: { old: old.output, new: now.output },
      reasoning: { old: old.reasoning, new: now.reasoning },
    },
    length: { old: old.reply, new: now.reply },
    served: { old: old.served, new: now.served },
  };
}

/** Dollars that a group's calls add to the mean call of the scope. */
function shareOf(part: Means, whole: Means): number {
  return whole.priced === 0 ? 0 : (part.priced / whole.priced) * (part.usd ?? 0);
}

function factorsOf(old: Means, now: Means, asked: string | null, priceOf: ListPrice): CostFactors | undefined {
  const [before, after] = [spendOf(old, asked, priceOf), spendOf(now, asked, priceOf)];
  if (before === undefined || after === undefined) return undefined;
  const ratio = old.perCharacter === null || now.perCharacter === null ? 1 : now.perCharacter / old.perCharacter;
  const isOther = old.served !== now.served || Math.abs(Math.log(ratio)) >= Math.log(1 + tokenizerMoved);
  return decomposeCost(before, after, isOther);
}

/** The mean call of a side. Where another sum is billed than the list says, all its prices are held to be so by one factor. */
function spendOf(side: Means, asked: string | null, priceOf: ListPrice): Spend | undefined {
  const { usd, input, output } = side;
  const price =
    (side.served === null ? undefined : priceOf(side.served)) ?? (asked === null ? undefined : priceOf(asked));
  if (usd === null || input === null || output === null || price === undefined) return undefined;
  const cachedTokens = Math.min(side.cached ?? 0, input);
  const listed = (input - cachedTokens) * price.input + cachedTokens * price.cached + output * price.output;
  if (!(listed > 0)) return undefined;
  const billed = usd / listed;
  return {
    inputTokens: input,
    cachedTokens,
    outputTokens: output,
    reasoningTokens: Math.min(side.reasoning ?? 0, output),
    promptUnits: side.perCharacter === null ? 0 : input / side.perCharacter / rulerCharacters,
    replyUnits: (side.reply ?? 0) / rulerCharacters,
    price: { input: price.input * billed, cached: price.cached * billed, output: price.output * billed },
  };
}

function meansOf({ days }: Scope, on: readonly DayNumber[]): Means {
  const held = on.flatMap((day) => days.get(day) ?? []);
  const sum = (read: (tally: MonitorTally) => number | null): number =>
    held.reduce((all, tally) => all + (read(tally) ?? 0), 0);
  const over = (total: number, of: number): number | null => (of > 0 ? total / of : null);
  const priced = sum(({ priced: { billed, computed } }) => billed + computed);
  const isSent = (tally: MonitorTally): boolean => tally.sent.characters !== null && tally.sent.tokens !== null;
  const measured = held.filter(isSent);
  const measure = (read: (tally: MonitorTally) => number | null): number =>
    measured.reduce((all, tally) => all + (read(tally) ?? 0) * tally.counted.in, 0);
  const served = new Map<string, number>();
  for (const tally of held)
    for (const { model, calls } of tally.served) served.set(model, (served.get(model) ?? 0) + calls);
  return {
    calls: sum(({ calls }) => calls),
    priced,
    usd: over(
      sum(({ usd }) => usd),
      priced,
    ),
    input: over(
      sum(({ tokens }) => tokens.in),
      sum(({ counted }) => counted.in),
    ),
    cached: over(
      sum(({ tokens }) => tokens.cached),
      sum(({ counted }) => counted.in),
    ),
    output: over(
      sum(({ tokens }) => tokens.out),
      sum(({ counted }) => counted.out),
    ),
    reasoning: over(
      sum(({ tokens }) => tokens.reasoning),
      sum(({ counted }) => counted.out),
    ),
    reply: over(
      sum(({ replyCharacters, counted }) => (replyCharacters ?? 0) * counted.reply),
      sum(({ counted }) => counted.reply),
    ),
    perCharacter: over(
      measure(({ sent }) => sent.tokens),
      measure(({ sent }) => sent.characters),
    ),
    served: [...served].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null,
  };
}
