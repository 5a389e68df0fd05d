/** A queue in which the urgent go first; within each kind in order of arrival. */
export class WaitingLine<Waiter> {
  readonly #urgent: Fifo<Waiter> = new Fifo();
  readonly #usual: Fifo<Waiter> = new Fifo();

  get length(): number {
    return this.#urgent.length + this.#usual.length;
  }

  add(waiter: Waiter, urgent: boolean): void {
    (urgent ? this.#urgent : this.#usual).add(waiter);
  }

  first(): Waiter | undefined {
    return this.#urgent.first() ?? this.#usual.first();
  }

  take(): Waiter | undefined {
    return this.#urgent.take() ?? this.#usual.take();
  }
}

/** Taking from the front of an array moves all of it; this moves it once in a thousand. */
class Fifo<Waiter> {
  #held: Waiter[] = [];
  #taken = 0;

  get length(): number {
    return this.#held.length - this.#taken;
  }

  add(waiter: Waiter): void {
    this.#held.push(waiter);
  }

  first(): Waiter | undefined {
    return this.#held[this.#taken];
  }

  take(): Waiter | undefined {
    const waiter = this.#held[this.#taken];
    if (waiter === undefined) return undefined;
    this.#taken += 1;
    if (this.#taken >= 1000 || this.#taken === this.#held.length) {
      this.#held = this.#held.slice(this.#taken);
      this.#taken = 0;
    }
    return waiter;
  }
}
