/** Something to be written with others in one transaction. */
export type Write = () => void;

type Waiting = { readonly write: Write; readonly resolve: () => void; readonly reject: (error: unknown) => void };

/**
 * Puts writes that come at about the same time into one transaction, and waits for the disk once for them all, off this
 * thread: what comes meanwhile is the next transaction. `add` resolves once its write is on the disk.
 */
export class CommitQueue {
  readonly #commit: (writes: readonly Write[]) => void;
  readonly #sync: () => Promise<void>;
  #waiting: Waiting[] = [];
  #running = false;

  /**
   * @param commit does all of `writes` in one transaction, or none and throws.
   * @param sync resolves once all that was committed is on the disk.
   */
  constructor(commit: (writes: readonly Write[]) => void, sync: () => Promise<void>) {
    this.#commit = commit;
    this.#sync = sync;
  }

  add(write: Write): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ write, resolve, reject });
      if (this.#running) return;
      this.#running = true;
      // Answers that arrived together are all there by then.
      setImmediate(() => this.#run());
    });
  }

  /** Commits what is waiting, now; whoever waits for it goes on once it is on the disk. */
  flush(): void {
    const batch = this.#take();
    if (batch.length > 0) this.#sync().then(...settling(batch));
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#take();
      await this.#sync().then(...settling(batch));
    }
    this.#running = false;
  }

  /** Commits what is waiting. @returns those that wait for the disk; none where the commit failed */
  #take(): readonly Waiting[] {
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length === 0) return [];
    try {
      this.#commit(batch.map(({ write }) => write));
      return batch;
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return [];
    }
  }
}

function settling(batch: readonly Waiting[]): readonly [() => void, (error: unknown) => void] {
  return [
    () => {
      for (const { resolve } of batch) resolve();
    },
    (error) => {
      for (const { reject } of batch) reject(error);
    },
  ];
}
