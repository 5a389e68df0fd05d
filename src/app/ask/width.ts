/**
 * How many calls may be under way at once: halved when the service says "too many", and one more after each whole
 * width of answers (additive increase, multiplicative decrease: Chiu & Jain 1989). Between 1 and `ceiling`.
 */
export class Width {
  readonly #ceiling: number;
  #width: number;
  #answers = 0;
  #cutAt = Number.NEGATIVE_INFINITY;

  constructor(ceiling: number) {
    this.#ceiling = Math.max(1, ceiling);
    this.#width = this.#ceiling;
  }

  get now(): number {
    return this.#width;
  }

  answered(): void {
    this.#answers += 1;
    if (this.#answers < this.#width) return;
    this.#answers = 0;
    this.#width = Math.min(this.#ceiling, this.#width + 1);
  }

  /** One cut for all calls that were under way together: those sent before the last cut say nothing about what it left. */
  limited(sentAt: number, now: number): void {
    if (sentAt < this.#cutAt) return;
    this.#cutAt = now;
    this.#answers = 0;
    this.#width = Math.max(1, Math.floor(this.#width / 2));
  }
}
