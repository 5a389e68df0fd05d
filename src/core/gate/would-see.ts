/** What would lift blindness: replies a side that a case needs before its breaking could be confirmed; null: no number of trials would. */
export type Blindness = { readonly trials: number; readonly trialsNeeded: number | null };

/** What a row's design would have seen, had it been there. */
export type WouldSee = {
  /** One case that goes from always right to always wrong would be confirmed. */
  readonly case: boolean;
  /** Smallest drop of the mean that is found four times in five (0–1); null without replies. */
  readonly drop: number | null;
  /** What halves `drop`: this many more cases, or this many more replies per case and side. */
  readonly halvedBy: { readonly moreCases: number; readonly moreTrials: number } | null;
  /** Cases that could fall, of those that are compared: what passes before. `case` and `drop` speak of them alone. */
  readonly couldFall?: { readonly cases: number; readonly of: number };
  /** Why `case` is false though a case could fall. */
  readonly blind?: Blindness;
};
