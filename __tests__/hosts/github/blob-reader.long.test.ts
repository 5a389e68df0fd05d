import { afterEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/core/problem.ts';
import type { FileText, PullRequest } from '../../../src/core/pull-request.ts';
import type { GitHubSettings } from '../../../src/embedded/github/world.ts';
import type { ConnectionSettings } from '../../../src/hosts/github/connect-github.ts';
import { createGitHubHost } from '../../../src/hosts/github/create-github-host.ts';
import { readEvent } from '../../../src/hosts/github/read-event.ts';
import { type Files, GitHubRepository } from '../../support/github-repository.ts';
import { type GitHubStage, stageGitHub } from '../../support/github-stage.ts';

const stages: GitHubStage[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

/** `count` different files, and more. */
function manyFiles(count: number, more: Files = {}): Files {
  const files = Array.from({ length: count }, (_, index) => [`cases/${index}.yml`, `- { id: case-${index} } # ü\n`]);
  return { ...Object.fromEntries(files), ...more };
}

async function open(
  files: Files,
  settings: Partial<GitHubSettings> = {},
  connection: Partial<ConnectionSettings> = {},
) {
  const repository = new GitHubRepository({ 'readme.md': 'hi\n' });
  repository.branch('topic');
  repository.commit('topic', files);
  const staged = await stageGitHub(repository, settings);
  stages.push(staged);
  const said: string[] = [];
  const event = await staged.github.pullRequestEvent(7, 'opened');
  const connected = staged.connect({ say: (line) => said.push(line), ...connection });
  const host = createGitHubHost(connected, readEvent('pull_request', event));
  const pull = await host.pullRequest();
  if ('nothing' in pull) throw new Error(pull.nothing);
  const { head }: PullRequest = pull;
  const tree = await host.tree(head);
  const before = staged.github.requests.length;
  const read = (paths: readonly string[] = Object.keys(files)) =>
    Promise.all(paths.map(async (path): Promise<[string, FileText]> => [path, await host.text(head, path)]));
  const count = () => {
    const asked = staged.github.requests.slice(before);
    const queries = asked.filter(({ path }) => path === '/graphql').length;
    return { queries, others: asked.length - queries };
  };
  return { host, head, tree, read, count, said, github: staged.github };
}

function textsOf(files: Files): readonly (readonly [string, FileText])[] {
  return Object.entries(files).map(([path, text]) => [path, { kind: 'text', text: String(text) }]);
}

async function problemOf(asked: Promise<unknown>): Promise<string> {
  const fault = await asked.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof ProblemError)) throw new Error(`expected a problem, got ${String(fault)}`);
  return fault.message;
}

