import { resolve, sep } from 'node:path';
import type { Stage } from '../app/review/stage.ts';
import { reviewLocally } from '../app/review-locally.ts';
import { ProblemError } from '../core/problem.ts';
import { parseReport } from '../core/report/parse-report.ts';
import type { Report } from '../core/report/report.ts';
import { tablesIn } from '../reporters/tables.ts';
import { cacheFolder } from '../wire/keep-compiled.ts';
import { loadPage } from '../wire/load-page.ts';
import { readReportIn, readWebReport } from '../wire/read-file-in.ts';
import { wireLocal } from '../wire/wire-local.ts';
import { checkTargets } from './check-targets.ts';
import type { CommandPlace } from './command-place.ts';
import { putResult } from './put-result.ts';
import { readInputs } from './read-inputs.ts';
import type { ShowOptions } from './show-options.ts';
import { type Reviewing, watchReview } from './watch-review.ts';
import { withPage } from './with-page.ts';

export type ReviewOptions = ShowOptions & {
  readonly base?: string;
  readonly store?: string;
  readonly show?: Stage;
  /** A saved report whose replies stand for any that would be asked. */
  readonly fromRun?: string;
  /** Reviews again at every save. */
  readonly watch?: true;
};

/** The report of a run, from a file or an address. @throws ProblemError */
async function readRun(from: string, signal: AbortSignal): Promise<Report> {
  const fault = (what: string, fix?: string) =>
    new ProblemError({ reason: 'files', at: { file: from }, what, ...(fix === undefined ? {} : { fix }) });
  const read = await (/^[a-z][a-z\d+.-]+:\/\//iu.test(from)
    ? readWebReport(from, signal)
    : readReportIn(process.cwd())(from));
  if (read.kind !== 'text') {
    throw fault(`The report cannot be read: ${read.kind === 'absent' ? 'there is no such file' : read.why}.`);
  }
  const report = parseReport(read.text, from);
  const cases = report.prompts.flatMap(({ models }) => models.flatMap((row) => row.cases));
  if (report.mode !== 'review' || cases.every(({ replies }) => replies.length === 0)) {
    throw fault('The report holds no replies of a review.', 'Name the promptgate.json that a review saved.');
  }
  if (cases.every(({ asked }) => asked === undefined)) {
    throw fault(
      'The report does not tell what its replies were asked: an older version saved it.',
      'Name one that this version saved; `promptgate report` shows the older one.',
    );
  }
  return report;
}

/** `promptgate review`. @returns the exit status; @throws ProblemError */
export async function runReview(
  given: ReviewOptions,
  { given: flags, terminal, signal, heedCancel }: CommandPlace,
): Promise<number> {
  const options = withPage(given);
  const { base, store, fromRun } = options;
  const inputs = readInputs(flags);
  checkTargets(options);
  const place = {
    folder: process.cwd(),
    progress: terminal.progress,
    ...(base === undefined ? {} : { base }),
    ...(store === undefined ? {} : { store }),
    ...(fromRun === undefined ? {} : { replayed: { report: await readRun(fromRun, signal), from: fromRun } }),
  };
  let isOpened = false;
  const review: Reviewing = async (take) => {
    const ports = await wireLocal(inputs, { env: process.env, signal, heedCancel }, place);
    try {
      const asked = { ...options, inputs, screen: terminal.screen, loadPage, signal };
      const { report, settings, shown } = await reviewLocally(asked, ports);
      const show = async (): Promise<number> => {
        // One page in the browser is enough: it is written again where it lies.
        const { open, ...rest } = options;
        const opens = open === true && !isOpened;
        isOpened = true;
        return putResult(shown, terminal, opens ? options : rest, ports.breathe);
      };
      return await take({ report, settings, show });
    } finally {
      await ports.close();
    }
  };
  if (options.watch !== true) return review(({ show }) => show());
  heedCancel();
  const { html, comment } = options;
  const tables = tablesIn({ ...options }).map(({ path }) => path);
  const written = new Set(
    [html, comment, store, ...tables].flatMap((path) => (path === undefined ? [] : resolve(path))),
  );
  // The user's cache may lie in the very tree that is watched.
  const cache = cacheFolder(process.env) + sep;
  const isOwn = (path: string): boolean =>
    path.startsWith(cache) || written.has(path) || written.has(path.replace(/-(?:wal|shm|journal)$/u, ''));
  return watchReview(review, { folder: place.folder, isOwn, terminal, signal });
}
