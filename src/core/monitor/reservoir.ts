/** A sample of what is offered: those with the least random numbers (bottom-k). What is not held is never made. */
export class Reservoir<Held> {
  /** How many were offered. */
  seen = 0;
  #held: { readonly priority: number; readonly item: Held }[] = [];
  #limit = Number.POSITIVE_INFINITY;

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
