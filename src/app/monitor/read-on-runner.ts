import type { MonitorReport } from '../../core/monitor/monitor-report.ts';
import type { Host } from '../../core/ports.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import type { PullRequest } from '../../core/pull-request.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { AlertPorts } from '../alerts/raise-alerts.ts';
import { readSettings } from '../review/read-settings.ts';
import { alertOfRules } from './alert-of-rules.ts';
import { type MonitorPorts, monitorLogs } from './monitor-logs.ts';
import { nothingOffered } from './no-grade.ts';
import type { ObservePorts, Observer, TakeOffered } from './observe-calls.ts';

/** What production's logs are read with in a run of the action, judged, and told of. */
export type RunnerReading = Omit<ObservePorts, 'files' | 'takers'> & {
  readonly host: Host;
  readonly monitor: MonitorPorts;
  readonly alertsOf: (settings: Settings) => AlertPorts;
  /** Opens a pull request with offered cases. @param missed what could not be done @throws ProblemError where nothing can */
  readonly pullOffered: (missed: Set<string>) => TakeOffered;
  /** The run is of another branch than the default one: rules are judged, and nobody is told. */
  readonly elsewhere: boolean;
  /** Why it is one that anybody may start, as a clause: a pull request's or a fork's. Then no model is asked, and nothing is kept. */
  readonly ofPull?: string;
};

/** What a run read; `open`: alerts that are open after it, undefined where nobody knows; `missed`: what was asked for beside it and could not be done. */
export type ReadOnRunner = {
  readonly report: MonitorReport;
  readonly settings: Settings;
  readonly open: number | undefined;
  readonly notes: readonly string[];
  readonly missed: ReadonlySet<string>;
};

/**
 * Reads the logs that the workflow names by the config of the default branch, of a pull request of its base: has a sample judged where it
 * says so, judges its rules, and tells what they found. @throws ProblemError where logs, config or history cannot be read
 */
export async function readOnRunner(inputs: Inputs, ports: RunnerReading, signal: AbortSignal): Promise<ReadOnRunner> {
  const { host, alertsOf, elsewhere, ofPull } = ports;
  const monitor = ofPull === undefined ? ports.monitor : withoutKeeping(ports.monitor);
  const logs = inputs.logs ?? [];
  if (logs.length === 0 || logs.includes('-')) throw new ProblemError(noLogs);
  const pull = await host.pullRequest();
  if ('nothing' in pull)
    throw new ProblemError({ reason: 'files', what: `there is no config to read: ${pull.nothing}` });
  const { settings } = await readSettings(host, pull, inputs);
  const missed = new Set<string>();
  const notes: string[] = [];
  if (ofPull !== undefined)
    notes.push(
      `Nothing is judged by a model, kept, told or offered: ${ofPull}. Run it on a schedule or by hand for that.`,
    );
  const observer = await openObserver({ inputs, settings, pull, missed, note: (why) => notes.push(why) }, ports);
  const { report: read, days } = await monitorLogs(logs, settings, monitor, observer);
  const sending = elsewhere ? undefined : { ...alertsOf(settings), signal };
  const watched = { ...days, quality: read.observed?.quality ?? [] };
  const { results, open } = await alertOfRules(watched, settings, sending);
  return { report: { ...read, alerts: results }, settings, open, notes, missed };
}

/** Held to the days that are kept, and keeping none. */
function withoutKeeping({ history, ...ports }: MonitorPorts): MonitorPorts {
  const nothing = (): Promise<void> => Promise.resolve();
  return history === undefined ? ports : { ...ports, history: { ...history, append: nothing, replace: nothing } };
}

type Asked = {
  readonly inputs: Inputs;
  readonly settings: Settings;
  readonly pull: PullRequest;
  readonly missed: Set<string>;
  readonly note: (why: string) => void;
};

/** What judges a sample, where the config asks for it. A fork's run asks no model and writes to no repository. */
async function openObserver(
  { inputs, settings, pull, missed, note }: Asked,
  { host, elsewhere, ofPull, pullOffered, ...asking }: RunnerReading,
): Promise<Observer | undefined> {
  const { quality } = settings;
  const isOffered = inputs['pull-request'];
  if (quality === undefined) {
    if (isOffered) throw new ProblemError(nothingOffered(settings.configFile));
    return undefined;
  }
  if (ofPull !== undefined) return undefined;
  if (pull.fork) {
    note(
      'Nothing is judged (`monitor.quality`): this run is of a pull request from a fork, for which no model is asked.',
    );
    return undefined;
  }
  if (isOffered && elsewhere) note('No case is offered: only runs of the default branch offer cases.');
  const takers = isOffered && !elsewhere ? [pullOffered(missed)] : [];
  const { createObserver } = await import('./observe-calls.ts');
  // The golden cases are those of the branch that the config is of.
  const files = { tree: host.tree, text: host.text, texts: host.texts, bytes: host.bytes, now: pull.tip };
  return createObserver(quality, settings, { ...asking, files, takers });
}

const noLogs: Problem = {
  reason: 'config',
  what: '`mode: monitor` reads no logs: `logs` names none.',
  fix: 'Give it files, folders or globs in the workspace, one a line: `logs: exports/*.jsonl.gz`.',
};
