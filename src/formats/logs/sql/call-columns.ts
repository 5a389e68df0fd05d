import type { LogFields } from '../../../core/logs/logged-call.ts';
import type { RecordKeys } from './sql-values.ts';

/** Steps of SQL over records: each has the columns of the one before and its own; first come those of `RecordKeys`. */
export type SqlSteps = readonly Readonly<Record<string, string>>[];

/** What the SQL of a format gives of a record. `kind`: 0 a call, 1 something else, 2 no record of the format. */
export const callColumns = [
  ...['kind', 'time', 'segment', 'asked', 'served', 'prompt', 'tokens_in', 'tokens_out', 'tokens_cached'],
  ...['tokens_reasoning', 'usd', 'latency', 'ended', 'failed', 'said', 'asked_of'],
] as const;

/** The calls of records of one format, as SQL; the last step has `callColumns`. */
export type SqlOfFormat = (keys: RecordKeys, fields: LogFields) => SqlSteps;
