/** How many values there are, their sum, and the sum of their squares. */
export type Summed = { readonly count: number; readonly total: number; readonly squares: number };

/** Calls of one day and of the same names, summed by an engine of its own instead of one by one. */
export type SummedCalls = {
  readonly calls: number;
  readonly sent: Summed;
  readonly out: Summed;
  readonly cached: Omit<Summed, 'squares'>;
  readonly reasoning: Omit<Summed, 'squares'>;
  /** Of all calls alike. */
  readonly priced: 'billed' | 'computed' | 'unknown';
  readonly usd: Summed;
  /** Characters of replies. */
  readonly reply: Summed;
  /** Characters that were sent, and tokens of the same calls. */
  readonly measured: { readonly count: number; readonly characters: number; readonly tokens: number };
  /** The model that answered all of them. */
  readonly served: string | undefined;
  readonly errors: number;
  readonly refusals: number;
  readonly truncated: number;
  readonly latency: BinnedLatency | undefined;
};

/** Latencies in milliseconds: how many are 0, and how many lie in each bin of the sketch (`latencyBin`). */
export type BinnedLatency = {
  readonly min: number;
  readonly max: number;
  readonly zeros: number;
  readonly bins: readonly (readonly [bin: number, calls: number])[];
};
