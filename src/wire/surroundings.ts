/** Everything of this process that the adapters read. */
export type Surroundings = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /**
   * Makes a cancel end the run by `signal` from now on, so that what was paid for is kept and told. Before, there is nothing to save:
   * the system ends the process at once, also amid work that no signal is heard in.
   */
  readonly heedCancel: () => void;
};
