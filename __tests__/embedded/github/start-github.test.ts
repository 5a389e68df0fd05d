import { afterEach, describe, expect, it } from 'vitest';
import { readDescription } from '../../../src/embedded/github/description.ts';
import { type EmbeddedGitHub, startGitHub } from '../../../src/embedded/github/start-github.ts';
import type { GitHubSettings } from '../../../src/embedded/github/world.ts';
import { GitHubRepository } from '../../support/github-repository.ts';

const description = new URL('../../../fixtures/github-api.json', import.meta.url).pathname;
const open: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function start(
  repository: GitHubRepository,
  settings: Partial<GitHubSettings> = {},
): Promise<EmbeddedGitHub & { readonly ask: typeof ask }> {
  const github = await startGitHub({
    directory: repository.directory,
    repository: 'shop/support',
    description,
    token: 't',
    pulls: [{ number: 7, base: 'main', head: 'topic' }],
    ...settings,
  });
  open.push(github.close, () => repository.remove());
  async function ask(path: string, init: RequestInit = {}) {
    const response = await fetch(`${github.url}${path}`, {
      ...init,
      headers: { authorization: 'token t', ...init.headers },
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  }
  return { ...github, ask };
}

function twoBranches(): GitHubRepository {
  const repository = new GitHubRepository({ 'a.txt': 'one\ntwo\nthree\nfour\nfive\n', 'b.txt': 'kept\n' });
  repository.branch('topic');
  repository.commit('topic', { 'a.txt': null, 'dir/ü "new\nline".txt': 'one\ntwo\nthree\nfour\nfive\n', 'c.txt': 'c' });
  repository.commit('main', { 'b.txt': 'moved on\n' });
  return repository;
}

const at = '/repos/shop/support';

describe('the embedded GitHub', () => {
  it('answers queries of GraphQL for blobs, trees and commits, with what they cost', async () => {
    const repository = new GitHubRepository({
      'a.txt': 'ü\n',
      'dir/b.bin': Buffer.from([65, 0]),
      'dir/long.txt': 'x'.repeat(600_000),
      'dir/latin.txt': Buffer.from([0xfc]),
      link: { link: 'a.txt' },
    });
    const github = await start(repository);
    const [commit, blob] = [repository.git('rev-parse', 'main'), repository.git('rev-parse', 'main:a.txt')];
    const ask = (query: string, variables: object = {}) =>
      github.ask('/graphql', { method: 'POST', body: JSON.stringify({ query, variables }) });
    const { status, headers, body } = await ask(
      `query Files($owner: String!, $name: String!) {
        viewer { login }
        rateLimit { cost remaining }
        repository(owner: $owner, name: $name) {
          a: object(oid: "${blob}") { __typename ...Content }
          long: object(expression: "${commit}:dir/long.txt") { ...Content }
          binary: object(expression: "main:dir/b.bin") { ...Content }
          latin: object(expression: "main:dir/latin.txt") { ...Content }
          gone: object(expression: "main:nothing") { ...Content }
          root: object(oid: "${commit}") { ... on Commit { tree { entries { name mode type size } } } }
        }
      }
      fragment Content on Blob { oid byteSize isBinary isTruncated text }`,
      { owner: 'shop', name: 'support' },
    );
    expect([status, headers.get('x-ratelimit-resource')]).toEqual([200, 'graphql']);
    expect(body.data.viewer).toEqual({ login: 'github-actions' });
    expect(body.data.rateLimit).toEqual({ cost: 1, remaining: 999 });
    const { a, long, binary, latin, gone, root } = body.data.repository;
    const whole = { isBinary: false, isTruncated: false };
    expect(a).toEqual({ __typename: 'Blob', oid: blob, byteSize: 3, ...whole, text: 'ü\n' });
    expect(long).toMatchObject({ byteSize: 600_000, isTruncated: true, text: 'x'.repeat(512_000) });
    expect(binary).toMatchObject({ isBinary: true, text: null });
    expect(latin).toMatchObject({ byteSize: 1, ...whole, text: 'ü' });
    expect(gone).toBeNull();
    expect(root.tree.entries).toEqual([
      { name: 'a.txt', mode: 33188, type: 'blob', size: 3 },
      { name: 'dir', mode: 16384, type: 'tree', size: 0 },
      { name: 'link', mode: 40960, type: 'blob', size: 5 },
    ]);
    expect((await ask('{ repository(owner: "shop", name: "gone") { nameWithOwner } }')).body).toMatchObject({
      data: { repository: null },
      errors: [{ type: 'NOT_FOUND', path: ['repository'] }],
    });
    expect((await ask('{ viewer { shoe } }')).body).toMatchObject({ errors: [{ path: ['query', 'viewer', 'shoe'] }] });
    expect((await ask('{ viewer { login }')).body).toMatchObject({
      errors: [{ message: expect.stringContaining('end of document') }],
    });
    github.permit('contents', 'none');
    const denied = `{ repository(owner: "shop", name: "support") { a: object(oid: "${blob}") { oid } } }`;
    expect((await ask(denied)).body).toMatchObject({
      data: { repository: { a: null } },
      errors: [{ type: 'FORBIDDEN', path: ['repository', 'a'] }],
    });
    expect(github.violations).toEqual([]);
  });

  it('answers every endpoint as the description of GitHub says', async () => {
    const repository = twoBranches();
    const github = await start(repository, { roles: { ada: 'maintain' } });
    github.label(7, 'ok', 'ada');
    github.unlabel(7, 'ok', 'ada');
    const blob = repository.git('rev-parse', 'main:b.txt');
    const created = await github.ask(`${at}/issues/7/comments`, { method: 'POST', body: '{"body":"hi"}' });
    const answers = [
      await github.ask(`${at}/pulls/7`),
      await github.ask(`${at}/pulls/7/files?per_page=100`),
      await github.ask(`${at}/compare/main...topic?per_page=1`),
      await github.ask(`${at}/git/ref/heads%2Fmain`),
      await github.ask(`${at}/git/trees/main?recursive=1`),
      await github.ask(`${at}/git/blobs/${blob}`),
      await github.ask(`${at}/issues/7/comments`),
      await github.ask(`${at}/issues/comments/${created.body.id}`, { method: 'PATCH', body: '{"body":"ho"}' }),
      await github.ask(`${at}/issues/7/events`),
      await github.ask(`${at}/collaborators/ada/permission`),
    ];
    expect(github.violations).toEqual([]);
    expect(created.status).toBe(201);
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200));
    expect(answers.at(-1)?.body).toMatchObject({ permission: 'write', role_name: 'maintain' });
    const gone = await github.ask(`${at}/issues/comments/${created.body.id}`, { method: 'DELETE' });
    expect([gone.status, github.comments(7)]).toEqual([204, []]);
    expect(github.violations).toEqual([]);
  });

  it('compares with the merge base and names renames, odd file names included', async () => {
    const repository = twoBranches();
    const github = await start(repository);
    const { body } = await github.ask(`${at}/compare/main...topic`);
    expect(
      body.files.map((file: Record<string, unknown>) => [file.status, file.filename, file.previous_filename]),
    ).toEqual([
      ['added', 'c.txt', undefined],
      ['renamed', 'dir/ü "new\nline".txt', 'a.txt'],
    ]);
    expect(body.base_commit.sha).toBe(repository.git('rev-parse', 'main'));
    expect(body.merge_base_commit.sha).toBe(repository.git('merge-base', 'main', 'topic'));
    expect([body.status, body.ahead_by, body.behind_by]).toEqual(['diverged', 1, 1]);
  });

  it('refuses and records a request that GitHub does not describe', async () => {
    const github = await start(twoBranches());
    expect((await github.ask(`${at}/pulls/7?colour=red`)).status).toBe(500);
    expect((await github.ask(`${at}/issues/7/comments`, { method: 'POST', body: '{"body":7}' })).status).toBe(500);
    expect((await github.ask(`${at}/stargazers`)).status).toBe(404);
    expect(github.violations).toEqual([
      `request GET ${at}/pulls/7?colour=red: query colour is not in the description`,
      `request POST ${at}/issues/7/comments: body: it/body must be string`,
      `GET ${at}/stargazers is not served`,
    ]);
  });

  it('would refuse an answer of its own that does not fit', () => {
    const { faultsOfAnswer } = readDescription(description);
    const pull = ['GET', '/repos/{owner}/{repo}/pulls/{pull_number}'] as const;
    expect(faultsOfAnswer(...pull, 200, { number: 7 })).toEqual([expect.stringContaining('required property')]);
    expect(faultsOfAnswer(...pull, 418, {})).toEqual(['status 418 is not in the description']);
    expect(faultsOfAnswer(...pull, 403, { message: 'no' })).toEqual([]);
  });

  it('pages lists with Link headers, a hundred at most', async () => {
    const github = await start(twoBranches());
    for (let count = 0; count < 150; count += 1) github.comment(7, 'ada', `comment ${count}`);
    const first = await github.ask(`${at}/issues/7/comments?per_page=500`);
    expect(first.body).toHaveLength(100);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await github.ask(next.slice(github.url.length));
    expect(second.body).toHaveLength(50);
    expect(second.headers.get('link')).toMatch(/rel="prev".*rel="first"/);
  });

  it('denies as GitHub denies', async () => {
    const github = await start(twoBranches(), { permissions: { contents: 'none', pull_requests: 'read' } });
    const denied = await github.ask(`${at}/compare/main...topic`);
    expect([denied.status, denied.body.message]).toEqual([403, 'Resource not accessible by integration']);
    expect(denied.headers.get('x-accepted-github-permissions')).toBe('contents=read');
    const comment = await github.ask(`${at}/issues/7/comments`, { method: 'POST', body: '{"body":"hi"}' });
    expect(comment.headers.get('x-accepted-github-permissions')).toBe('issues=write; pull_requests=write');
    const stranger = await fetch(`${github.url}${at}/pulls/7`);
    expect(stranger.status).toBe(401);
    await stranger.text();
    expect(github.violations).toEqual([]);
  });

  it('ends at its rate limit and tells when it begins anew', async () => {
    let now = 1_800_000_000_000;
    const github = await start(twoBranches(), { rateLimit: 2, now: () => now });
    const answers = [
      await github.ask(`${at}/pulls/7`),
      await github.ask(`${at}/pulls/7`),
      await github.ask(`${at}/pulls/7`),
    ];
    expect(answers.map(({ status, headers }) => [status, headers.get('x-ratelimit-remaining')])).toEqual([
      [200, '1'],
      [200, '0'],
      [403, '0'],
    ]);
    expect(answers[2]?.headers.get('x-ratelimit-reset')).toBe('1800003600');
    now += 3_600_000;
    expect((await github.ask(`${at}/pulls/7`)).status).toBe(200);
  });

  it('refuses a comment over 65,536 characters, new or edited', async () => {
    const github = await start(twoBranches());
    const body = JSON.stringify({ body: 'x'.repeat(65_537) });
    const { id } = github.comment(7, 'ada', 'x'.repeat(65_536));
    expect((await github.ask(`${at}/issues/7/comments`, { method: 'POST', body })).status).toBe(422);
    expect((await github.ask(`${at}/issues/comments/${id}`, { method: 'PATCH', body })).status).toBe(422);
    expect(github.violations).toEqual([]);
  });

  it('sends those who ask for its earlier name to where it is now', async () => {
    const github = await start(twoBranches(), { movedFrom: 'old/name' });
    const answer = await github.ask('/repos/old/name/pulls/7');
    expect([answer.status, answer.body.number]).toEqual([200, 7]);
    expect(github.requests.map(({ status }) => status)).toEqual([301, 200]);
  });

  it('cuts trees at its limit and says so', async () => {
    const github = await start(twoBranches(), { treeLimit: 1 });
    const { body } = await github.ask(`${at}/git/trees/topic?recursive=1`);
    expect([body.truncated, body.tree.length]).toEqual([true, 1]);
  });

  it('serves blobs of any bytes side by side', async () => {
    const repository = twoBranches();
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 256));
    repository.commit('main', { 'bytes.bin': bytes, 'empty.txt': '' });
    const github = await start(repository);
    const ids = ['bytes.bin', 'empty.txt', 'b.txt'].map((name) => repository.git('rev-parse', `main:${name}`));
    const read = await Promise.all([...ids, 'f'.repeat(40), ...ids].map((id) => github.ask(`${at}/git/blobs/${id}`)));
    expect(read.map(({ body }) => body.size)).toEqual([100_000, 0, 9, undefined, 100_000, 0, 9]);
    expect(Buffer.from(read[0]?.body.content, 'base64').equals(bytes)).toBe(true);
  });

  it('tells a deleted fork by its absence', async () => {
    const github = await start(twoBranches(), {
      pulls: [{ number: 7, base: 'main', head: 'topic', headRepository: null }],
    });
    expect((await github.ask(`${at}/pulls/7`)).body.head.repo).toBeNull();
    expect(github.violations).toEqual([]);
  });

  it('writes events as the runner receives them', async () => {
    const repository = twoBranches();
    repository.merge('queue', 'main', 'topic');
    const github = await start(repository);
    expect(await github.pullRequestEvent(7, 'opened')).toMatchObject({
      action: 'opened',
      number: 7,
      pull_request: { head: { sha: repository.git('rev-parse', 'topic') } },
      repository: { full_name: 'shop/support' },
    });
    expect(await github.mergeGroupEvent(7, 'queue')).toMatchObject({
      merge_group: { head_sha: repository.git('rev-parse', 'queue'), base_ref: 'refs/heads/main' },
    });
  });
});
