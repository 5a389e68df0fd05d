import { isOpen } from '../core/assemble/assemble-report.ts';
import type { PageForm } from '../core/page-form.ts';
import { isOfInput } from '../core/problem.ts';
import type { Report } from '../core/report/report.ts';
import { gateWordsOf, problemsOf, wordSkipped } from '../core/report/report-outcome.ts';
import type { Screen } from '../core/screen.ts';
import { escapeHidden } from '../core/text/show-hidden.ts';
import { tablesIn } from '../reporters/tables.ts';

/** How the command line is to show a report. */
export type Showing = {
  readonly json?: true;
  /** File for the HTML report. */
  readonly html?: string;
  /** File for what the pull request's comment would say. */
  readonly comment?: string;
  readonly accept?: true;
  readonly screen: Screen;
  /** What the HTML report is written with. */
  readonly loadPage: () => Promise<PageForm>;
};

export type LocalResult = {
  /** For stdout, in pieces that are made as they are written. */
  readonly text: Iterable<string>;
  readonly files: readonly { readonly path: string; readonly text: Iterable<string> }[];
  readonly open: boolean;
  /** The input is at fault: a config, a file, a permission. */
  readonly faulty: boolean;
};

/**
 * A report as the command line shows it.
 * @param shown a stage that was asked for instead
 */
export async function showLocally(judged: Report, asked: Showing, now: number, shown?: unknown): Promise<LocalResult> {
  const report = asked.accept === true ? accept(judged, now) : judged;
  const faulty = problemsOf(report).some(({ problem }) => isOfInput(problem));
  const { open } = report.gate;
  if (shown !== undefined)
    return { text: [escapeHidden(JSON.stringify(shown, null, 2)), '\n'], files: [], open, faulty };
  const files = await filesOf(report, asked);
  return { text: await textOf(report, asked), files, open, faulty };
}

async function filesOf(report: Report, asked: Showing): Promise<LocalResult['files']> {
  const { html, comment, loadPage } = asked;
  const asTables = tablesIn({ ...asked });
  const written = await Promise.all(
    asTables.map(async ({ table, path }) => ({ path, text: (await table.load())(report) })),
  );
  if (html === undefined && comment === undefined) return written;
  const { writeComment, writeHtml } = await import('../reporters/index.ts');
  return [
    ...(html === undefined ? [] : [{ path: html, text: writeHtml(report, await loadPage()) }]),
    ...(comment === undefined ? [] : [{ path: comment, text: oncePulled(() => writeComment(report, '')) }]),
    ...written,
  ];
}

/** A text in one piece that is made when it is its turn to be written. */
function* oncePulled(write: () => string): Generator<string> {
  yield write();
}

async function textOf(report: Report, { json, html, comment, screen }: Showing): Promise<Iterable<string>> {
  if (json === true) return (await import('../reporters/index.ts')).writeJson(report);
  // The most frequent result is one line, for which no reporter needs to be loaded.
  if (report.verdict === 'skipped' && report.notes.length === 0 && !screen.colours) return [wordSkipped(report), '\n'];
  return [(await import('../reporters/terminal.ts')).writeTerminal(report, screen, { html, comment })];
}

/** On one's own machine one accepts by saying so. The verdict stays; only the gate opens, and never for what is invalid. */
function accept(report: Report, now: number): Report {
  if (report.verdict !== 'regressed') return report;
  const { fingerprint, gate } = report;
  const problems = problemsOf(report).map(({ problem }) => problem);
  return {
    ...report,
    accepted: [{ by: 'you', at: new Date(now).toISOString(), how: '--accept', fingerprint }],
    gate: { ...gate, open: isOpen(gateWordsOf(report), problems, gate.failOn, true) },
  };
}
