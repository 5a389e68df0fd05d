/** One thing that is simulated: its table in Markdown, and the promises that it does not keep. */
export type Measured = { readonly table: string; readonly broken: readonly string[] };

/** What `main.ts` runs: a further part is a file of its own and a line there. */
export type Part = {
  /** Of the markers in `doc` that its table stands between. */
  readonly name: string;
  readonly doc: string;
  /** @param share of the reviews that are usual, 0–1 */
  readonly measure: (seed: number, share: number) => Measured;
};

/** A share of simulated reviews with one standard error. */
export function percent(count: number, of: number): string {
  const share = count / of;
  return `${(100 * share).toFixed(1)} % ± ${(100 * errorOf(share, of)).toFixed(1)}`;
}

export function errorOf(share: number, reviews: number): number {
  return Math.sqrt((share * (1 - share)) / reviews);
}
