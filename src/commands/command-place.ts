import type { Terminal } from '../wire/wire-terminal.ts';

/** What every command is given: flags that are inputs, by name; the terminal; and the end of it all. */
export type CommandPlace = {
  readonly given: ReadonlyMap<string, string>;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
};
