import { createServer } from 'node:http';
import { describePull } from './comparison-endpoints.ts';
import { createServing } from './create-serving.ts';
import { describeFor } from './describe.ts';
import { refuse, send, type World } from './endpoint.ts';
import { openGitRepository } from './git-repository.ts';
import { ownerOf } from './identity.ts';
import type {
  Access,
  Fault,
  GitHubSettings,
  Permission,
  PullSetting,
  RecordedRequest,
  Role,
  StoredComment,
  StoredIssue,
} from './world.ts';
import { WorldState } from './world-state.ts';

/** A GitHub on this machine, and the hands to change what is in it. */
export type EmbeddedGitHub = {
  /** For GITHUB_API_URL; GraphQL is at `/graphql` below it. */
  readonly url: string;
  /** All that came, in order. */
  readonly requests: readonly RecordedRequest[];
  /** Requests and answers that do not fit GitHub's description, in words. Tests assert that there are none. */
  readonly violations: readonly string[];
  readonly comments: (pull: number) => readonly StoredComment[];
  /** Issues, in the order they were opened. */
  readonly issues: () => readonly StoredIssue[];
  readonly issue: (author: string, title: string, body: string) => StoredIssue;
  readonly comment: (pull: number, author: string, body: string) => StoredComment;
  readonly label: (pull: number, label: string, by: string) => void;
  readonly unlabel: (pull: number, label: string, by: string) => void;
  readonly open: (pull: PullSetting) => void;
  readonly permit: (permission: Permission, access: Access) => void;
  readonly appoint: (login: string, role: Role) => void;
  readonly fail: (fault: Fault) => void;
  /** What the runner would put into the event file of a `pull_request` event. */
  readonly pullRequestEvent: (pull: number, action: string) => Promise<object>;
  /** The same for a `merge_group` event. `ref`: the branch that holds the merge of the pull request. */
  readonly mergeGroupEvent: (pull: number, ref: string) => Promise<object>;
  readonly close: () => Promise<void>;
};

/**
 * Starts it on a free port of 127.0.0.1. What it serves is read from the git repository at each request. Written by hand, for
 * servers that are generated from GitHub's description answer with its examples and know no repository; the description is
 * what each request and answer is held to (`violations`).
 */
export async function startGitHub(settings: GitHubSettings): Promise<EmbeddedGitHub> {
  const state = new WorldState(settings);
  const git = settings.git ?? openGitRepository(settings.directory);
  const description =
    settings.description === undefined
      ? undefined
      : (await import('./description.ts')).readDescription(settings.description);
  const requests: RecordedRequest[] = [];
  const violations: string[] = [];
  const faults: { fault: Fault; left: number }[] = [];

  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the embedded GitHub has no port');
  const url = `http://127.0.0.1:${address.port}`;
  const world: World = { git, state, settings, describe: describeFor(url, settings.repository) };
  const serve = createServing({ url, world, description, requests, violations, faults });
  server.on('request', (request, response) => {
    serve(request, response).catch((error: unknown) => {
      violations.push(`${request.method} ${request.url}: ${error instanceof Error ? error.message : String(error)}`);
      if (!response.headersSent) send(response, refuse(500, 'Server Error'), {});
    });
  });

  const known = (number: number): PullSetting => {
    const pull = state.pulls.get(number);
    if (pull === undefined) throw new Error(`no pull request ${number}`);
    return pull;
  };
  const sender = () => world.describe.user(ownerOf(settings.repository));

  return {
    url,
    requests,
    violations,
    comments: (pull) => state.comments(pull),
    issues: () => state.issues(),
    issue: (author, title, body) => state.addIssue(author, title, body),
    comment: (pull, author, body) => state.addComment(pull, author, body),
    label: (pull, label, by) => state.recordLabel('labeled', pull, label, by),
    unlabel: (pull, label, by) => state.recordLabel('unlabeled', pull, label, by),
    open: (pull) => void state.pulls.set(pull.number, pull),
    permit: (permission, access) => {
      state.permissions[permission] = access;
    },
    appoint: (login, role) => void state.roles.set(login, role),
    fail: (fault) => void faults.push({ fault, left: fault.times ?? 1 }),
    pullRequestEvent: async (number, action) => ({
      action,
      number,
      pull_request: await describePull(world, known(number)),
      repository: world.describe.repository(),
      sender: sender(),
    }),
    async mergeGroupEvent(number, ref) {
      const { base } = known(number);
      const [headSha, baseSha] = [await git.resolve(ref), await git.resolve(base)];
      if (headSha === undefined || baseSha === undefined) throw new Error(`no branch ${ref} or ${base}`);
      return {
        action: 'checks_requested',
        merge_group: {
          head_sha: headSha,
          head_ref: `refs/heads/gh-readonly-queue/${base}/pr-${number}-${baseSha}`,
          base_sha: baseSha,
          base_ref: `refs/heads/${base}`,
          head_commit: world.describe.commit(await git.commit(headSha)).commit,
        },
        repository: world.describe.repository(),
        sender: sender(),
      };
    },
    async close() {
      if (settings.git === undefined) git.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
