/** What replies to a version of a prompt that was merged came to on a model. */
export type KeptVersion = {
  /** The prompt on the model. */
  readonly line: string;
  /** Hash of the prompt as it was. */
  readonly version: string;
  /** When a review last found it on the base branch, milliseconds since 1970. */
  readonly at: number;
  /** The commit that it was found at. */
  readonly sha: string;
  /** Means over the replies, 0–1; `null` where nothing is known. */
  readonly score: number | null;
  readonly passRate: number | null;
  /** Mean dollars and characters of one reply. */
  readonly usd: number | null;
  readonly length: number | null;
};

/** What the merged versions of prompts came to, one after the other. Nothing is decided by it. */
export interface VersionHistory {
  /** Those of a line, the latest last. */
  versions(line: string): readonly Omit<KeptVersion, 'line'>[];
  /** A version that is kept already is replaced. Kept once the promise is fulfilled. */
  keepVersions(rows: readonly KeptVersion[]): Promise<void>;
}
