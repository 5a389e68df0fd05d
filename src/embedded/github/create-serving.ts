import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerQuery } from './answer-query.ts';
import type { Description, Incoming } from './description.ts';
import { type Answer, allows, type Endpoint, notFound, receive, refuse, send, type World } from './endpoint.ts';
import { findRoute } from './find-route.ts';
import { numberOf } from './identity.ts';
import { paginate } from './paginate.ts';
import { Rate } from './rate.ts';
import { replyWithFault } from './reply-with-fault.ts';
import type { Fault, GitHubSettings, RecordedRequest } from './world.ts';

/** What a GitHub serves from, and what it writes down. */
type Served = {
  readonly url: string;
  readonly world: World;
  readonly description: Description | undefined;
  readonly requests: RecordedRequest[];
  readonly violations: string[];
  readonly faults: readonly { readonly fault: Fault; left: number }[];
};

/** Answers one request as GitHub does: faults first, then the rate limit, the token, the address, the permission. */
export function createServing({
  url,
  world,
  description,
  requests,
  violations,
  faults,
}: Served): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { state, settings } = world;
  const rates = {
    core: new Rate(settings.rateLimit ?? 1000, () => state.now(), 'core'),
    graphql: new Rate(settings.rateLimit ?? 1000, () => state.now(), 'graphql'),
  };

  return async (request, response) => {
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
