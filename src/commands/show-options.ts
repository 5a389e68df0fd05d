/** Flags that say how a report is shown, of every command that has one. */
export type ShowOptions = {
  readonly json?: true;
  readonly html?: string;
  readonly comment?: string;
  readonly junit?: string;
  readonly csv?: string;
  /** Whether the page is opened in the browser. */
  readonly open?: true;
  readonly accept?: true;
};
