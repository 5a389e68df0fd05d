/** One thing that is simulated: its table in Markdown, and the promises that it does not keep. */
export type Measured = { readonly table: string; readonly broken: readonly string[] };

/** What `main.ts` runs: a further part is a file of its own and a line there. */
export type Part = {
  /** Of the markers in `docs/cost.md` that its table stands between. */
  readonly name: string;
  /** @param share of the reviews that are usual, 0–1 */
  readonly measure: (seed: number, share: number) => Measured;
};
