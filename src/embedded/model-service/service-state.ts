import { createHash } from 'node:crypto';
import type { ReadCall } from './read-call.ts';
import type { FaultKind, ModelScript } from './script.ts';

/** What the service did so far. */
export type ServiceStats = {
  readonly arrived: number;
  /** Answers that were sent whole. */
  readonly answered: number;
  readonly faults: ReadonlyMap<FaultKind, number>;
  /** Refused for the script's own limits (`rate`, `atOnce`). */
  readonly limited: number;
  /** Refused for their content: key, model, parameter, shape. */
  readonly refused: number;
  readonly mostAtOnce: number;
};

type Understood = Exclude<ReadCall, { kind: 'broken' }>;

/** Counts of one running service. */
export class ServiceState {
  readonly script: ModelScript;
  readonly #requests: Understood[] = [];
  readonly #arrivals = new Map<string, number>();
  readonly #answers = new Map<string, number>();
  readonly #faults = new Map<FaultKind, number>();
  readonly #count: ((now: number) => Counted) | undefined;
  #arrived = 0;
  #answered = 0;
  #limited = 0;
  #refused = 0;
  #atOnce = 0;
  #mostAtOnce = 0;

  constructor(script: ModelScript) {
    this.script = script;
    this.#count = script.rate === undefined ? undefined : countInWindow(script.rate.requests, script.rate.windowMs);
  }

  /** A request came in. @returns to be called when it is over. */
  enter(): () => void {
    this.#arrived += 1;
    this.#atOnce += 1;
    this.#mostAtOnce = Math.max(this.#mostAtOnce, this.#atOnce);
    return () => {
      this.#atOnce -= 1;
    };
  }

  get atOnce(): number {
    return this.#atOnce;
  }

  countRate(now: number): Counted | undefined {
    return this.#count?.(now);
  }

  record(call: Understood): void {
    if (this.script.record !== false) this.#requests.push(call);
  }

  /** How often a request with this key arrived before this one. */
  arrive(key: string): number {
    return countUp(this.#arrivals, key);
  }

  /** How often a request with this key was answered before this one. */
  answer(key: string): number {
    this.#answered += 1;
    return countUp(this.#answers, key);
  }

  fault(kind: FaultKind): void {
    countUp(this.#faults, kind);
  }

  limit(): void {
    this.#limited += 1;
  }

  refuse(): void {
    this.#refused += 1;
  }

  get arrived(): number {
    return this.#arrived;
  }

  get answered(): number {
    return this.#answered;
  }

  recorded(): readonly Understood[] {
    return this.#requests;
  }

  stats(): ServiceStats {
    return {
      arrived: this.#arrived,
      answered: this.#answered,
      faults: new Map(this.#faults),
      limited: this.#limited,
      refused: this.#refused,
      mostAtOnce: this.#mostAtOnce,
    };
  }
}

/** A short name for a body: equal bodies have equal keys. */
export function keyOf(body: string): string {
  return createHash('sha1').update(body).digest('base64');
}

function countUp<Key>(counts: Map<Key, number>, key: Key): number {
  const before = counts.get(key) ?? 0;
  counts.set(key, before + 1);
  return before;
}

/** How a request fared against a limit of `requests` in each window of `windowMs`. */
type Counted = { readonly over: boolean; readonly remaining: number; readonly resetMs: number };

/** Counts requests in fixed windows, the first of which opens with the first request. `now` is in milliseconds. */
function countInWindow(requests: number, windowMs: number): (now: number) => Counted {
  let opened = Number.NEGATIVE_INFINITY;
  let seen = 0;
  return (now) => {
    if (now - opened >= windowMs) {
      opened = now;
      seen = 0;
    }
    const over = seen >= requests;
    if (!over) seen += 1;
    return { over, remaining: requests - seen, resetMs: Math.max(1, Math.ceil(opened + windowMs - now)) };
  };
}
