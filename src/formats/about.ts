/** What docs/formats.md says of a format, and a file that shows it. Clauses in Markdown, each on one line. */
export type FormatAbout = {
  readonly recognisedBy: string;
  /** What such a file may hold and is left out or refused, a clause each; empty where all of it is read. */
  readonly notRead: readonly string[];
  /** A whole file of the format; the contract tests read it. */
  readonly example: { readonly path: string; readonly text: string };
  /** Whose format it is; absent where it is nobody's. */
  readonly reference?: Reference;
};

/** The library that a format is read alike, and how far that was tried. */
export type Reference = {
  /** As people look it up: a package, a repository. */
  readonly library: string;
  /** Figure of the library's own conformance suite. */
  readonly suite?: {
    /** Which suite, at which version or commit. */
    readonly name: string;
    readonly passed: number;
    readonly of: number;
    /** ISO date of the run. */
    readonly on: string;
    /** What those that do not pass ask for, a clause. */
    readonly leftOut?: string;
  };
};
