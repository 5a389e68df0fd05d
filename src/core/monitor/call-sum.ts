import { LogCollapsingLowestDenseDDSketch } from '@datadog/sketches-js';
import type { LoggedTokens } from '../logs/logged-call.ts';
import type { MonitorTally } from './monitor-report.ts';
import type { BinnedLatency, SummedCalls } from './summed-calls.ts';
import { Moments, Sum } from './sums.ts';

/** One call in numbers: what is summed over millions of them. */
export type CountedCall = {
  readonly tokens: LoggedTokens;
  readonly cost: { readonly kind: 'billed' | 'computed'; readonly usd: number } | { readonly kind: 'unknown' };
  readonly latencyMs: number | undefined;
  /** The model that answered, by the log. */
  readonly served: string | undefined;
  /** Reads how many characters were sent, 0 where the log has none of it; asked of a sample of the calls. */
  readonly promptCharacters: () => number;
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

/** The bin of a latency above 0 is its logarithm to base 2, times this, rounded up. */
export const latencyBin = Math.LN2 / Math.log1p((2 * accuracy) / (1 - accuracy));

/** Models that answered are counted apart up to so many; the others are told by none. */
const mostServed = 8;

/** The length of what is sent is measured of that many calls, and then of one in as many: to read messages takes longer than all else. */
const measuredWhole = 64;
const measuredOneIn = 16;

/**
 * Calls summed up, in a few kilobytes however many they are. Latencies go into a DDSketch (C. Masson, J. E. Rim, H. K. Lee,
 * "DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees", VLDB 2019).
 */
export class CallSum {
  #calls = 0;
  readonly #sent = new Moments();
  readonly #out = new Moments();
  readonly #usd = new Moments();
  readonly #reply = new Moments();
  readonly #cached = new Sum();
  readonly #reasoning = new Sum();
  readonly #measured = { characters: new Sum(), tokens: new Sum() };
  readonly #served = new Map<string, number>();
  readonly #priced = { billed: 0, computed: 0, unknown: 0 };
  readonly #marks = { errors: 0, refusals: 0, truncated: 0 };
  #latencies: LogCollapsingLowestDenseDDSketch | undefined;

  add(call: CountedCall): void {
    const { tokens, cost, latencyMs, served } = call;
    if (tokens.in !== undefined && this.#isMeasured()) this.#measure(call.promptCharacters(), tokens.in);
    this.#calls += 1;
    this.#sent.add(tokens.in);
    this.#out.add(tokens.out);
    this.#cached.add(tokens.cached);
    this.#reasoning.add(tokens.reasoning);
    this.#priced[cost.kind] += 1;
    if (cost.kind !== 'unknown') this.#usd.add(cost.usd);
    this.#reply.add(call.replyCharacters);
    if (served !== undefined) this.#serve(served, 1);
    if (call.isError) this.#marks.errors += 1;
    if (call.isRefusal) this.#marks.refusals += 1;
    if (call.isTruncated) this.#marks.truncated += 1;
    if (latencyMs === undefined) return;
    this.#latencies ??= openSketch();
    this.#latencies.accept(latencyMs);
  }

  /** Takes in calls that were summed elsewhere. */
  take({
    calls,
    sent,
    out,
    cached,
    reasoning,
    priced,
    usd,
    reply,
    measured,
    served,
    latency,
    ...marks
  }: SummedCalls): void {
    this.#calls += calls;
    this.#sent.take(sent.count, sent.total, sent.squares);
    this.#out.take(out.count, out.total, out.squares);
    this.#usd.take(usd.count, usd.total, usd.squares);
    this.#reply.take(reply.count, reply.total, reply.squares);
    this.#cached.take(cached.count, cached.total);
    this.#reasoning.take(reasoning.count, reasoning.total);
    this.#measured.characters.take(measured.count, measured.characters);
    this.#measured.tokens.take(measured.count, measured.tokens);
    this.#priced[priced] += calls;
    if (served !== undefined) this.#serve(served, calls);
    for (const mark of ['errors', 'refusals', 'truncated'] as const) this.#marks[mark] += marks[mark];
    if (latency === undefined) return;
    this.#latencies ??= openSketch();
    this.#latencies.merge(sketchOf(latency));
  }

  /** Takes in what another sum holds. */
  merge(other: CallSum): void {
    this.#calls += other.#calls;
    this.#sent.merge(other.#sent);
    this.#out.merge(other.#out);
    this.#usd.merge(other.#usd);
    this.#reply.merge(other.#reply);
    this.#cached.merge(other.#cached);
    this.#reasoning.merge(other.#reasoning);
    this.#measured.characters.merge(other.#measured.characters);
    this.#measured.tokens.merge(other.#measured.tokens);
    for (const [model, calls] of other.#served) this.#serve(model, calls);
    for (const kind of ['billed', 'computed', 'unknown'] as const) this.#priced[kind] += other.#priced[kind];
    for (const mark of ['errors', 'refusals', 'truncated'] as const) this.#marks[mark] += other.#marks[mark];
    if (other.#latencies === undefined) return;
    this.#latencies ??= openSketch();
    this.#latencies.merge(other.#latencies);
  }

  get tally(): MonitorTally {
    const { characters, tokens } = this.#measured;
    return {
      calls: this.#calls,
      tokens: {
        in: this.#sent.total,
        out: this.#out.total,
        cached: this.#cached.total,
        reasoning: this.#reasoning.total,
      },
      usd: this.#usd.total,
      priced: { ...this.#priced },
      latencyMs: { p50: this.#quantile(0.5), p95: this.#quantile(0.95) },
      replyCharacters: this.#reply.mean,
      sent: { characters: characters.mean, tokens: tokens.mean },
      served: [...this.#served]
        .map(([model, calls]) => ({ model, calls }))
        .toSorted((a, b) => b.calls - a.calls || (a.model < b.model ? -1 : 1)),
      counted: { in: this.#sent.count, out: this.#out.count, reply: this.#reply.count },
      spread: {
        usd: this.#usd.deviation,
        in: this.#sent.deviation,
        out: this.#out.deviation,
        reply: this.#reply.deviation,
      },
      ...this.#marks,
    };
  }

  #isMeasured(): boolean {
    return this.#calls < measuredWhole || this.#calls % measuredOneIn === 0;
  }

  /** Where no text is logged nothing is measured. */
  #measure(characters: number, tokens: number): void {
    if (characters === 0) return;
    this.#measured.characters.add(characters);
    this.#measured.tokens.add(tokens);
  }

  #serve(model: string, calls: number): void {
    const known = this.#served.get(model);
    if (known === undefined && this.#served.size >= mostServed) return;
    this.#served.set(model, (known ?? 0) + calls);
  }

  #quantile(at: number): number | null {
    const sketch = this.#latencies;
    if (sketch === undefined) return null;
    // A sketch answers with the middle of a bin, which may lie outside of all values.
    return Math.min(sketch.max, Math.max(sketch.min, sketch.getValueAtQuantile(at)));
  }
}

function openSketch(): LogCollapsingLowestDenseDDSketch {
  return new LogCollapsingLowestDenseDDSketch({ relativeAccuracy: accuracy, binLimit: mostBins });
}

/** The sketch that latencies would have made one by one. */
function sketchOf({ min, max, zeros, bins }: BinnedLatency): LogCollapsingLowestDenseDDSketch {
  const sketch = openSketch();
  if (zeros > 0) sketch.accept(0, zeros);
  for (const [bin, calls] of bins) sketch.accept(sketch.mapping.value(bin), calls);
  [sketch.min, sketch.max] = [min, max];
  return sketch;
}
