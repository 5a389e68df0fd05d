export { LogFileReader, logFormats } from './log-file-reader.ts';
export { readMessages, readOutput } from './read-messages.ts';
export { jsonOf, timeOf } from './read-values.ts';
export { literal, logMacros, quoted, RecordKeys, sqlOfFormats, sumCallsSql } from './sql/index.ts';
export type { LogFormat } from './types.ts';
