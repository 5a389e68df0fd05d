import type { Forum } from '../core/forum.ts';
import type { Host } from '../core/ports.ts';
import { withHandedOver } from '../core/rendered/with-handed-over.ts';
import { configSchema } from '../core/settings/config-schema.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import { connectGitHub, type GitHubConnection } from '../hosts/github/connect-github.ts';
import { createGitHubForum } from '../hosts/github/create-github-forum.ts';
import { createGitHubHost } from '../hosts/github/create-github-host.ts';
import { isQueuedFork } from '../hosts/github/is-queued-fork.ts';
import { readEvent } from '../hosts/github/read-event.ts';
import type { Runner } from '../hosts/runner/open-runner.ts';
import { openHandedOver } from './open-handed-over.ts';
import type { Surroundings } from './surroundings.ts';

/** A cancelled run's last word; the runner kills the step 7.5 s after it asked for an end. */
const HURRIED_MS = 4_000;

/** How long a run waits for GitHub. */
export type GitHubPace = {
  /** What a second of GitHub's lasts, milliseconds. */
  readonly secondMs: number;
  /** Time of one request to GitHub, milliseconds, and again for its body. */
  readonly requestMs: number;
};

/** GitHub, as a run of the action reads it and tells what it found. */
export type RunnerGitHub = {
  readonly host: Host;
  /** What is told by: also once the time is up, and for a moment after a cancel. */
  readonly connection: GitHubConnection;
  readonly hurriedForum: (signal?: AbortSignal) => Forum;
  /** Whether the head is of another repository than this one, as far as the event says. */
  readonly isFork: () => Promise<boolean>;
  /** The event hands out secrets for what anybody proposes. */
  readonly privileged: boolean;
  readonly handing: ReturnType<typeof openHandedOver>;
};

/** Wires what a run of the action reads from GitHub, and tells there. @param say takes lines of the step's log */
export function openRunnerGitHub(
  runner: Runner,
  inputs: Inputs,
  { signal }: Pick<Surroundings, 'signal'>,
  { say, secondMs, requestMs }: GitHubPace & { readonly say: (line: string) => void },
): RunnerGitHub {
  const github = {
    token: inputs['github-token'] ?? '',
    apiUrl: runner.apiUrl,
    repository: runner.repository,
    say,
    secondMs,
    requestMs,
  };
  const reading = connectGitHub({ ...github, signal, deadline: deadlineOf(inputs, secondMs) });
  const occasion = occasionOf(runner, inputs);
  const privileged = runner.event.name === 'pull_request_target' || runner.event.name === 'workflow_run';
  const handing = openHandedOver(inputs, runner, privileged);
  const plain = createGitHubHost(reading, occasion);
  return {
    host: handing === undefined ? plain : withHandedOver(plain, handing.read),
    connection: connectGitHub({ ...github, signal: laterThan(signal, HURRIED_MS) }),
    hurriedForum: (ending) => {
      const soon = AbortSignal.timeout(HURRIED_MS);
      const ends = ending === undefined ? soon : AbortSignal.any([soon, ending]);
      return createGitHubForum(connectGitHub({ ...github, signal: ends, patience: 0 }));
    },
    isFork: async () =>
      'fork' in occasion && (occasion.fork || ('queued' in occasion && (await isQueuedFork(reading, occasion.number)))),
    privileged,
    handing,
  };
}

function occasionOf({ event, sha, ref, actor }: Runner, inputs: Inputs): ReturnType<typeof readEvent> {
  const baseRef = inputs['base-ref'];
  return readEvent(event.name, event.payload, {
    ...{ sha, ref, actor },
    ...(baseRef === undefined ? {} : { baseRef }),
    ...(inputs.mode === 'review' || inputs.mode === 'compare' ? {} : { alone: true }),
  });
}

/** When reading ends at last: a run that has no time left is told, and asks GitHub no more. */
function deadlineOf({ timeout }: Inputs, secondMs: number): { readonly at: number; readonly words: string } {
  const limitMs = timeout ?? configSchema.shape.timeout.parse(undefined);
  return {
    at: performance.now() + (limitMs * secondMs) / 1_000,
    words: `the run's time of ${Math.round(limitMs / 6000) / 10} min (\`timeout\`)`,
  };
}

/** Is aborted so long after another was, milliseconds. */
function laterThan(signal: AbortSignal, ms: number): AbortSignal {
  const later = new AbortController();
  signal.addEventListener('abort', () => setTimeout(() => later.abort(signal.reason), ms).unref(), { once: true });
  return later.signal;
}
