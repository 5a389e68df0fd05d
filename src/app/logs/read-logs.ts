import type { LogTally } from '../../core/logs/log-tally.ts';
import type { LogFields, LoggedCall } from '../../core/logs/logged-call.ts';
import type { LogFile } from '../../core/ports.ts';
import { ProblemError } from '../../core/problem.ts';
import { LogFileReader } from '../../formats/logs/index.ts';

/**
 * Reads the calls of logs, one file after the other and in its order; memory does not grow with the files.
 * @param take given each call; what it throws makes the call's record a broken one
 * @returns what became of each file's records
 * @throws ProblemError where a file cannot be read, and what `take` throws of them; broken records are counted
 */
export async function readLogs(
  files: readonly LogFile[],
  fields: LogFields,
  take: (call: LoggedCall) => void,
): Promise<readonly LogTally[]> {
  const tallies: LogTally[] = [];
  for (const file of files) {
    const reader = new LogFileReader(file.name, fields);
    const takeAll = (calls: readonly LoggedCall[]): void => {
      for (const call of calls) {
        try {
          take(call);
        } catch (fault) {
          if (fault instanceof ProblemError) throw fault;
          reader.spoil(call, fault);
        }
      }
    };
    for await (const text of file.text()) takeAll(reader.push(text));
    takeAll(reader.end());
    tallies.push(reader.tally);
  }
  return tallies;
}
