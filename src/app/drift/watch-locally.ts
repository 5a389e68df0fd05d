import type { DriftReport } from '../../core/drift/drift-report.ts';
import { isOfInput, ProblemError } from '../../core/problem.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { escapeHidden } from '../../core/text/show-hidden.ts';
import type { AlertPorts } from '../alerts/raise-alerts.ts';
import type { ReviewPorts } from '../review/review-ports.ts';
import type { LocalResult, Showing } from '../show-locally.ts';
import { alertOfDrifts } from './alert-of-drifts.ts';
import type { DriftRequest } from './drift-run.ts';
import { type DriftHistory, type DriftResult, watchDrift } from './watch-drift.ts';

/** A drift run of a working tree, as the command line shows it. */
export async function watchLocally(
  asked: DriftRequest & Omit<Showing, 'accept'> & { readonly alerts: AlertPorts },
  ports: ReviewPorts,
  openHistory: (settings: Settings) => DriftHistory,
): Promise<LocalResult> {
  const { report, settings, isWhole } = await watchOrProblems(asked, ports, openHistory);
  if (settings !== undefined)
    await alertOfDrifts(report, settings, asked.alerts, { signal: asked.signal, except: [], isWhole });
  const faulty = report.problems.some(isOfInput);
  const files = await filesOf(report, asked);
  if (asked.json === true)
    return { text: [escapeHidden(JSON.stringify(report, null, 2)), '\n'], files, open: report.open, faulty };
  const { writeDrift } = await import('../../reporters/drift.ts');
  return { text: [writeDrift(report, asked.screen)], files, open: report.open, faulty };
}

async function filesOf(
  report: DriftReport,
  { html, comment, loadPage }: Omit<Showing, 'accept'>,
): Promise<LocalResult['files']> {
  if (html === undefined && comment === undefined) return [];
  const { driftSummary, writeDriftHtml } = await import('../../reporters/drift.ts');
  const page = html === undefined ? undefined : writeDriftHtml(report, (await loadPage()).hash);
  return [
    ...(html === undefined || page === undefined ? [] : [{ path: html, text: [page] }]),
    ...(comment === undefined ? [] : [{ path: comment, text: [driftSummary(report), '\n'] }]),
  ];
}

/** A run whose config, cases or history cannot be read is a report of what is wrong. */
export async function watchOrProblems(
  request: DriftRequest,
  ports: ReviewPorts,
  openHistory: (settings: Settings) => DriftHistory,
): Promise<DriftResult> {
  const startedAt = new Date(ports.clock.now()).toISOString();
  try {
    return await watchDrift(request, ports, openHistory);
  } catch (fault) {
    if (!(fault instanceof ProblemError)) throw fault;
    const report: DriftReport = {
      version: 1,
      tool: ports.tool,
      startedAt,
      head: { sha: '', ref: '' },
      verdict: 'invalid',
      problems: fault.problems,
      notes: [],
      prompts: [],
      calls: { made: 0, failed: 0 },
      open: false,
    };
    return { report, isWhole: false };
  }
}
