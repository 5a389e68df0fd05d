/** A sum of what is known, by Neumaier's way: a billion small costs add up to what they are. */
export class Sum {
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

  /** Values that were summed elsewhere. */
  take(count: number, total: number): void {
    this.#count += count;
    this.#take(total);
  }

  /** How many values are known. */
  get count(): number {
    return this.#count;
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

/** A sum with the spread of what is summed. */
export class Moments {
  readonly #sum = new Sum();
  #squares = 0;

  add(value: number | undefined): void {
    if (value === undefined) return;
    this.#sum.add(value);
    this.#squares += value * value;
  }

  merge(other: Moments): void {
    this.#sum.merge(other.#sum);
    this.#squares += other.#squares;
  }

  /** Values that were summed elsewhere. */
  take(count: number, total: number, squares: number): void {
    this.#sum.take(count, total);
    this.#squares += squares;
  }

  get count(): number {
    return this.#sum.count;
  }

  get total(): number | null {
    return this.#sum.total;
  }

  get mean(): number | null {
    return this.#sum.mean;
  }

  /** Standard deviation; null of fewer than two values. Squares of alike values cancel to 1e-8 of them, which is nothing here. */
  get deviation(): number | null {
    const { count, mean } = this;
    if (mean === null || count < 2) return null;
    return Math.sqrt(Math.max(0, this.#squares - count * mean * mean) / (count - 1));
  }
}
