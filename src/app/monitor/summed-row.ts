import { z } from 'zod';
import { type CostOf, costByPrice } from '../../core/money/prices.ts';
import type { BinnedLatency, Summed, SummedCalls } from '../../core/monitor/summed-calls.ts';
import { billedModel, loggedService } from './count-call.ts';
import { evenPrice, longRequest } from './price-calls.ts';

/** Sums of numbers beyond all counting run over: what is added up with a correction is none then. */
const beyond = z.enum(['Infinity', '-Infinity', 'NaN']).transform(() => Number.POSITIVE_INFINITY);
const number = z.union([z.number(), beyond]).nullable();
const name = z.string().nullable();
const summed = z.object({ count: z.number(), total: number, squares: number });

/** A row of `sumCallsSql`. */
export const callRow = z.object({
  kind: z.number(),
  ...{ file: name, segment: name, asked: name, served: name, prompt: name },
  ...{ failed: z.boolean().nullable(), is_long: z.boolean().nullable(), counted: number },
  ...{ long_in: number, long_out: number, long_cached: number },
  ...{ calls: z.number(), latest: number, refusals: z.number(), truncated: z.number() },
  ...{ t_in: summed, t_out: summed, t_cached: summed, t_reasoning: summed, reply_length: summed, usd: summed },
  ...{ n_sent: z.number(), s_sent: number, s_sent_tokens: number },
  ...{ s_c: number, s_i: number, s_o: number },
  ...{ s_cc: number, s_ii: number, s_oo: number, s_ic: number, s_io: number, s_co: number },
  ...{ least: number, most: number, zeros: z.number() },
  ...{ bins: z.array(z.number()).nullable(), in_bins: z.array(z.number()).nullable() },
});
export type CallRow = z.infer<typeof callRow>;

/** The model of calls whose price a token depends on the request, where they are not priced one by one yet. */
export function unevenModel(row: CallRow, costOf: CostOf): string | undefined {
  if (row.kind !== 0) return undefined;
  const model = modelOf(row, costOf);
  if (row.counted === -1 || row.is_long === true || model === undefined) return undefined;
  return evenPrice(costOf, model) === 'uneven' ? model : undefined;
}

/** Whether a row is of calls that `unevenModel` told of: priced by themselves now, and not before, as their requests are not long. */
export function isPricedAgain(row: CallRow, uneven: ReadonlySet<string>, costOf: CostOf): boolean {
  if (row.kind !== 0 || row.is_long !== true || (row.long_in ?? 0) > longRequest) return false;
  return uneven.has(modelOf(row, costOf) ?? '');
}

/** A row as the sums of calls. */
export function sumOfRow(row: CallRow, costOf: CostOf): SummedCalls {
  const { calls, refusals, truncated, least, most, zeros, served, failed } = row;
  const { priced, usd } = priceRow(row, costOf);
  const latency: BinnedLatency | undefined =
    least === null || most === null
      ? undefined
      : {
          min: least,
          max: most,
          zeros,
          bins: (row.bins ?? []).map((bin, at) => [bin, row.in_bins?.[at] ?? 0] as const),
        };
  return {
    ...{ calls, priced, usd, latency, refusals, truncated },
    ...{ sent: known(row.t_in), out: known(row.t_out), cached: known(row.t_cached), reasoning: known(row.t_reasoning) },
    reply: known(row.reply_length),
    measured: { count: row.n_sent, characters: row.s_sent ?? 0, tokens: row.s_sent_tokens ?? 0 },
    // Some logs name the model that was asked for there, though none answered.
    served: failed === true ? undefined : (served ?? undefined),
    errors: failed === true ? calls : 0,
  };
}

function known({ count, total, squares }: CallRow['usd']): Summed {
  return { count, total: total ?? 0, squares: squares ?? 0 };
}

function modelOf({ asked, served }: CallRow, costOf: CostOf): string | undefined {
  return billedModel({ asked: asked ?? undefined, served: served ?? undefined }, costOf);
}

const unpriced = { priced: 'unknown', usd: { count: 0, total: 0, squares: 0 } } as const;

/** What calls cost, from sums: a cost is the sum of tokens times prices, and its square that of their products. */
function priceRow(row: CallRow, costOf: CostOf): Pick<SummedCalls, 'priced' | 'usd'> {
  if (row.counted === -1) return { priced: 'billed', usd: known(row.usd) };
  const model = modelOf(row, costOf);
  if (model === undefined) return unpriced;
  if (row.is_long === true) return priceAlike(row, model, costOf);
  const price = evenPrice(costOf, model);
  if (price === 'unknown' || price === 'uneven') return unpriced;
  const usage = {
    ...(isCounted(row, 1) && { inputTokens: 1 }),
    ...(isCounted(row, 2) && { outputTokens: 1 }),
  };
  if (costByPrice(usage, price) === undefined) return unpriced;
  const [i, c, o] = [price.input / 1e6, (price.cached - price.input) / 1e6, price.output / 1e6];
  const of = (sum: number | null): number => sum ?? 0;
  return {
    priced: 'computed',
    usd: {
      count: row.calls,
      total: i * of(row.s_i) + c * of(row.s_c) + o * of(row.s_o),
      squares:
        i * i * of(row.s_ii) +
        c * c * of(row.s_cc) +
        o * o * of(row.s_oo) +
        2 * (i * c * of(row.s_ic) + i * o * of(row.s_io) + c * o * of(row.s_co)),
    },
  };
}

/** Bits of `counted`: whether the tokens in, and those out, are known. */
function isCounted({ counted }: CallRow, bit: 1 | 2): boolean {
  return ((counted ?? 0) & bit) === bit;
}

/** Calls with the same tokens. */
function priceAlike(row: CallRow, model: string, costOf: CostOf): Pick<SummedCalls, 'priced' | 'usd'> {
  const usd = costOf(loggedService, model, {
    ...(row.long_in !== null && { inputTokens: row.long_in }),
    ...(row.long_out !== null && { outputTokens: row.long_out }),
    ...(row.long_cached !== null && { cachedTokens: row.long_cached }),
  });
  if (usd === undefined) return unpriced;
  return { priced: 'computed', usd: { count: row.calls, total: row.calls * usd, squares: row.calls * usd * usd } };
}
