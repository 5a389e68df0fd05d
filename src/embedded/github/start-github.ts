import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerQuery } from './answer-query.ts';
import { describePull } from './comparison-endpoints.ts';
import { describeFor } from './describe.ts';
import type { Description, Incoming } from './description.ts';
import { type Answer, allows, type Endpoint, notFound, receive, refuse, send, type World } from './endpoint.ts';
import { findRoute } from './find-route.ts';
import { openGitRepository } from './git-repository.ts';
import { numberOf, ownerOf } from './identity.ts';
import { paginate } from './paginate.ts';
import { Rate } from './rate.ts';
import { replyWithFault } from './reply-with-fault.ts';
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
  const rates = {
    core: new Rate(settings.rateLimit ?? 1000, () => state.now(), 'core'),
    graphql: new Rate(settings.rateLimit ?? 1000, () => state.now(), 'graphql'),
  };
  const git = settings.git ?? openGitRepository(settings.directory);
  const description =
    settings.description === undefined
      ? undefined
      : (await import('./description.ts')).readDescription(settings.description);
  const requests: RecordedRequest[] = [];
  const violations: string[] = [];
  const faults: { fault: Fault; left: number }[] = [];

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      violations.push(`${request.method} ${request.url}: ${error instanceof Error ? error.message : String(error)}`);
      if (!response.headersSent) send(response, refuse(500, 'Server Error'), {});
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the embedded GitHub has no port');
  const url = `http://127.0.0.1:${address.port}`;
  const world: World = { git, state, settings, describe: describeFor(url, settings.repository) };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const path = request.url ?? '/';
    const body = await receive(request);
    const record = (status: number): void => void requests.push({ method, path, body, status });
    if (settings.latencyMs !== undefined) await wait(settings.latencyMs);

    const next = faults.find(({ fault, left }) => left > 0 && isMeant(fault, `${method} ${path}`, body));
    if (next !== undefined) {
      next.left -= 1;
      const status = await replyWithFault(next.fault, response, state.now());
      if (status !== undefined) return record(status);
    }
    const isQuery = method === 'POST' && path === '/graphql';
    const rate = isQuery ? rates.graphql : rates.core;
    const within = rate.admit();
    const done = (answer: Answer, headers: Readonly<Record<string, string>> = {}): void => {
      const status = send(response, answer, {
        ...rate.headers(),
        'x-github-api-version-selected': '2022-11-28',
        ...headers,
      });
      record(status);
    };
    const spent = 'API rate limit exceeded for installation ID 1.';
    if (!within && isQuery)
      return done({ kind: 'one', status: 200, body: { errors: [{ type: 'RATE_LIMITED', message: spent }] } });
    if (!within) return done(refuse(403, spent));
    if (!authorized(request, settings.token)) return done(refuse(401, 'Bad credentials'));
    if (isQuery) return done(await answerQuery(body, world, rate.present()));

    const { pathname, searchParams } = new URL(path, url);
    const moved = redirectOf(pathname, settings, url);
    if (moved !== undefined) {
      return done(refuse(method === 'GET' ? 301 : 307, 'Moved Permanently', { url: moved }), {
        location: moved + new URL(path, url).search,
      });
    }
    const canonical = pathname.replace(
      `/repositories/${numberOf(settings.repository)}/`,
      `/repos/${settings.repository}/`,
    );
    const route = findRoute(method, canonical);
    const served = `${canonical}/`.startsWith(`/repos/${settings.repository}/`);
    if (route === undefined || !served) {
      if (served) violations.push(`${method} ${path} is not served`);
      return done(notFound);
    }
    const { endpoint, parameters } = route;
    const incoming: Incoming = { path: parameters, query: Object.fromEntries(searchParams), body };
    const wrong = description?.faultsOfRequest(method, endpoint.path, incoming) ?? [];
    if (wrong.length > 0) {
      violations.push(...wrong.map((fault) => `request ${method} ${path}: ${fault}`));
      return done(refuse(500, wrong.join('; ')));
    }
    if (!endpoint.needs.some(([permission, access]) => allows(state.permissions[permission], access))) {
      if (settings.deniedAs === 404) return done(notFound);
      const accepted = endpoint.needs.map(([permission, access]) => `${permission}=${access}`).join('; ');
      return done(refuse(403, 'Resource not accessible by integration'), { 'x-accepted-github-permissions': accepted });
    }
    const answer = await endpoint.answer(world, incoming);
    const page = answer.kind === 'list' ? paginate(answer.items, incoming.query, url + pathname) : undefined;
    const shown: Answer = page === undefined ? answer : { kind: 'one', status: 200, body: page.items };
    const misfits = faultsOf(description, endpoint, shown);
    if (misfits.length > 0) {
      violations.push(...misfits.map((fault) => `answer ${method} ${path}: ${fault}`));
      return done(refuse(500, misfits.join('; ')));
    }
    return done(shown, page?.link === undefined ? {} : { link: page.link });
  }

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

function faultsOf(description: Description | undefined, endpoint: Endpoint, answer: Answer): readonly string[] {
  if (description === undefined || answer.kind === 'list') return [];
  return description.faultsOfAnswer(endpoint.method, endpoint.path, answer.status, answer.body);
}

function isMeant({ where, asks }: Fault, line: string, body: unknown): boolean {
  return (where?.test(line) ?? true) && (asks?.test(JSON.stringify(body) ?? '') ?? true);
}

/** Where the repository is now, by its number, for those who ask for its earlier name. */
function redirectOf(pathname: string, settings: GitHubSettings, url: string): string | undefined {
  const old = `/repos/${settings.movedFrom}/`;
  if (settings.movedFrom === undefined || !pathname.startsWith(old)) return undefined;
  return `${url}/repositories/${numberOf(settings.repository)}/${pathname.slice(old.length)}`;
}

function authorized(request: IncomingMessage, token: string | undefined): boolean {
  return token === undefined || /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1] === token;
}
