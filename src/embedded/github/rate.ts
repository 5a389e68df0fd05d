const hour = 3_600_000;

/** How much of a limit is left. */
export type RateNow = {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  readonly resetAt: string;
};

/** A primary rate limit, told in the headers of every answer: so many requests an hour, or points of GraphQL. */
export class Rate {
  readonly #limit: number;
  readonly #now: () => number;
  readonly #resource: 'core' | 'graphql';
  #used = 0;
  #resetAt: number;

  constructor(limit: number, now: () => number, resource: 'core' | 'graphql') {
    this.#limit = limit;
    this.#resource = resource;
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

  present(): RateNow {
    return {
      limit: this.#limit,
      used: this.#used,
      remaining: Math.max(0, this.#limit - this.#used),
      resetAt: `${new Date(this.#resetAt).toISOString().slice(0, 19)}Z`,
    };
  }

  headers(): Readonly<Record<string, string>> {
    const { limit, remaining, used } = this.present();
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-used': String(used),
      'x-ratelimit-reset': String(Math.ceil(this.#resetAt / 1000)),
      'x-ratelimit-resource': this.#resource,
    };
  }
}
