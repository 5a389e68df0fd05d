import type { LogTally } from '../../core/logs/log-tally.ts';
import type { LogFields, LoggedCall } from '../../core/logs/logged-call.ts';
import type { LogFile } from '../../core/ports.ts';
import { LogFileReader } from '../../formats/logs/index.ts';

/**
 * The calls of logs, some of one file at a time and in its order; memory does not grow with the files.
 * @param counted told what became of a file's records, once it is read
 * @throws ProblemError where a file cannot be read; broken records are counted
 */
export async function* readLogs(
  files: readonly LogFile[],
  fields: LogFields,
  counted: (tally: LogTally) => void,
): AsyncGenerator<readonly LoggedCall[]> {
  for (const file of files) {
    const reader = new LogFileReader(file.name, fields);
    for await (const text of file.text()) {
      const calls = reader.push(text);
      if (calls.length > 0) yield calls;
    }
    const last = reader.end();
    if (last.length > 0) yield last;
    counted(reader.tally);
  }
}
