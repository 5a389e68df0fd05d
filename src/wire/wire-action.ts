import type { ActionPorts } from '../app/run-action.ts';
import { HeldBytes } from '../core/parts/held-bytes.ts';
import type { Clock } from '../core/ports.ts';
import { createSeal, type Seal } from '../core/seal/create-seal.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import type { Settings } from '../core/settings/settings.ts';
import { createGitHubForum } from '../hosts/github/create-github-forum.ts';
import { createGitHubIssues } from '../hosts/github/create-github-issues.ts';
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
import { loadPrices } from './load-prices.ts';
import { loadRetirements, suggestSuccessors } from './load-retirements.ts';
import { type AskingPlace, openAsking } from './open-asking.ts';
import { programPlace } from './program-place.ts';
import { hasKey, keysHeld } from './provider-keys.ts';
import { unlessRefused, wirePullOffered } from './pull-offered.ts';
import { readFileIn } from './read-file-in.ts';
import { type GitHubPace, openRunnerGitHub, type RunnerGitHub } from './runner-github.ts';
import { openStage, type RunnerStage } from './runner-stage.ts';
import type { Surroundings } from './surroundings.ts';
import { tool } from './tool.ts';
import { watchProgress } from './watch-progress.ts';
import { createBreathe, openSessions, words } from './wire-local.ts';
import { wireMonitor } from './wire-monitor.ts';
import { wireRunAlerts } from './wire-run-alerts.ts';

const LOG_EVERY_MS = 10_000;

export { openRunner, takeHandedOver };

/** What every part of a run of the action is wired with. */
type Wiring = {
  readonly runner: Runner;
  readonly inputs: Inputs;
  readonly surroundings: Surroundings;
  readonly clock: Clock;
  readonly github: RunnerGitHub;
  readonly shown: RunnerStage;
};

/** Wires the action's run: everything but the heavy adapters. */
export function wireAction(
  runner: Runner,
  inputs: Inputs,
  surroundings: Surroundings,
  { clock, ...pace }: Pace = usualPace,
): ActionPorts {
  const startedAt = clock.monotonic();
  const shown = openStage(runner, surroundings.signal);
  const { hide, say, stage } = shown;
  hide(inputs['api-key']);
  hide(inputs['github-token']);
  const github = openRunnerGitHub(runner, inputs, surroundings, { ...pace, say });
  const wiring: Wiring = { runner, inputs, surroundings, clock, github, shown };
  const { host, connection, privileged, handing } = github;
  const asking = wireAsking(wiring, startedAt);
  const indexes = createFileIndexes(runner, inputs, surroundings.env);
  const sandbox = createSandbox();
  return {
    ...{ host, privileged, stage, clock, sandbox, words, tool, loadPrices, suggestSuccessors },
    ...asking.ports,
    ...wireSchedule(wiring),
    forum: createGitHubForum(connection),
    issues: createGitHubIssues(connection),
    hurriedForum: github.hurriedForum,
    breathe: createBreathe(surroundings.signal),
    deciding: createDeciding(surroundings.signal),
    begin: memory.begin,
    expect: memory.plan,
    loadRetirements: (settings) => loadRetirements(settings, inputs, surroundings),
    openIndex: indexes.open,
    close: async () => {
      await indexes.close();
      sandbox.close();
      await asking.close();
    },
    sealOf: (settings) => sealOf(settings, wiring),
    run: runner.run,
    readFile: readFileIn(runner.workspace, true),
    ...(handing === undefined ? {} : { handedOver: handing.handedOver }),
  };
}

/** What models are asked with, and how far that is told. */
function wireAsking({ runner, inputs, surroundings, clock, github, shown }: Wiring, startedAt: number) {
  const { env } = surroundings;
  const { progress, howFar } = watchProgress(createPlainProgress(shown.say, clock, LOG_EVERY_MS), clock);
  const held = new HeldBytes();
  const place: AskingPlace = {
    ...{ held, inputs, surroundings, progress, clock, startedAt, shedKeys },
    // What models said of production's calls is kept nowhere.
    ...(inputs.mode === 'monitor'
      ? { store: ':memory:' }
      : { store: storeOnRunner(env), beforeStore: (settings) => restoreKept(settings, runner, env, progress) }),
    sealed: true,
    workspace: runner.workspace,
    hide: shown.hide,
    programs: (settings) =>
      programPlace(settings, {
        host: github.host,
        isFork: github.isFork,
        workspace: runner.workspace,
        temp: env['RUNNER_TEMP'],
      }),
  };
  const { open, close } = openSessions((settings, calls) => openAsking(settings, calls, place));
  const keyed = (settings: Settings, name: string): boolean => hasKey(settings, name, inputs, env);
  return { ports: { held, progress, howFar, hasKey: keyed, openAsking: open }, close };
}

/** What runs of a schedule add: histories, production's logs, and those who are told. */
function wireSchedule(wiring: Wiring) {
  const { runner, inputs, surroundings, clock, github, shown } = wiring;
  const { connection } = github;
  const { hide, say } = shown;
  const { workspace, event, ref } = runner;
  const [id = 0, attempt = 1] = runner.run.id.split('/').map(Number);
  const drift = openDriftHistory(inputs, { workspace, connection, clock, event, ref, run: { id, attempt } });
  return {
    openDriftHistory: drift.openDriftHistory,
    elsewhere: drift.elsewhere,
    ...(drift.ofPull === undefined ? {} : { ofPull: drift.ofPull }),
    monitor: wireMonitor(workspace, inputs.history),
    pullOffered: (missed: Set<string>) => {
      const { apiUrl: GITHUB_API_URL, repository: GITHUB_REPOSITORY } = runner;
      const env = { GITHUB_TOKEN: inputs['github-token'] ?? '', GITHUB_REPOSITORY, GITHUB_API_URL };
      return unlessRefused(wirePullOffered({ env, signal: surroundings.signal }), missed);
    },
    alertsOf: (settings: Settings) => {
      const place = { env: surroundings.env, clock, hide, say, connection, seal: sealOf(settings, wiring) };
      const isInArtifact = inputs.mode === 'drift' && settings.drift.history === 'artifact';
      return wireRunAlerts(inputs, runner, { ...place, ...(isInArtifact ? { artifacts: drift.artifacts } : {}) });
    },
  };
}

/** What signs what later runs may take over; undefined where this run holds no key. */
function sealOf(
  settings: Settings,
  { inputs, surroundings }: Pick<Wiring, 'inputs' | 'surroundings'>,
): Seal | undefined {
  return createSeal(keysHeld(settings, inputs, surroundings.env), 'comment');
}

/** How long a run waits, for whatever it waits. Tests of faults shorten it; nobody else does. */
export type Pace = GitHubPace & { readonly clock: Clock };

const usualPace: Pace = { clock: systemClock, secondMs: 1_000, requestMs: 15_000 };
