import type { CanaryLine } from './drift-line.ts';

/** What one run's replies to an input add up to: over all, as if each lacked every token, and by token what those that list it add. */
type InputSums = { readonly replies: number; readonly least: number; readonly tokens: ReadonlyMap<string, number> };

/** By input. */
export type CanarySums = ReadonlyMap<string, InputSums>;

/** A token that a reply does not list is at most as likely as the least that it does; what was not said was said 0 times. */
export function leastOf({ values }: { readonly values: readonly number[] }, method: CanaryLine['method']): number {
  return method === 'border' ? 0 : Math.min(0, ...values);
}

export function sumReplies({ inputs, method }: Pick<CanaryLine, 'inputs' | 'method'>): CanarySums {
  return new Map(
    inputs.map(({ input, replies }) => {
      const tokens = new Map<string, number>();
      let least = 0;
      for (const reply of replies) {
        const own = leastOf(reply, method);
        least += own;
        for (const [at, token] of reply.tokens.entries())
          tokens.set(token, (tokens.get(token) ?? 0) + (reply.values[at] ?? 0) - own);
      }
      return [input, { replies: replies.length, least, tokens }];
    }),
  );
}

/**
 * How far a run's mean replies are from those of a reference: |Δ log p| in nats on average over tokens (arXiv 2512.03816), or total
 * variation of what was said (arXiv 2602.11083), on average over inputs. Undefined where nothing can be compared.
 */
export function distanceBetween(
  usual: readonly CanarySums[],
  run: CanarySums,
  method: CanaryLine['method'],
): number | undefined {
  const parts = [...run].flatMap(([input, now]) => {
    const held = usual.flatMap((one) => one.get(input) ?? []);
    const replies = held.reduce((sum, one) => sum + one.replies, 0);
    if (replies === 0 || now.replies === 0) return [];
    const least = held.reduce((sum, one) => sum + one.least, 0);
    const tokens = new Map<string, number>();
    for (const one of held)
      for (const [token, value] of one.tokens) tokens.set(token, (tokens.get(token) ?? 0) + value);
    const names = new Set([...tokens.keys(), ...now.tokens.keys()]);
    let sum = 0;
    for (const name of names) {
      const before = (least + (tokens.get(name) ?? 0)) / replies;
      sum += Math.abs(before - (now.least + (now.tokens.get(name) ?? 0)) / now.replies);
    }
    return names.size === 0 ? [] : [method === 'border' ? sum / 2 : sum / names.size];
  });
  return parts.length === 0 ? undefined : parts.reduce((sum, part) => sum + part, 0) / parts.length;
}
