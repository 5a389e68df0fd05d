const hour = 3_600_000;

/** The primary rate limit: so many requests an hour, told in the headers of every answer. */
export class Rate {
  readonly #limit: number;
  readonly #now: () => number;
  #used = 0;
  #resetAt: number;

  constructor(limit: number, now: () => number) {
    this.#limit = limit;
    this.#now = now;
    this.#resetAt = now() + hour;
  }

  /** Counts a request. @returns whether it is still within the limit */
  admit(): boolean {
    if (this.#now() >= this.#resetAt) {
      this.#used = 0;
      this.#resetAt = this.#now() + hour;
    }
    this.#used += 1;
    return this.#used <= this.#limit;
  }

  headers(): Readonly<Record<string, string>> {
    return {
      'x-ratelimit-limit': String(this.#limit),
      'x-ratelimit-remaining': String(Math.max(0, this.#limit - this.#used)),
      'x-ratelimit-used': String(this.#used),
      'x-ratelimit-reset': String(Math.ceil(this.#resetAt / 1000)),
      'x-ratelimit-resource': 'core',
    };
  }
}
