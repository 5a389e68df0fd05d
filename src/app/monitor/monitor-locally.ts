import { failingWords, type MonitorWord } from '../../core/monitor/failing-words.ts';
import type { MonitorReport } from '../../core/monitor/monitor-report.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { escapeHidden } from '../../core/text/show-hidden.ts';
import { readSettingsHere, type SettingsFile } from '../review/read-settings.ts';
import type { LocalResult, Showing } from '../show-locally.ts';
import { type AlertSending, alertOfRules } from './alert-of-rules.ts';
import { type MonitorPorts, type MonitorResult, monitorLogs } from './monitor-logs.ts';
import { hasNoGrade, nothingOffered } from './no-grade.ts';
import type { ObservePorts } from './observe-calls.ts';

export type MonitorAsked = Pick<Showing, 'json' | 'screen'> & {
  readonly inputs: Inputs;
  readonly logs: readonly string[];
  /** Cases that are offered are to be taken somewhere. */
  readonly isTaken?: true;
  /** Files that it is written to as well. */
  readonly forms?: Pick<Showing, 'html' | 'comment' | 'loadPage'>;
  /** Absent: rules are judged, and nobody is told. */
  readonly alerts?: AlertSending;
};

/** What asks models about logs; opened where the config wants them asked. */
type Observing = {
  readonly openObserving: () => Promise<ObservePorts & { readonly close: () => Promise<void> }>;
  /** Tells what is not in the result. */
  readonly say?: (text: string) => void;
};

/** What production logs tell, as the command line shows it. @throws ProblemError */
export async function monitorLocally(
  { inputs, logs, json, isTaken, screen, alerts, forms }: MonitorAsked,
  { readFile, openObserving, say, ...ports }: MonitorPorts & SettingsFile & Observing,
): Promise<LocalResult> {
  const { settings } = await readSettingsHere(readFile, inputs);
  if (isTaken === true && settings.quality === undefined) throw new ProblemError(nothingOffered(settings.configFile));
  if (isTaken === true && ports.openDatabase !== undefined) throw new ProblemError(nothingSeen);
  const { report: read, days } = await monitorAndObserve(logs, settings, {
    ...ports,
    openObserving,
    ...(say && { say }),
  });
  const watched = { ...days, quality: read.observed?.quality ?? [] };
  const { results, open } = await alertOfRules(watched, settings, alerts);
  const report = { ...read, alerts: results };
  const failing = failingWords(report, settings, open);
  for (const word of failing) say?.(word === 'alert' && open === undefined ? unreadAlerts : words[word]);
  const shown = {
    files: forms === undefined ? [] : await filesOf(report, forms),
    open: failing.length === 0,
    faulty: hasNoGrade(report),
  };
  if (json === true) return { ...shown, text: [escapeHidden(JSON.stringify(report, null, 2)), '\n'] };
  const { writeMonitor } = await import('../../reporters/monitor.ts');
  return { ...shown, text: [writeMonitor(report, screen)] };
}

/** Why the exit status is not 0, where a result alone might seem fine. */
const words: Readonly<Record<MonitorWord, string>> = {
  moved: 'This fails (`fail-on: moved`): something that the logs say got worse.',
  unknown: 'This fails (`fail-on: unknown`): whether anything got worse is not known.',
  alert: 'This fails (`fail-on: alert`): an alert of a rule is open.',
};

const unreadAlerts =
  'This fails (`fail-on: alert`): whether an alert of a rule is open is not known, since whom earlier runs told could not be read.';

async function filesOf(
  report: MonitorReport,
  { html, comment, loadPage }: NonNullable<MonitorAsked['forms']>,
): Promise<LocalResult['files']> {
  if (html === undefined && comment === undefined) return [];
  const { monitorSummary, writeMonitorHtml } = await import('../../reporters/monitor.ts');
  const page = html === undefined ? undefined : writeMonitorHtml(report, (await loadPage()).hash);
  return [
    ...(html === undefined || page === undefined ? [] : [{ path: html, text: [page] }]),
    ...(comment === undefined ? [] : [{ path: comment, text: [monitorSummary(report), '\n'] }]),
  ];
}

async function monitorAndObserve(
  logs: readonly string[],
  settings: Settings,
  { openObserving, say, ...ports }: MonitorPorts & Observing,
): Promise<MonitorResult> {
  const { quality } = settings;
  const isSummed = ports.openDatabase !== undefined;
  if (quality !== undefined && isSummed) say?.(notJudged);
  if (quality === undefined || isSummed) return monitorLogs(logs, settings, ports);
  const { createObserver } = await import('./observe-calls.ts');
  const observing = await openObserving();
  try {
    return await monitorLogs(logs, settings, ports, createObserver(quality, settings, observing));
  } finally {
    await observing.close();
  }
}

/** Nobody is to take a quality for good that nobody looked at. */
const notJudged = 'The config has `monitor.quality`, which `--engine duckdb` does not judge: `--engine node` does.';

/** Calls that are summed in a database are not seen one by one. */
const nothingSeen: Problem = {
  reason: 'config',
  what: '`--engine duckdb` judges no sample, so no case is offered.',
  fix: 'Leave `--write` and `--pull-request` out, or take `--engine node`.',
};
