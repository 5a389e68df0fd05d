import type { Position, Problem } from '../problem.ts';

/** What became of the records of one log. */
export type LogTally = {
  readonly file: string;
  /** Its format as people know it; undefined where no record was of any. */
  readonly format: string | undefined;
  /** Lines, or what else the file is cut into; empty lines are none. */
  readonly records: number;
  readonly calls: number;
  readonly broken: number;
  /** The first of them. */
  readonly faults: readonly Problem[];
};

/** How many broken records of a file are told by their place. */
export const mostFaults = 10;

/** A log is written while machines fail: that share of its records may be broken. */
const mostBroken = 0.05;

/** A record that is not read, and where it stands. */
export function brokenRecord(what: string, at: Position): Problem {
  return { reason: 'files', what, at, fix: 'Mend or remove it: a log is read record by record.' };
}

/**
 * What keeps logs from being believed: nothing to read, a file of which no record is of a known format, or more than one in twenty
 * records broken. Fewer are no fault: they are counted and told.
 * @param formats as people know them
 */
export function faultsOfLogs(tallies: readonly LogTally[], formats: readonly string[]): readonly Problem[] {
  const strange = tallies.filter(({ format, records }) => format === undefined && records > 0);
  if (strange.length > 0) {
    return strange.map(({ file, records, faults }) => ({
      reason: 'files',
      what: `None of its ${records} records is of a format that is read.${faults[0] === undefined ? '' : ` The first: ${faults[0].what}`}`,
      at: faults[0]?.at ?? { file, line: 1 },
      fix: `Formats that are read: ${formats.join('; ')}. Name the fields of your own records under \`logs\` in the config.`,
    }));
  }
  const records = tallies.reduce((sum, one) => sum + one.records, 0);
  const broken = tallies.reduce((sum, one) => sum + one.broken, 0);
  if (broken <= records * mostBroken) return [];
  const faults = tallies.flatMap((one) => one.faults).slice(0, mostFaults);
  const what = `${broken} of ${records} records are broken, more than ${mostBroken * 100} %.`;
  const at = faults[0]?.at;
  const fix = 'Mend the logs, or name those that are whole.';
  return [{ reason: 'files', what, fix, ...(at === undefined ? {} : { at }) }, ...faults];
}
