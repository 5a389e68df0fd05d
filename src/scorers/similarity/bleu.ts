const orders = [1, 2, 3, 4];

/**
 * Sentence BLEU, 0–1: brevity penalty × geometric mean of the clipped n-gram precisions for n = 1…4 (Papineni et
 * al. 2002). From n = 2 on, one is added to both counts, as Lin and Och (2004) do for single sentences, where a
 * missing 4-gram would otherwise make the whole 0. Orders longer than the reply are left out.
 *
 * Written here because no maintained package computes it soundly.
 */
export function bleu(reply: readonly string[], wanted: readonly string[]): number {
  if (reply.length === 0 || wanted.length === 0) return 0;
  const used = orders.filter((order) => order <= reply.length);
  const logs = used.map((order) => Math.log(precision(order, reply, wanted)));
  const penalty = reply.length >= wanted.length ? 1 : Math.exp(1 - wanted.length / reply.length);
  return penalty * Math.exp(logs.reduce((sum, log) => sum + log, 0) / used.length);
}

function precision(order: number, reply: readonly string[], wanted: readonly string[]): number {
  const available = countGrams(order, wanted);
  let matched = 0;
  for (const [gram, count] of countGrams(order, reply)) matched += Math.min(count, available.get(gram) ?? 0);
  const total = reply.length - order + 1;
  return order === 1 ? matched / total : (matched + 1) / (total + 1);
}

function countGrams(order: number, words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (let start = 0; start + order <= words.length; start += 1) {
    const gram = words.slice(start, start + order).join('\n');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}
