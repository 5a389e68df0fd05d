import type { Json } from '../json.ts';
import type { Position, Problem } from '../problem.ts';

/** Keys and indexes that lead from the root of a value to a part of it. */
export type Path = readonly (string | number)[];

/** A value read from a file, which knows where each part of it was written. */
export type Located = {
  readonly value: Json;
  /** Where the part at `path` begins (`key`: where its key does); the nearest known part around it where it was not written. */
  readonly at: (path: Path, on?: 'key' | 'value') => Position;
};

/** What came of reading a file. */
export type LocatedRead =
  | {
      readonly kind: 'read';
      readonly located: Located;
      /** Where the first key stands that is written twice, where that is no error. */
      readonly repeated?: Position;
    }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };
