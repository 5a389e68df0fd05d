import { LogCollapsingLowestDenseDDSketch } from '@datadog/sketches-js';
import type { LoggedTokens } from '../logs/logged-call.ts';
import type { MonitorTally } from './monitor-report.ts';

/** One call in numbers: what is summed over millions of them. */
export type CountedCall = {
  readonly tokens: LoggedTokens;
  readonly cost: { readonly kind: 'billed' | 'computed'; readonly usd: number } | { readonly kind: 'unknown' };
  readonly latencyMs: number | undefined;
  /** Characters of what the reply says; undefined where the log has none of it. */
  readonly replyCharacters: number | undefined;
  readonly isError: boolean;
  readonly isRefusal: boolean;
  readonly isTruncated: boolean;
};

/** A quantile is at most so far from the value at its rank. */
const accuracy = 0.01;

/** Bins of a sketch: at 1 % they span a factor of 800 million, from a microsecond to a quarter of an hour; what is quicker shares a bin. */
const mostBins = 1024;

const kinds = ['in', 'out', 'cached', 'reasoning'] as const;

/**
 * Calls summed up, in a few kilobytes however many they are. Latencies go into a DDSketch (C. Masson, J. E. Rim, H. K. Lee,
 * "DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees", VLDB 2019).
 */
export class CallSum {
  #calls = 0;
  readonly #tokens = { in: new Sum(), out: new Sum(), cached: new Sum(), reasoning: new Sum() };
  readonly #usd = new Sum();
  readonly #reply = new Sum();
  readonly #priced = { billed: 0, computed: 0, unknown: 0 };
  readonly #marks = { errors: 0, refusals: 0, truncated: 0 };
  #latencies: LogCollapsingLowestDenseDDSketch | undefined;

  add(call: CountedCall): void {
    this.#calls += 1;
    for (const kind of kinds) this.#tokens[kind].add(call.tokens[kind]);
    this.#priced[call.cost.kind] += 1;
    if (call.cost.kind !== 'unknown') this.#usd.add(call.cost.usd);
    this.#reply.add(call.replyCharacters);
    if (call.isError) this.#marks.errors += 1;
    if (call.isRefusal) this.#marks.refusals += 1;
    if (call.isTruncated) this.#marks.truncated += 1;
    if (call.latencyMs === undefined) return;
    this.#latencies ??= new LogCollapsingLowestDenseDDSketch({ relativeAccuracy: accuracy, binLimit: mostBins });
    this.#latencies.accept(call.latencyMs);
  }

  /** Takes in what another sum holds. */
  merge(other: CallSum): void {
    this.#calls += other.#calls;
    for (const kind of kinds) this.#tokens[kind].merge(other.#tokens[kind]);
    this.#usd.merge(other.#usd);
    this.#reply.merge(other.#reply);
    for (const kind of ['billed', 'computed', 'unknown'] as const) this.#priced[kind] += other.#priced[kind];
    for (const mark of ['errors', 'refusals', 'truncated'] as const) this.#marks[mark] += other.#marks[mark];
    if (other.#latencies === undefined) return;
    this.#latencies ??= new LogCollapsingLowestDenseDDSketch({ relativeAccuracy: accuracy, binLimit: mostBins });
    this.#latencies.merge(other.#latencies);
  }

  get tally(): MonitorTally {
    const { in: sent, out, cached, reasoning } = this.#tokens;
    return {
      calls: this.#calls,
      tokens: { in: sent.total, out: out.total, cached: cached.total, reasoning: reasoning.total },
      usd: this.#usd.total,
      priced: { ...this.#priced },
      latencyMs: { p50: this.#quantile(0.5), p95: this.#quantile(0.95) },
      replyCharacters: this.#reply.mean,
      ...this.#marks,
    };
  }

  #quantile(at: number): number | null {
    const sketch = this.#latencies;
    if (sketch === undefined) return null;
    // A sketch answers with the middle of a bin, which may lie outside of all values.
    return Math.min(sketch.max, Math.max(sketch.min, sketch.getValueAtQuantile(at)));
  }
}

/** A sum of what is known, by Neumaier's way: a billion small costs add up to what they are. */
class Sum {
  #count = 0;
  #sum = 0;
  #lost = 0;

  add(value: number | undefined): void {
    if (value === undefined) return;
    this.#count += 1;
    this.#take(value);
  }

  merge(other: Sum): void {
    this.#count += other.#count;
    this.#take(other.#sum);
    this.#lost += other.#lost;
  }

  get total(): number | null {
    return this.#count === 0 ? null : this.#sum + this.#lost;
  }

  get mean(): number | null {
    return this.#count === 0 ? null : (this.#sum + this.#lost) / this.#count;
  }

  #take(value: number): void {
    const next = this.#sum + value;
    this.#lost += Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - next + value : value - next + this.#sum;
    this.#sum = next;
  }
}
