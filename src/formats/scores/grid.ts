import type { Position, Problem } from '../../core/problem.ts';

export type GridRow = { readonly cells: readonly string[]; readonly at: (cell: number) => Position };

/** A table as texts, whatever it was written as: a header of names, and rows with a cell for each name. */
export type Grid = {
  readonly file: string;
  /** As written, without the white space around them. */
  readonly names: readonly string[];
  readonly at: (cell: number) => Position;
  readonly rows: readonly GridRow[];
  /** Rows that have more or fewer cells than the header. */
  readonly problems: readonly Problem[];
};
