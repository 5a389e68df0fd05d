import { countGrams, sharedGrams } from './count-grams.ts';

const orders = [1, 2, 3, 4];
/** What stands for a precision of 0 where nothing else smoothes it. */
const least = 1e-7;

/** `add-one`: Lin and Och (2004). `epsilon`: a tiny number in the place of none. */
export type Smoothing = 'add-one' | 'epsilon';

/**
 * Sentence BLEU, 0–1: brevity penalty × geometric mean of the clipped n-gram precisions for n = 1…4 (Papineni et
 * al. 2002). From n = 2 on, one is added to both counts, as Lin and Och (2004) do for single sentences, where a
 * missing 4-gram would otherwise make the whole 0. Orders longer than the reply are left out. Of several wanted texts
 * each order takes the one that meets it best, and the penalty the one nearest in length.
 *
 * Written here because no maintained package computes it soundly.
 */
export function bleu(
  reply: readonly string[],
  wanted: readonly (readonly string[])[],
  smoothing: Smoothing = 'add-one',
): number {
  if (reply.length === 0 || wanted.every((words) => words.length === 0)) return 0;
  const used = orders.filter((order) => order <= reply.length);
  const logs = used.map((order) => Math.log(precision(order, reply, wanted, smoothing)));
  const length = nearest(
    reply.length,
    wanted.map((words) => words.length),
  );
  const penalty = reply.length >= length ? 1 : Math.exp(1 - length / reply.length);
  return penalty * Math.exp(logs.reduce((sum, log) => sum + log, 0) / used.length);
}

function precision(
  order: number,
  reply: readonly string[],
  wanted: readonly (readonly string[])[],
  smoothing: Smoothing,
): number {
  const made = countGrams(order, reply);
  const matched = Math.max(...wanted.map((words) => sharedGrams(made, countGrams(order, words))));
  const total = reply.length - order + 1;
  if (smoothing === 'epsilon') return matched === 0 ? least : matched / total;
  return order === 1 ? matched / total : (matched + 1) / (total + 1);
}

/** The length nearest to the reply's, the shorter of two as near. */
function nearest(length: number, lengths: readonly number[]): number {
  return lengths.reduce((best, one) => {
    const closer = Math.abs(one - length) - Math.abs(best - length);
    return closer < 0 || (closer === 0 && one < best) ? one : best;
  });
}
