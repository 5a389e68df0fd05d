import { afterEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/core/problem.ts';
import type { PullRequest } from '../../../src/core/pull-request.ts';
import type { GitHubSettings } from '../../../src/embedded/github/world.ts';
import type { ConnectionSettings } from '../../../src/hosts/github/connect-github.ts';
import { createGitHubHost } from '../../../src/hosts/github/create-github-host.ts';
import { readEvent } from '../../../src/hosts/github/read-event.ts';
import { GitHubRepository } from '../../support/github-repository.ts';
import { type GitHubStage, stageGitHub } from '../../support/github-stage.ts';

const stages: GitHubStage[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

async function stage(repository: GitHubRepository, settings: Partial<GitHubSettings> = {}): Promise<GitHubStage> {
  const staged = await stageGitHub(repository, settings);
  stages.push(staged);
  return staged;
}

async function hostOf(staged: GitHubStage, settings: Partial<ConnectionSettings> = {}) {
  const event = await staged.github.pullRequestEvent(7, 'synchronize');
  return createGitHubHost(staged.connect(settings), readEvent('pull_request', event));
}

async function pullOf(host: { pullRequest(): Promise<PullRequest | { nothing: string }> }): Promise<PullRequest> {
  const pull = await host.pullRequest();
  if ('nothing' in pull) throw new Error(pull.nothing);
  return pull;
}

const prose = 'Answer from the policy.\nBe brief.\nBe kind.\nNever guess.\nSay when you do not know.\n';

function prompts(): GitHubRepository {
  const repository = new GitHubRepository({
    'promptgate.yml': 'version: 1\n',
    'prompts/a.txt': prose,
    'readme.md': 'hi\n',
  });
  repository.branch('topic');
  return repository;
}

async function problemOf(asked: Promise<unknown>): Promise<string> {
  const fault = await asked.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof ProblemError)) throw new Error(`expected a problem, got ${String(fault)}`);
  return `${fault.problems[0].reason}: ${fault.message}`;
}

