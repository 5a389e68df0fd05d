/** A sample of what is offered: those with the least random numbers (bottom-k). What is not held is never made. */
export class Reservoir<Held> {
  /** How many were offered. */
  seen = 0;
  #held: { readonly priority: number; readonly item: Held }[] = [];
  #limit = Number.POSITIVE_INFINITY;

  /** A sample of all that was offered to several, as if to one, where the random numbers are of one kind. */
  static union<Held>(several: readonly Reservoir<Held>[]): Reservoir<Held> {
    const union = new Reservoir<Held>();
    union.seen = several.reduce((sum, { seen }) => sum + seen, 0);
    // Beyond this number one of them may have let go of what another holds.
    union.#limit = several.reduce((least, one) => Math.min(least, one.#limit), union.#limit);
    union.#held = several.flatMap((one) => one.#held.filter(({ priority }) => priority <= union.#limit));
    return union;
  }

  get held(): number {
    return this.#held.length;
  }

  /** @param priority a random number; @param capacity how many are wanted: twice as many may be held for a while */
  offer(priority: number, capacity: number, hold: () => Held): void {
    this.seen += 1;
    if (priority >= this.#limit) return;
    this.#held.push({ priority, item: hold() });
    if (this.#held.length >= 2 * capacity) this.shrink(capacity);
  }

  shrink(capacity: number): void {
    if (this.#held.length <= capacity) return;
    this.#held = this.#held.toSorted((a, b) => a.priority - b.priority).slice(0, capacity);
    this.#limit = this.#held.at(-1)?.priority ?? this.#limit;
  }

  /** Those with the least numbers. */
  take(count: number): readonly Held[] {
    const sorted = this.#held.toSorted((a, b) => a.priority - b.priority);
    return sorted.slice(0, count).map(({ item }) => item);
  }
}
