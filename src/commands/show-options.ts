/** Flags that say how a report is shown, of every command that has one; beside them one for each of `tables`. */
export type ShowOptions = {
  readonly json?: true;
  readonly html?: string;
  readonly comment?: string;
  /** Whether the page is opened in the browser. */
  readonly open?: true;
  readonly accept?: true;
};
