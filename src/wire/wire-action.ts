import type { ActionPorts } from '../app/run-action.ts';
import { HeldBytes } from '../core/parts/held-bytes.ts';
import type { Clock } from '../core/ports.ts';
import { withHandedOver } from '../core/rendered/with-handed-over.ts';
import { createSeal } from '../core/seal/create-seal.ts';
import { configSchema } from '../core/settings/config-schema.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import { connectGitHub } from '../hosts/github/connect-github.ts';
import { createGitHubForum } from '../hosts/github/create-github-forum.ts';
import { createGitHubHost } from '../hosts/github/create-github-host.ts';
import { createGitHubIssues } from '../hosts/github/create-github-issues.ts';
import { isQueuedFork } from '../hosts/github/is-queued-fork.ts';
import { readEvent } from '../hosts/github/read-event.ts';
import { createLog, redact } from '../hosts/log/create-log.ts';
import { createPlainProgress } from '../hosts/progress/plain-progress.ts';
import { openRunner, type Runner } from '../hosts/runner/open-runner.ts';
import { shedKeys, takeHandedOver } from '../hosts/scorer/clean-environment.ts';
import { createDeciding } from '../hosts/thread/create-deciding.ts';
import { memory } from '../providers/memory.ts';
import { systemClock } from '../providers/system-clock.ts';
import { createSandbox } from '../sandbox/create-sandbox.ts';
import { openDriftHistory } from './drift-history.ts';
import { createFileIndexes } from './file-indexes.ts';
import { restoreKept, storeOnRunner } from './kept-store.ts';
import { loadPage } from './load-page.ts';
import { loadPrices } from './load-prices.ts';
import { loadRetirements, suggestSuccessors } from './load-retirements.ts';
import { type AskingPlace, openAsking } from './open-asking.ts';
import { openHandedOver } from './open-handed-over.ts';
import { programPlace } from './program-place.ts';
import { hasKey, keysHeld } from './provider-keys.ts';
import { readFileIn } from './read-file-in.ts';
import type { Surroundings } from './surroundings.ts';
import { tool } from './tool.ts';
import { watchProgress } from './watch-progress.ts';
import { createBreathe, openSessions, words } from './wire-local.ts';
import { wireMonitor } from './wire-monitor.ts';
import { wireRunAlerts } from './wire-run-alerts.ts';

const LOG_EVERY_MS = 10_000;
/** A cancelled run's last word; the runner kills the step 7.5 s after it asked for an end. */
const HURRIED_MS = 4_000;

export { openRunner, takeHandedOver };

