/** What a reply of one side takes on the average, and what its tokens cost. */
export type Spend = {
  /** Length of the prompt, in units of a ruler that no tokenizer changes. */
  readonly promptUnits: number;
  /** Length of what the reply says, in the same units. */
  readonly replyUnits: number;
  readonly inputTokens: number;
  /** Part of the input that was read from the service's cache. */
  readonly cachedTokens: number;
  readonly outputTokens: number;
  /** Part of the output that was spent on reasoning. */
  readonly reasoningTokens: number;
  /** Dollars of one token of each kind. */
  readonly price: { readonly input: number; readonly cached: number; readonly output: number };
};

export const costFactors = ['price', 'tokenizer', 'prompt', 'reply', 'reasoning', 'cached'] as const;
export type CostFactor = (typeof costFactors)[number];

/** By how much each factor multiplied the cost of a reply: their product is the ratio of the costs, new to old. */
export type CostFactors = Readonly<Record<CostFactor, number>>;

/**
 * Parts the change of what a reply costs into factors that multiply out exactly, without a remainder that nobody caused: LMDI-I,
 * the logarithmic mean Divisia index (B. W. Ang, "The LMDI approach to decomposition analysis", Energy Policy 33, 2005). A cost is
 * a sum of parts (input that is not cached, cached input, what is said, reasoning), each of them a product of quantities; a
 * quantity's factor is its own ratio in each part, weighed by the part's share of the logarithmic mean. A part that is there on one
 * side only goes to what brought it, which is the limit of the formula (B. W. Ang and N. Liu, "Handling zero values", 2007).
 * @param tokenizers whether the two sides count tokens by different tokenizers. On one model a text of more tokens is a longer
 * text, whatever its characters; and where a side has no units, that part is left to the length as well
 * @returns undefined where a side costs nothing
 */
export function decomposeCost(old: Spend, now: Spend, tokenizers: boolean): CostFactors | undefined {
  const rulers = {
    input: tokenizers && isMeasured(old.promptUnits, now.promptUnits, old.inputTokens, now.inputTokens),
    output: tokenizers && isMeasured(old.replyUnits, now.replyUnits, saidOf(old), saidOf(now)),
  };
  const [before, after] = [partsOf(old, rulers), partsOf(now, rulers)];
  const [from, to] = [totalOf(before), totalOf(after)];
  if (!(from > 0 && to > 0)) return undefined;
  const logs: Record<CostFactor, number> = { price: 0, tokenizer: 0, prompt: 0, reply: 0, reasoning: 0, cached: 0 };
  const whole = logarithmicMean(to, from);
  before.forEach((part, at) => {
    const next = after[at];
    if (next === undefined) return;
    const [cost, nextCost] = [costOf(part), costOf(next)];
    if (cost === 0 || nextCost === 0) {
      logs[broughtBy(part, next)] += (nextCost - cost) / whole;
      return;
    }
    const weight = logarithmicMean(nextCost, cost) / whole;
    for (const [at, [factor, quantity]] of part.entries())
      logs[factor] += weight * Math.log((next[at]?.[1] ?? quantity) / quantity);
  });
  return {
    price: Math.exp(logs.price),
    tokenizer: Math.exp(logs.tokenizer),
    prompt: Math.exp(logs.prompt),
    reply: Math.exp(logs.reply),
    reasoning: Math.exp(logs.reasoning),
    cached: Math.exp(logs.cached),
  };
}

/** One part of a cost: quantities whose product it is, each under the factor that it counts for. */
type CostPart = readonly (readonly [CostFactor, number])[];

/** Which of a side's texts are measured by a ruler that both sides share. */
type Rulers = { readonly input: boolean; readonly output: boolean };

function isMeasured(...amounts: readonly number[]): boolean {
  return amounts.every((amount) => amount > 0);
}

function saidOf({ outputTokens, reasoningTokens }: Spend): number {
  return outputTokens - Math.min(reasoningTokens, outputTokens);
}

function partsOf(spend: Spend, rulers: Rulers): readonly CostPart[] {
  const { inputTokens, outputTokens, price } = spend;
  const cachedTokens = Math.min(spend.cachedTokens, inputTokens);
  const reasoningTokens = Math.min(spend.reasoningTokens, outputTokens);
  const said = saidOf(spend);
  const cached = inputTokens > 0 ? cachedTokens / inputTokens : 0;
  // Without a ruler a token is the unit, and all of a change is one of length.
  const perInput = rulers.input ? inputTokens / spend.promptUnits : 1;
  const perOutput = rulers.output ? said / spend.replyUnits : 1;
  const input = inputTokens / perInput;
  return [
    [
      ['prompt', input],
      ['tokenizer', perInput],
      ['cached', 1 - cached],
      ['price', price.input],
    ],
    [
      ['prompt', input],
      ['tokenizer', perInput],
      ['cached', cached],
      ['price', price.cached],
    ],
    [
      ['reply', said / perOutput],
      ['tokenizer', perOutput],
      ['price', price.output],
    ],
    [
      ['reasoning', reasoningTokens],
      ['price', price.output],
    ],
  ];
}

function costOf(part: CostPart): number {
  return part.reduce((product, [, quantity]) => product * quantity, 1);
}

function totalOf(parts: readonly CostPart[]): number {
  return parts.reduce((sum, part) => sum + costOf(part), 0);
}

/** What made a part come or go: its first quantity that is nothing on the side where the part is. Nothing on both sides changes nothing. */
function broughtBy(part: CostPart, next: CostPart): CostFactor {
  const lacking = costOf(part) === 0 ? part : next;
  return lacking.find(([, quantity]) => quantity === 0)?.[0] ?? 'price';
}

/** (a − b) / ln(a / b), which lies between the two; a itself where they are equal. */
export function logarithmicMean(a: number, b: number): number {
  const apart = Math.log(a / b);
  // Where they nearly are, the quotient of two small differences keeps no digits: its series does.
  return Math.abs(apart) < 1e-4 ? Math.sqrt(a * b) * (1 + apart ** 2 / 24) : (a - b) / apart;
}
