import type { Report } from '../core/report/report.ts';

/** A file that a report is also written to for other tools: `--NAME FILE`. */
export type Table = {
  readonly name: string;
  /** In help: what is written. */
  readonly about: string;
  /** Loads what writes it, in pieces: only who asks for a form pays for its libraries. */
  readonly load: () => Promise<(report: Report) => Iterable<string>>;
};

/** Forms for other tools, each a flag of every command that has a report. A new one is one file here and one line. */
export const tables: readonly Table[] = [
  { name: 'junit', about: 'the cases as JUnit XML', load: async () => (await import('./junit.ts')).writeJunit },
  { name: 'csv', about: 'the cases as a table', load: async () => (await import('./csv.ts')).writeCsv },
];

/** Those that flags ask for, each with the file it goes to. */
export function tablesIn(
  given: Readonly<Record<string, unknown>>,
): readonly { readonly table: Table; readonly path: string }[] {
  return tables.flatMap((table) => {
    const path = given[table.name];
    return typeof path === 'string' ? [{ table, path }] : [];
  });
}