/** Wires the action's run: everything but the heavy adapters. */
export function wireAction(
  runner: Runner,
  inputs: Inputs,
  surroundings: Surroundings,
  { clock, secondMs, requestMs }: Pace = usualPace,
): ActionPorts {
  const secrets = new Set<string>();
  const hide = (secret: string | undefined): void => {
    if (secret === undefined || secret === '') return;
    runner.mask(secret);
    secrets.add(secret);
  };
  hide(inputs['api-key']);
  hide(inputs['github-token']);
  const log = createLog(runner.print);
  const say = (line: string): void => log.say(redact(line, secrets));
  const github = {
    token: inputs['github-token'] ?? '',
    apiUrl: runner.apiUrl,
    repository: runner.repository,
    say,
    secondMs,
    requestMs,
  };
  const startedAt = clock.monotonic();
  const limitMs = inputs.timeout ?? configSchema.shape.timeout.parse(undefined);
  const deadline = {
    at: performance.now() + (limitMs * secondMs) / 1_000,
    words: `the run's time of ${Math.round(limitMs / 6000) / 10} min (\`timeout\`)`,
  };
  const reading = connectGitHub({ ...github, signal: surroundings.signal, deadline });
  // What was found is told also once the time is up, and for a moment after a cancel.
  const connection = connectGitHub({ ...github, signal: laterThan(surroundings.signal, HURRIED_MS) });
  const { sha, ref, actor, event } = runner;
  const baseRef = inputs['base-ref'];
  const occasion = readEvent(event.name, event.payload, {
    sha,
    ref,
    actor,
    ...(baseRef === undefined ? {} : { baseRef }),
    ...(inputs.mode === 'review' || inputs.mode === 'compare' ? {} : { alone: true }),
  });
  const { progress, howFar } = watchProgress(createPlainProgress(say, clock, LOG_EVERY_MS), clock);
  const privileged = event.name === 'pull_request_target' || event.name === 'workflow_run';
  const handing = openHandedOver(inputs, runner, privileged);
  const plain = createGitHubHost(reading, occasion);
  const host = handing === undefined ? plain : withHandedOver(plain, handing.read);
  const held = new HeldBytes();
  const place: AskingPlace = {
    held,
    inputs,
    surroundings,
    progress,
    clock,
    startedAt,
    store: storeOnRunner(surroundings.env),
    sealed: true,
    beforeStore: (settings) => restoreKept(settings, runner, surroundings.env, progress),
    workspace: runner.workspace,
    hide,
    programs: (settings) =>
      programPlace(settings, {
        host,
        isFork: async () =>
          'fork' in occasion &&
          (occasion.fork || ('queued' in occasion && (await isQueuedFork(reading, occasion.number)))),
        workspace: runner.workspace,
        temp: surroundings.env['RUNNER_TEMP'],
      }),
    shedKeys,
  };
  const indexes = createFileIndexes(runner, inputs, surroundings.env);
  const sandbox = createSandbox();
  let isWordLeft = false;
  const asking = openSessions((settings, calls) => openAsking(settings, calls, place));
  return {
    host,
    held,
    forum: createGitHubForum(connection),
    issues: createGitHubIssues(connection),
    hurriedForum: (signal) => {
      const soon = AbortSignal.timeout(HURRIED_MS);
      const ends = signal === undefined ? soon : AbortSignal.any([soon, signal]);
      return createGitHubForum(connectGitHub({ ...github, signal: ends, patience: 0 }));
    },
    howFar,
    clock,
    breathe: createBreathe(surroundings.signal),
    deciding: createDeciding(surroundings.signal),
    progress,
    begin: memory.begin,
    sandbox,
    words,
    expect: memory.plan,
    tool,
    hasKey: (settings, name) => hasKey(settings, name, inputs, surroundings.env),
    loadPrices,
    loadRetirements: (settings) => loadRetirements(settings, inputs, surroundings),
    suggestSuccessors,
    openAsking: asking.open,
    openIndex: indexes.open,
    ...openDriftHistory(inputs, { workspace: runner.workspace, connection, clock, event, ref }),
    monitor: wireMonitor(runner.workspace, inputs.history),
    alertsOf: (settings) => {
      const seal = createSeal(keysHeld(settings, inputs, surroundings.env), 'comment');
      return wireRunAlerts(inputs, runner, { env: surroundings.env, clock, hide, say, connection, seal });
    },
    close: async () => {
      await indexes.close();
      sandbox.close();
      await asking.close();
    },
    sealOf: (settings) => createSeal(keysHeld(settings, inputs, surroundings.env), 'comment'),
    run: runner.run,
    readFile: readFileIn(runner.workspace, true),
    privileged,
    ...(handing === undefined ? {} : { handedOver: handing.handedOver }),
    stage: {
      setOutput: runner.setOutput,
      writeSummary: runner.writeSummary,
      annotate: (annotation) => runner.annotate({ ...annotation, message: redact(annotation.message, secrets) }),
      writeFile: runner.writeFile,
      writeInWorkspace: async (path, pieces) => {
        const { writeInFolder } = await import('../hosts/workspace/write-in-folder.ts');
        return writeInFolder(runner.workspace, path, pieces);
      },
      keepReport: async (name, files) => {
        const { keepReport } = await import('../hosts/runner/keep-report.ts');
        return keepReport(name, files, runner.run.url, say, surroundings.signal);
      },
      redact: (text) => redact(text, secrets),
      loadPage,
      say,
      leaveLastWord: (word) => {
        if (word !== undefined || isWordLeft)
          runner.saveState('comment', word === undefined ? '' : JSON.stringify(word));
        isWordLeft = word !== undefined;
      },
    },
  };
}

/** Is aborted so long after another was, milliseconds. */
function laterThan(signal: AbortSignal, ms: number): AbortSignal {
  const later = new AbortController();
  signal.addEventListener('abort', () => setTimeout(() => later.abort(signal.reason), ms).unref(), { once: true });
  return later.signal;
}

/** How long a run waits, for whatever it waits. Tests of faults shorten it; nobody else does. */
export type Pace = {
  readonly clock: Clock;
  /** What a second of GitHub's lasts, milliseconds. */
  readonly secondMs: number;
  /** Time of one request to GitHub, milliseconds, and again for its body. */
  readonly requestMs: number;
};

const usualPace: Pace = { clock: systemClock, secondMs: 1_000, requestMs: 15_000 };
