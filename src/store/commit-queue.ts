/** Something to be written with others in one transaction. */
export type Write = () => void;

/**
 * Puts writes that come at about the same time into one transaction: a commit waits for the disk, and one wait
 * serves them all. `add` resolves once its write is on the disk.
 */
export class CommitQueue {
  readonly #commit: (writes: readonly Write[]) => void;
  #waiting: { readonly write: Write; readonly resolve: () => void; readonly reject: (error: unknown) => void }[] = [];
  #scheduled = false;
  #lastMs = 0;

  /** @param commit does all of `writes` in one transaction, or none and throws. */
  constructor(commit: (writes: readonly Write[]) => void) {
    this.#commit = commit;
  }

  add(write: Write): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ write, resolve, reject });
      if (this.#scheduled) return;
      this.#scheduled = true;
      // The wait grows with what commits cost, so that they take at most half of the time; on a fast disk it is 1 ms.
      setTimeout(() => this.flush(), Math.min(50, this.#lastMs));
    });
  }

  /** Commits what is waiting, now. */
  flush(): void {
    this.#scheduled = false;
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length === 0) return;
    const started = performance.now();
    try {
      this.#commit(batch.map(({ write }) => write));
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return;
    }
    this.#lastMs = performance.now() - started;
    for (const { resolve } of batch) resolve();
  }
}
