import type { Json, JsonObject } from '../../core/json.ts';
import type { LogFields, LoggedCall } from '../../core/logs/logged-call.ts';
import type { Position } from '../../core/problem.ts';
import type { FormatAbout } from '../about.ts';

/** One way in which applications log their calls. A new one is one file here and one line in `formats.ts`. */
export type LogFormat = {
  readonly name: string;
  /** The name as people know it. */
  readonly title: string;
  /** Whether others go before it: a format that any record could be of is taken where no other is. */
  readonly knownBy: 'keys' | 'anything';
  /** Whether a record is of this format, by what only it has. Asked of the first records of a file. */
  readonly recognises: (record: JsonObject, fields: LogFields) => boolean;
  readonly about: FormatAbout;
  /**
   * The calls of one record. None where it tells of something else (a tool's span, an embedding); undefined where it is
   * no record of this format. Never throws; runs once for each of millions of records.
   */
  readonly read: (record: JsonObject, at: Position, fields: LogFields) => readonly LoggedCall[] | undefined;
};

/** How a log's file is cut into records. */
export interface RecordSplitter {
  /** Records that are whole now that more of the file is there. */
  push(text: string): Iterable<SplitRecord>;
  /** What is left at the end of the file. */
  end(): Iterable<SplitRecord>;
}

/** A record's value and the line it begins on, from 1; or why it cannot be read. */
export type SplitRecord =
  | { readonly kind: 'value'; readonly value: Json; readonly line: number }
  | { readonly kind: 'broken'; readonly why: string; readonly line: number };
