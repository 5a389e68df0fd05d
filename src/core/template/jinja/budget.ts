import { TemplateFault } from './fault.ts';

/** Most characters of one template, and of all that one rendering reads. */
export const MOST_TEMPLATE = 1_000_000;
/** How deep blocks, brackets and expressions may nest. */
export const MOST_NESTED = 100;
/** How deep macros, blocks and included templates may call one another. */
const MOST_CALLS = 100;
/** A step is a node that is evaluated, an item that is visited: some 20 million a second. */
const MOST_STEPS = 2_000_000;
/** Characters and items that one rendering may make, what is thrown away included. */
const MOST_MADE = 20_000_000;

/** What one rendering may still do. Counted, not timed, so that it ends at the same point on every machine. */
export class Budget {
  #steps = 0;
  #made = 0;
  #calls = 0;

  /** Counts work. @throws TemplateFault */
  step(count = 1): void {
    this.#steps += count;
    if (!(this.#steps <= MOST_STEPS)) {
      throw new TemplateFault('limit', `it takes more than ${MOST_STEPS.toLocaleString('en')} steps`);
    }
  }

  /** Counts what is about to be made. @throws TemplateFault before it is */
  make(size: number): void {
    this.#made += size;
    if (!(this.#made <= MOST_MADE)) {
      throw new TemplateFault('limit', `it makes more than ${MOST_MADE.toLocaleString('en')} characters`);
    }
  }

  /** Runs what may call itself. @param what does so, as the beginning of a clause */
  nest<T>(inner: () => T, what = 'it calls itself'): T {
    this.#calls++;
    if (this.#calls > MOST_CALLS) throw new TemplateFault('limit', `${what} more than ${MOST_CALLS} times deep`);
    try {
      return inner();
    } finally {
      this.#calls--;
    }
  }
}
