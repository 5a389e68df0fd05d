import { showLocally } from '../app/show-locally.ts';
import { ProblemError } from '../core/problem.ts';
import { parseReport } from '../core/report/parse-report.ts';
import type { Report } from '../core/report/report.ts';
import { loadPage } from '../wire/load-page.ts';
import { readReportIn } from '../wire/read-file-in.ts';
import { checkTargets } from './check-targets.ts';
import type { CommandPlace } from './command-place.ts';
import { putResult } from './put-result.ts';
import type { ShowOptions } from './show-options.ts';
import { withPage } from './with-page.ts';

/** `promptgate report FILE`. @returns the exit status: what was judged, was judged then; @throws ProblemError */
export async function runReport(file: string, given: ShowOptions, { terminal }: CommandPlace): Promise<number> {
  const options = withPage(given);
  checkTargets(options);
  const report = await readSavedReport(file);
  const shown = await showLocally(report, { ...options, screen: terminal.screen, loadPage }, 0);
  return putResult({ ...shown, open: true, faulty: false }, terminal, options);
}

/** A report that a review saved. @throws ProblemError where it cannot be read */
export async function readSavedReport(file: string): Promise<Report> {
  const read = await readReportIn(process.cwd())(file);
  if (read.kind === 'text') return parseReport(read.text, file);
  const why = read.kind === 'absent' ? 'there is no such file' : read.why;
  throw new ProblemError({ reason: 'files', at: { file }, what: `The report cannot be read: ${why}.` });
}
