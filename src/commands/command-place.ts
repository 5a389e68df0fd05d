import type { Terminal } from '../wire/wire-terminal.ts';

/** What every command is given: flags that are inputs, by name; the terminal; and the end of it all. */
export type CommandPlace = {
  readonly given: ReadonlyMap<string, string>;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  /** Makes a cancel end the run by `signal`; until then it ends the process. */
  readonly heedCancel: () => void;
};