describe('reading many files from GitHub', () => {
  it('takes a query for a hundred files that are asked for together', async () => {
    const files = manyFiles(250);
    const { read, count, github } = await open(files);
    expect(await read()).toEqual(textsOf(files));
    expect(count()).toEqual({ queries: 3, others: 0 });
    await read();
    expect(count()).toEqual({ queries: 3, others: 0 });
    expect(github.violations).toEqual([]);
  });

  it('takes one request for one file, and one for those of equal content', async () => {
    const { read, count } = await open({ 'a.txt': 'same', 'b.txt': 'same' });
    expect(await read()).toEqual(textsOf({ 'a.txt': 'same', 'b.txt': 'same' }));
    expect(count()).toEqual({ queries: 0, others: 1 });
  });

  it('gives many texts at once that are not held for later', async () => {
    const files = manyFiles(60);
    const { host, head, count } = await open(files);
    expect(await host.texts(head, [...Object.keys(files), 'nothing.yml'])).toEqual(
      new Map([...textsOf(files), ['nothing.yml', { kind: 'absent' }]]),
    );
    await host.texts(head, Object.keys(files));
    expect(count()).toEqual({ queries: 2, others: 0 });
  });

  it('reads in requests of their own what GraphQL does not give byte for byte', async () => {
    const odd: Files = {
      'latin.txt': Buffer.from([0x66, 0xfc, 0x72]),
      'binary.txt': Buffer.from([65, 0, 66]),
      'marked.txt': '\uFEFFtext',
      'lfs.txt': 'version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 9\n',
      'long.txt': 'ü'.repeat(300_000),
      'nearly.txt': 'x'.repeat(499_999),
      'huge.txt': 'x'.repeat(5 * 1024 * 1024 + 1),
      link: { link: 'latin.txt' },
    };
    const files = manyFiles(20, odd);
    const { read, count } = await open(files);
    const held = new Map(await read());
    expect([...held].filter(([path]) => path.startsWith('cases/'))).toEqual(textsOf(manyFiles(20)));
    expect(held.get('latin.txt')).toEqual({ kind: 'refused', why: 'it is not UTF-8' });
    expect(held.get('binary.txt')).toEqual({ kind: 'refused', why: 'it is a binary file' });
    expect(held.get('marked.txt')).toEqual({ kind: 'text', text: 'text' });
    expect(held.get('lfs.txt')).toMatchObject({ kind: 'refused', why: expect.stringContaining('Git LFS') });
    expect(held.get('long.txt')).toEqual({ kind: 'text', text: 'ü'.repeat(300_000) });
    expect(held.get('nearly.txt')).toEqual({ kind: 'text', text: 'x'.repeat(499_999) });
    expect(held.get('huge.txt')).toMatchObject({ kind: 'refused', why: expect.stringContaining('5242881 bytes') });
    expect(held.get('link')).toEqual({ kind: 'refused', why: 'it is a symlink' });
    // Latin, binary and long texts; the huge file and the link are not loaded at all.
    expect(count()).toEqual({ queries: 1, others: 3 });
  });

  it('keeps a query small where files are large', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`${index}.txt`, `${index}${'x'.repeat(400_000)}`]),
    );
    const { read, count } = await open(files);
    expect(await read()).toEqual(textsOf(files));
    expect(count()).toEqual({ queries: 3, others: 0 });
  });

  it('reads files one by one where the token may not use GraphQL, and says so once', async () => {
    const files = manyFiles(30);
    const { read, count, said } = await open(files, { graphql: false });
    expect(await read()).toEqual(textsOf(files));
    expect(count()).toEqual({ queries: 1, others: 30 });
    expect(said).toEqual([
      "GitHub's GraphQL cannot be used (Resource not accessible by integration): files are read one by one.",
    ]);
  });

  it.each([
    [404, 'Not Found'],
    [403, 'Resource not accessible by personal access token'],
    [401, 'This endpoint requires you to be authenticated.'],
  ])('reads files one by one where GraphQL answers %i', async (status, message) => {
    const files = manyFiles(5);
    const { read, count, github } = await open(files);
    github.fail({ kind: 'status', status, message, where: /graphql/, times: 99 });
    expect(await read()).toEqual(textsOf(files));
    expect(count()).toEqual({ queries: 1, others: 5 });
  });

  it('reads files one by one where a page of HTML answers in place of GraphQL', async () => {
    const files = manyFiles(5);
    const { read, count, github } = await open(files);
    github.fail({ kind: 'page', html: '<html>Sign in</html>', where: /graphql/, times: 99 });
    expect(await read()).toEqual(textsOf(files));
    expect(count()).toEqual({ queries: 2, others: 5 });
  });

  it('asks for less where a query was too dear, and keeps what it gave', async () => {
    const files = manyFiles(90);
    const { read, count } = await open(files, { graphqlObjects: 40 });
    expect(await read()).toEqual(textsOf(files));
    expect(count()).toEqual({ queries: 3, others: 0 });
  });

  it('asks again after a fault that passes, and for less after one that lasts', async () => {
    const files = manyFiles(80);
    const { read, count, github } = await open(files);
    const slow = 'Something went wrong while executing your query. This may be the result of a timeout.';
    github.fail({ kind: 'reset', where: /graphql/ });
    expect(await read(Object.keys(files).slice(0, 40))).toHaveLength(40);
    expect(count()).toEqual({ queries: 2, others: 0 });
    github.fail({ kind: 'graphql-errors', errors: [{ message: slow }], where: /graphql/ });
    github.fail({ kind: 'status', status: 502, where: /graphql/ });
    expect(await read()).toEqual(textsOf(files));
    expect(count()).toEqual({ queries: 6, others: 0 });
  });

  it('goes on without GraphQL where it does not answer at all', async () => {
    const files = manyFiles(40);
    const { read, count, github, said } = await open(files);
    github.fail({ kind: 'status', status: 502, where: /graphql/, times: 99 });
    expect(await read()).toEqual(textsOf(files));
    expect(count().others).toBe(40);
    expect(count().queries).toBeLessThanOrEqual(8);
    expect(said).toHaveLength(1);
  });

  it('waits where it asked too fast, and says so where that is of no use', async () => {
    const files = manyFiles(10);
    const { read, count, github, said } = await open(files);
    github.fail({ kind: 'secondary-limit', retryAfterSeconds: 20, where: /graphql/ });
    expect(await read()).toEqual(textsOf(files));
    expect(count()).toEqual({ queries: 2, others: 0 });
    expect(said).toEqual(["GitHub's secondary rate limit is reached: waiting 20 s."]);
    const other = await open(files);
    other.github.fail({ kind: 'secondary-limit', retryAfterSeconds: 3000, status: 429, where: /graphql/, times: 9 });
    const message = await problemOf(other.read());
    expect(message).toContain('The files "cases/0.yml" and 9 more of shop/support could not be read');
    expect(message).toContain('Run the job again in 3000 s.');
  });

  it('takes the requests of REST where the points of GraphQL are used up', async () => {
    const files = manyFiles(10);
    const { read, count, github, said } = await open(files);
    const errors = [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded for installation ID 1.' }];
    github.fail({ kind: 'graphql-errors', errors, where: /graphql/, times: 9 });
    expect(await read()).toEqual(textsOf(files));
    expect(count().others).toBe(10);
    expect(said.at(-1)).toMatch(/^GitHub's GraphQL cannot be used \(.*rate limit.*\): files are read one by one\.$/i);
  });

  it('names the file that cannot be read, and gives the others', async () => {
    const files = manyFiles(10);
    const { host, head, tree, github } = await open({ ...files, module: { commit: 'c'.repeat(40) } });
    const lost = tree.get('cases/3.yml')?.id ?? '';
    github.fail({
      kind: 'graphql-errors',
      errors: [{ type: 'FORBIDDEN', message: 'No.' }],
      where: /graphql/,
      times: 9,
    });
    github.fail({ kind: 'status', status: 500, where: new RegExp(`blobs/${lost}`), times: 99 });
    const asked = await Promise.allSettled(Object.keys(files).map((path) => host.text(head, path)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(9);
    const fault = asked[3];
    expect(fault?.status === 'rejected' ? String(fault.reason.message) : '').toMatch(
      /^The file "cases\/3.yml" of shop\/support could not be read/,
    );
  });

  it('stops where the run is cancelled', async () => {
    const abort = new AbortController();
    const files = manyFiles(10);
    const { read, github } = await open(files, {}, { signal: abort.signal });
    github.fail({ kind: 'meanwhile', happens: () => abort.abort(), where: /graphql/ });
    expect(await problemOf(read())).toContain('the run was cancelled');
  });
});
