import type { Json } from '../json.ts';

/** What reads logs and sums their calls. */
export const logEngines = ['node', 'duckdb'] as const;
export type LogEngine = (typeof logEngines)[number];

/** A log that a database reads. */
export type LogTable = {
  /** As people know it, and as the database does. */
  readonly name: string;
  readonly path: string;
  /** The path as the database is asked for it: in a glob, what stands for this path alone. */
  readonly pattern: string;
  /** What is in it, for records that the database does not read; undefined where nothing else reads it. */
  readonly text?: () => AsyncIterable<string>;
  readonly isParquet: boolean;
};

/** A function of ours that SQL calls by its name; `undefined` is NULL. Never throws. */
export type SqlFunction = {
  readonly name: string;
  readonly returns: 'VARCHAR' | 'DOUBLE' | 'BOOLEAN';
  readonly call: (text: string) => string | number | boolean | undefined;
};

/** A database that reads nothing but the logs that it was opened for. */
export interface LogDatabase {
  readonly tables: readonly LogTable[];
  /** Rows, some at a time. @throws ProblemError where a log cannot be read */
  rows(sql: string): AsyncIterable<readonly Readonly<Record<string, Json>>[]>;
  close(): void;
}

/**
 * @param named files, folders, globs, and objects of a store (`s3://…`)
 * @throws ProblemError where the database is not installed, or a name stands for nothing
 */
export type OpenLogDatabase = (
  named: readonly string[],
  setup: { readonly macros: readonly string[]; readonly functions: readonly SqlFunction[] },
) => Promise<LogDatabase>;