describe('the GitHub host', () => {
  it('reads config at the present tip, the old side at the merge base and the new side at the head', async () => {
    const repository = prompts();
    const first = repository.git('rev-parse', 'main');
    const head = repository.commit('topic', { 'prompts/a.txt': `${prose}Bye.\n` });
    const staged = await stage(repository);
    const host = await hostOf(staged);
    const tip = repository.commit('main', {
      'promptgate.yml': 'version: 1 # stricter\n',
      'prompts/a.txt': 'main moved on',
    });
    const pull = await pullOf(host);
    expect(pull).toEqual({
      number: 7,
      tip: { sha: tip, ref: 'main' },
      base: { sha: first, ref: 'main' },
      head: { sha: head, ref: 'topic' },
      fork: false,
    });
    expect(await host.changedFiles(pull)).toEqual([{ path: 'prompts/a.txt', status: 'modified' }]);
    expect(await host.text(pull.tip, 'promptgate.yml')).toEqual({ kind: 'text', text: 'version: 1 # stricter\n' });
    expect(await host.text(pull.base, 'prompts/a.txt')).toEqual({ kind: 'text', text: prose });
    expect(await host.text(pull.head, 'prompts/a.txt')).toEqual({ kind: 'text', text: `${prose}Bye.\n` });
    expect(staged.github.violations).toEqual([]);
  });

  it('needs three requests to find that no prompt changed, and reads no blob twice', async () => {
    const repository = prompts();
    repository.commit('topic', { 'readme.md': 'ho\n' });
    const staged = await stage(repository);
    const host = await hostOf(staged);
    const pull = await pullOf(host);
    await host.changedFiles(pull);
    await host.text(pull.tip, 'promptgate.yml');
    expect(staged.asked().map((line) => line.replace(/[0-9a-f]{40}/g, 'SHA'))).toEqual([
      'GET /compare/main...SHA',
      'GET /git/trees/SHA',
      'GET /git/blobs/SHA',
    ]);
    const [base, head] = await Promise.all([host.tree(pull.base), host.tree(pull.head)]);
    await Promise.all(
      [base, head].flatMap((tree, side) =>
        [...tree.keys()].map((path) => host.text(side ? pull.head : pull.base, path)),
      ),
    );
    const blobs = staged.asked().filter((line) => /blobs|graphql/.test(line));
    expect(blobs.map((line) => line.replace(/[0-9a-f]{40}/g, 'SHA'))).toEqual(['GET /git/blobs/SHA', 'POST /graphql']);
    expect(staged.github.violations).toEqual([]);
  });

  it.each([
    ['an edit', { 'prompts/a.txt': `${prose}Bye.\n` }, 0],
    [
      'files in new folders',
      { 'x/y/z.txt': 'new', 'x/y.txt': 'new', 'prompts.txt': 'beside a folder of that name' },
      0,
    ],
    ['a folder that is gone', { 'prompts/a.txt': null, 'more/b.txt': 'b' }, 0],
    ['a rename into another folder', { 'prompts/a.txt': null, 'texts/a.txt': prose }, 0],
    ['a file in place of a folder', { 'prompts/a.txt': null, prompts: 'a file now' }, 0],
    ['a file that became a link', { 'prompts/a.txt': { link: '../readme.md' } }, 1],
    ['a submodule', { lib: { commit: 'a'.repeat(40) } }, 1],
  ] as const)(
    'knows the head’s files by the base’s and what changed, certain by their hash: %s',
    async (_, files, more) => {
      const repository = prompts();
      repository.commit('topic', { 'kept/deep/c.txt': 'c' });
      repository.git('branch', '-f', 'main', 'topic');
      repository.commit('topic', files);
      const staged = await stage(repository);
      const host = await hostOf(staged);
      const pull = await pullOf(host);
      await host.texts(pull.tip, ['promptgate.yml']);
      const [, head] = await Promise.all([host.tree(pull.base), host.tree(pull.head)]);
      const listed = repository.git('ls-tree', '-r', '-l', 'topic').split('\n');
      expect([...head.values()].map(({ path, id, bytes }) => `${id} ${bytes} ${path}`).toSorted()).toEqual(
        listed
          .map((line) => line.replace(/^\d+ \w+ (\w+) +(\S+)\t/u, (_all, id, bytes) => `${id} ${Number(bytes) || 0} `))
          .toSorted(),
      );
      expect(staged.asked().filter((line) => line.includes('/git/trees/'))).toHaveLength(1 + more);
      expect(staged.github.violations).toEqual([]);
    },
  );

  it('reads a few files with their folders in one query where no tree was read', async () => {
    const repository = prompts();
    repository.commit('main', {
      'conf/own.yml': 'version: 1 # own\n',
      'conf/latin.yml': Buffer.from([0x66, 0xfc, 0x72]),
      'conf/link.yml': { link: 'own.yml' },
      link: { link: 'conf' },
    });
    const staged = await stage(repository);
    const host = await hostOf(staged);
    const { tip } = await pullOf(host);
    const before = staged.asked().length;
    const paths = ['conf/own.yml', 'promptgate.yml', 'conf', 'conf/link.yml', 'link/own.yml', 'gone/a.yml', '../a'];
    const texts = await host.texts(tip, paths);
    expect([...texts]).toEqual([
      ['conf/own.yml', { kind: 'text', text: 'version: 1 # own\n' }],
      ['promptgate.yml', { kind: 'text', text: 'version: 1\n' }],
      ['conf', { kind: 'absent' }],
      ['conf/link.yml', { kind: 'refused', why: 'it is a symlink' }],
      ['link/own.yml', { kind: 'absent' }],
      ['gone/a.yml', { kind: 'absent' }],
      ['../a', { kind: 'refused', why: 'it is no path inside the repository' }],
    ]);
    expect(staged.asked().slice(before)).toEqual(['POST /graphql']);
    expect(await host.texts(tip, ['conf/latin.yml'])).toEqual(
      new Map([['conf/latin.yml', { kind: 'refused', why: 'it is not UTF-8' }]]),
    );
    staged.github.fail({ kind: 'status', status: 403, message: 'No GraphQL for you', where: /graphql/ });
    expect([...(await host.texts(tip, paths))]).toEqual([...texts]);
    const denied = await stage(repository, { graphql: false });
    const other = await hostOf(denied);
    expect([...(await other.texts((await pullOf(other)).tip, paths))]).toEqual([...texts]);
  });

  it('does not take a file that may not be read for one that is not there', async () => {
    const staged = await stage(prompts());
    const host = await hostOf(staged);
    const { tip } = await pullOf(host);
    staged.github.permit('contents', 'none');
    expect(await problemOf(host.texts(tip, ['promptgate.yml']))).toMatch(/^permission: /);
  });

  it('finds a file below folders without reading whole trees, and no file below a link', async () => {
    const repository = prompts();
    repository.commit('main', { 'x/y/z.txt': 'deep', link: { link: 'x' } });
    const staged = await stage(repository);
    const host = await hostOf(staged);
    const { tip } = await pullOf(host);
    expect(await host.text(tip, 'x/y/z.txt')).toEqual({ kind: 'text', text: 'deep' });
    expect(await host.text(tip, 'link/y/z.txt')).toEqual({ kind: 'absent' });
    expect(await host.text(tip, 'x')).toEqual({ kind: 'absent' });
    expect(await host.text(tip, 'x/y/nothing.txt')).toEqual({ kind: 'absent' });
    expect(staged.github.requests.some(({ path }) => path.includes('recursive'))).toBe(false);
  });

  it('names renames by where a file was, whatever its name holds', async () => {
    const repository = prompts();
    const odd = 'prompts/ü "quoted"\nnew line\t#?%20&.txt';
    repository.commit('topic', { 'prompts/a.txt': null, [odd]: `${prose}Bye.\n`, 'prompts/a.txt ': 'x' });
    const staged = await stage(repository);
    const host = await hostOf(staged);
    const pull = await pullOf(host);
    expect(await host.changedFiles(pull)).toEqual([
      { path: 'prompts/a.txt ', status: 'added' },
      { path: odd, previousPath: 'prompts/a.txt', status: 'renamed' },
    ]);
    expect(await host.text(pull.head, odd)).toEqual({ kind: 'text', text: `${prose}Bye.\n` });
    expect((await host.tree(pull.head)).get(odd)?.mode).toBe('file');
    expect(staged.github.violations).toEqual([]);
  });

  it('refuses what is no text of this repository, without loading what is large', async () => {
    const repository = prompts();
    repository.commit('topic', {
      'big.txt': 'x'.repeat(5 * 1024 * 1024 + 1),
      'binary.txt': Buffer.from([65, 0, 66]),
      'latin.txt': Buffer.from([0x66, 0xfc, 0x72]),
      'lfs.txt': 'version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 9\n',
      'link.txt': { link: '/etc/passwd' },
      'marked.txt': '\uFEFFtext',
      module: { commit: 'c'.repeat(40) },
    });
    const staged = await stage(repository);
    const host = await hostOf(staged);
    const { head } = await pullOf(host);
    const why = async (path: string) => {
      const text = await host.text(head, path);
      return text.kind === 'refused' ? text.why : text;
    };
    expect(await why('big.txt')).toMatch(/5242881 bytes/);
    expect(await why('link.txt')).toBe('it is a symlink');
    expect(await why('module')).toBe('it is a submodule');
    expect(staged.asked().filter((line) => line.includes('/git/blobs/'))).toEqual([]);
    expect(await why('binary.txt')).toBe('it is a binary file');
    expect(await why('latin.txt')).toBe('it is not UTF-8');
    expect(await why('lfs.txt')).toMatch(/Git LFS/);
    expect(await why('marked.txt')).toEqual({ kind: 'text', text: 'text' });
    for (const path of ['/etc/passwd', '../x', 'a/../../x', 'a\0b']) expect(await why(path)).toMatch(/no path inside/);
    const tree = await host.tree(head);
    expect(['link.txt', 'module', 'big.txt'].map((path) => tree.get(path)?.mode)).toEqual([
      'symlink',
      'submodule',
      'file',
    ]);
  });

  it('goes on with the list of the pull request where a comparison is cut short', async () => {
    const repository = prompts();
    const many = Object.fromEntries(
      Array.from({ length: 350 }, (_, index) => [`many/${index}.txt`, `file ${index}\n`]),
    );
    repository.commit('topic', { ...many, 'prompts/a.txt': null, 'prompts/z.txt': `${prose}Bye.\n` });
    const staged = await stage(repository);
    const host = await hostOf(staged);
    const changed = await host.changedFiles(await pullOf(host));
    expect(changed).toHaveLength(351);
    expect(changed).toContainEqual({ path: 'prompts/z.txt', previousPath: 'prompts/a.txt', status: 'renamed' });
    expect(staged.asked().filter((line) => line === 'GET /pulls/7/files')).toHaveLength(4);
    expect(staged.github.violations).toEqual([]);
  });

  it('compares the two trees where the pull request has moved on since', async () => {
    const repository = prompts();
    const many = Object.fromEntries(
      Array.from({ length: 301 }, (_, index) => [`many/${index}.txt`, `file ${index}\n`]),
    );
    repository.commit('topic', many);
    const staged = await stage(repository);
    const host = await hostOf(staged);
    const pull = await pullOf(host);
    repository.commit('topic', { 'later.txt': 'pushed while the review ran' });
    const changed = await host.changedFiles(pull);
    expect(changed).toHaveLength(301);
    expect(changed.map(({ path }) => path)).not.toContain('later.txt');
  });

  describe('lists a tree that GitHub cuts short', () => {
    const files = [
      ...Array.from({ length: 16 }, (_, at) => `packages/p${at}/prompts/${at}.prompt.yml`),
      ...Array.from({ length: 12 }, (_, at) => `vendor/v${at % 4}/deep/still/more/${at}.txt`),
      'a/1',
      'a.b/2',
      'a-b/3',
      'zz.txt',
    ];
    const large = () => {
      const repository = prompts();
      const first = Object.fromEntries(files.map((path) => [path, path]));
      repository.commit('main', first);
      repository.commit('topic', { ...first, 'vendor/v3/deep/still/more/new.txt': 'new', link: { link: 'a' } });
      return repository;
    };
    const names = ['promptgate.yml', 'prompts/a.txt', 'readme.md'];
    const atHead = [...files, ...names, 'link', 'vendor/v3/deep/still/more/new.txt'].toSorted();

    it('many folders a request, and those that both sides share once', async () => {
      const staged = await stage(large(), { treeLimit: 40 });
      const host = await hostOf(staged);
      const { head, base, tip } = await pullOf(host);
      const before = staged.asked().length;
      const [next] = await Promise.all([host.tree(head), host.tree(base)]);
      expect([...next.keys()].toSorted()).toEqual(atHead);
      expect(next.get('link')?.mode).toBe('symlink');
      expect(next.get('a.b/2')).toMatchObject({ mode: 'file', bytes: 5 });
      expect(staged.asked().length - before).toBeLessThanOrEqual(4);
      const whole = await hostOf(await stage(large()));
      const shown = (tree: Awaited<ReturnType<typeof host.tree>>) =>
        [...tree.values()].map((one) => JSON.stringify(one));
      expect(shown(next).toSorted()).toEqual(shown(await whole.tree((await pullOf(whole)).head)).toSorted());
      expect([...(await host.tree(tip)).keys()].toSorted()).toEqual([...files, ...names].toSorted());
    });

    it.each([
      ['GraphQL is refused', { graphql: false }],
      ['a query is too dear', { graphqlObjects: 3 }],
    ])('also where %s', async (_, settings) => {
      const staged = await stage(large(), { treeLimit: 40, ...settings });
      const host = await hostOf(staged);
      expect([...(await host.tree((await pullOf(host)).head)).keys()].toSorted()).toEqual(atHead);
      expect(staged.github.violations).toEqual([]);
    });
  });

  it('judges a merge group by what its own pull request adds to those queued before it', async () => {
    const repository = prompts();
    repository.commit('topic', { 'prompts/a.txt': `${prose}Bye.\n` });
    repository.branch('other');
    repository.commit('other', { 'readme.md': 'from another\n' });
    const before = repository.merge('queue-1', 'main', 'other');
    const group = repository.merge('queue-2', 'queue-1', 'topic');
    const staged = await stage(repository);
    const event = {
      merge_group: {
        head_sha: group,
        head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${before}`,
        base_sha: before,
        base_ref: 'refs/heads/main',
      },
    };
    const host = createGitHubHost(staged.connect(), readEvent('merge_group', event));
    const pull = await pullOf(host);
    expect(pull).toMatchObject({
      number: 7,
      queued: true,
      base: { sha: before },
      head: { sha: group },
      tip: { ref: 'main' },
    });
    expect(pull.tip.sha).toBe(repository.git('rev-parse', 'main'));
    expect(await host.changedFiles(pull)).toEqual([{ path: 'prompts/a.txt', status: 'modified' }]);
    expect(staged.github.violations).toEqual([]);
  });

  it('names the permission that is missing', async () => {
    const denied = await stage(prompts(), { permissions: { contents: 'none' } });
    const message = await problemOf((await hostOf(denied)).pullRequest());
    expect(message).toMatch(/^permission: The comparison of "main" .* of shop\/support could not be read/);
    expect(message).toContain("Grant the job's token `contents: read` under `permissions:`");
    const hidden = await stage(prompts(), { permissions: { contents: 'none' }, deniedAs: 404 });
    expect(await problemOf((await hostOf(hidden)).pullRequest())).toMatch(
      /^permission: .*gone, or hidden from this token.*contents: read/s,
    );
    const stranger = await stage(prompts());
    expect(await problemOf((await hostOf(stranger, { token: 'wrong' })).pullRequest())).toMatch(
      /^permission: .*github-token/s,
    );
  });

  it('waits for a rate limit and goes on', async () => {
    const staged = await stage(prompts());
    const said: string[] = [];
    const host = await hostOf(staged, { say: (line) => said.push(line) });
    staged.github.fail({ kind: 'secondary-limit', retryAfterSeconds: 30, status: 403 });
    staged.github.fail({ kind: 'primary-limit', resetInSeconds: 3 });
    expect((await pullOf(host)).number).toBe(7);
    expect(said[0]).toBe("GitHub's secondary rate limit is reached: waiting 30 s.");
    expect(said[1]).toMatch(/^GitHub's rate limit is reached: waiting \d s\.$/);
    expect(staged.github.requests.map(({ status }) => status)).toEqual([403, 403, 200]);
  });

  it('does not wait for an hour, but says when to come back', async () => {
    const staged = await stage(prompts());
    staged.github.fail({ kind: 'primary-limit', resetInSeconds: 3000, times: 9 });
    expect(await problemOf((await hostOf(staged)).pullRequest())).toMatch(
      /^files: .*rate limit.*Run the job again at 20\d\d-.*Z\.$/s,
    );
    expect(staged.github.requests).toHaveLength(1);
  });

  it('asks again after a fault that passes, and names one that lasts', async () => {
    const staged = await stage(prompts());
    staged.github.fail({ kind: 'reset' });
    staged.github.fail({ kind: 'status', status: 502 });
    expect((await pullOf(await hostOf(staged))).number).toBe(7);
    staged.github.fail({ kind: 'status', status: 500, times: 99 });
    const message = await problemOf((await hostOf(staged)).pullRequest());
    expect(message).toMatch(/^files: .*did not answer/);
    expect(message).toContain(staged.github.url);
    expect(message).not.toContain('    at ');
  });

  it('does not take a page of HTML for an answer', async () => {
    const staged = await stage(prompts());
    staged.github.fail({ kind: 'page', html: '<html>Sign in</html>', times: 9 });
    expect(await problemOf((await hostOf(staged)).pullRequest())).toMatch(/^files: .*not GitHub's API.*proxy/s);
  });

  it('says so where nothing listens', async () => {
    const staged = await stage(prompts());
    const host = await hostOf(staged);
    await staged.github.close();
    expect(await problemOf(host.pullRequest())).toMatch(/^files: .*did not answer.*runner can reach GitHub's API/s);
  });

  it('says where two branches have nothing in common', async () => {
    const repository = prompts();
    const staged = await stage(repository);
    const host = await hostOf(staged);
    const stranger = repository.commit('stranger', {});
    const occasion = readEvent('schedule', {}, { sha: stranger, baseRef: 'main' });
    expect(await problemOf(createGitHubHost(staged.connect(), occasion).pullRequest())).toMatch(/No common ancestor/);
    expect((await pullOf(host)).number).toBe(7);
  });

  it('follows a repository that was renamed', async () => {
    const staged = await stage(prompts(), { movedFrom: 'old/name' });
    const event = await staged.github.pullRequestEvent(7, 'opened');
    const host = createGitHubHost(staged.connect({ repository: 'old/name' }), readEvent('pull_request', event));
    const pull = await pullOf(host);
    expect(await host.text(pull.tip, 'promptgate.yml')).toMatchObject({ kind: 'text' });
  });

  it('stops waiting when the run is cancelled', async () => {
    const staged = await stage(prompts());
    const abort = new AbortController();
    const host = await hostOf(staged, { signal: abort.signal, secondMs: 1000, say: () => abort.abort() });
    staged.github.fail({ kind: 'secondary-limit', retryAfterSeconds: 1 });
    expect(await problemOf(host.pullRequest())).toMatch(/the run was cancelled/);
  });

  it('hands on that there is nothing to compare, and refuses an event it cannot read', async () => {
    const staged = await stage(prompts());
    expect(await createGitHubHost(staged.connect(), readEvent('watch', {})).pullRequest()).toMatchObject({
      nothing: expect.any(String),
    });
    expect(await problemOf(createGitHubHost(staged.connect(), readEvent('pull_request', {})).pullRequest())).toMatch(
      /^files: What to compare/,
    );
    expect(staged.github.requests).toEqual([]);
  });
});
