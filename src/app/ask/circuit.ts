/** Faults in a row, with no answer between, after which a service counts as down. By chance alone, at a quarter of all attempts failing: 1 in 65,000. */
const FAULTS_IN_A_ROW = 8;
/** How often a service is tried again before it is given up. */
const TRIES = 4;
const FIRST_REST_MS = 1_000;

/** What a fault means for all calls of a provider. */
export type Tripped =
  | { readonly kind: 'no' }
  /** Rest, then try with one call. */
  | { readonly kind: 'rest'; readonly ms: number }
  /** Nothing came of the tries: the service is down. */
  | { readonly kind: 'down' };

/** Notices that a service is down, so that its calls stop burning attempts. */
export class Circuit {
  #faults = 0;
  #trips = 0;
  #trippedAt = Number.NEGATIVE_INFINITY;

  /** While true, one call at a time tries whether the service is back. */
  get trying(): boolean {
    return this.#trips > 0;
  }

  answered(): void {
    this.#faults = 0;
    this.#trips = 0;
  }

  /** Calls sent before the last trip say nothing new. */
  fault(sentAt: number, now: number): Tripped {
    if (sentAt < this.#trippedAt) return { kind: 'no' };
    this.#faults += 1;
    if (this.#faults < FAULTS_IN_A_ROW && !this.trying) return { kind: 'no' };
    this.#trippedAt = now;
    this.#trips += 1;
    return this.#trips > TRIES ? { kind: 'down' } : { kind: 'rest', ms: FIRST_REST_MS * 2 ** (this.#trips - 1) };
  }
}
