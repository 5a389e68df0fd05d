import { afterEach, describe, expect, it } from 'vitest';
import type { Forum } from '../../../src/core/forum.ts';
import { readAcceptance } from '../../../src/core/publish/acceptance.ts';
import type { Statement } from '../../../src/core/publish/decide-comment.ts';
import { publishComment } from '../../../src/core/publish/publish-comment.ts';
import type { GitHubSettings } from '../../../src/embedded/github/world.ts';
import { createGitHubForum } from '../../../src/hosts/github/create-github-forum.ts';
import { GitHubRepository } from '../../support/github-repository.ts';
import { type GitHubStage, stageGitHub } from '../../support/github-stage.ts';

const stages: GitHubStage[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

async function stage(settings: Partial<GitHubSettings> = {}) {
  const repository = new GitHubRepository({ 'a.txt': 'a' });
  repository.branch('topic');
  const head = repository.commit('topic', { 'a.txt': 'b' });
  let minute = 0;
  const staged = await stageGitHub(repository, {
    now: () => Date.UTC(2026, 0, 1, 0, minute),
    roles: { ada: 'write', root: 'admin', tess: 'triage' },
    ...settings,
  });
  stages.push(staged);
  const wait = () => {
    minute += 1;
  };
  // Each run of the action has a connection of its own.
  const forum = () => createGitHubForum(staged.connect());
  const statement: Statement = {
    name: '',
    run: '1/1',
    startedAt: 1,
    head,
    verdict: 'regressed',
    fingerprint: 'f1',
    carried: {},
  };
  const publish = (more: Partial<Statement> = {}, by: Forum = forum()) =>
    publishComment(by, 7, {
      statement: { ...statement, ...more },
      seal: undefined,
      begin: true,
      render: (marker) => `${marker}\nrun ${more.run ?? '1/1'} says ${more.fingerprint ?? 'f1'}`,
    });
  const accepts = (fingerprint: string) =>
    readAcceptance(forum(), { pull: 7, label: 'promptgate:accept', name: '', fingerprint, seal: undefined });
  return { ...staged, head, wait, forum, publish, accepts };
}

describe('the comment', () => {
  it('is created once and updated after, beside all the others', async () => {
    const { github, publish, asked } = await stage();
    for (let count = 0; count < 120; count += 1) github.comment(7, 'ada', `remark ${count}`);
    expect(await publish()).toEqual({
      kind: 'written',
      url: 'https://github.com/shop/support/pull/7#issuecomment-1121',
    });
    const requests = asked();
    expect(requests.slice(0, 4).toSorted()).toEqual([
      'GET /issues/7/comments',
      'GET /issues/7/comments',
      'GET /pulls/7',
      'POST /graphql',
    ]);
    expect(requests.slice(4)).toEqual(['POST /issues/7/comments', 'GET /issues/7/comments', 'GET /issues/7/comments']);
    expect(await publish({ run: '2/1', startedAt: 2, fingerprint: 'f2' })).toMatchObject({ kind: 'written' });
    expect(github.comments(7)).toHaveLength(121);
    expect(github.comments(7).at(-1)?.body).toContain('run 2/1 says f2');
    expect(github.violations).toEqual([]);
  });

  it('is not taken from another who copied the marker', async () => {
    const { github, publish } = await stage();
    await publish();
    const forged = github.comments(7)[0]?.body ?? '';
    const other = await stage();
    other.github.comment(7, 'github-actions', forged);
    other.github.comment(7, 'eve', forged);
    await other.publish({ run: '2/1', startedAt: 2 });
    expect(other.github.comments(7).map(({ author }) => author)).toEqual([
      'github-actions',
      'eve',
      'github-actions[bot]',
    ]);
  });

  it('stays one when two runs create it at once, and the later run has the word', async () => {
    for (const [first, second] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const { github, publish } = await stage();
      github.fail({
        kind: 'meanwhile',
        where: /^POST .*comments/,
        happens: async () => void (await publish({ run: `second/${second}`, startedAt: second })),
      });
      await publish({ run: `first/${first}`, startedAt: first });
      const comments = github.comments(7);
      expect(comments).toHaveLength(1);
      expect(comments[0]?.body).toContain(first > second ? 'run first' : 'run second');
      expect(github.violations).toEqual([]);
    }
  });

  it('is left to the newer commit when one was pushed meanwhile', async () => {
    const { github, repository, publish } = await stage();
    repository.commit('topic', { 'a.txt': 'c' });
    expect(await publish()).toMatchObject({ kind: 'superseded' });
    expect(github.comments(7)).toEqual([]);
  });

  it('is found by the login alone where GraphQL is closed', async () => {
    const { github, publish } = await stage({ graphql: false });
    await publish();
    await publish({ run: '2/1', startedAt: 2, fingerprint: 'f2' });
    expect(github.comments(7)).toHaveLength(1);
  });

  it('is that of an app or a person where the token is theirs', async () => {
    for (const viewer of ['my-gate[bot]', 'robin']) {
      const { github, publish } = await stage({ viewer });
      github.comment(7, 'github-actions[bot]', 'hello');
      await publish();
      await publish({ run: '2/1', startedAt: 2, fingerprint: 'f2' });
      expect(github.comments(7).map(({ author }) => author)).toEqual(['github-actions[bot]', viewer]);
    }
  });

  it('that cannot be written comes back as data that names the permission', async () => {
    const { publish } = await stage({ permissions: { pull_requests: 'read', issues: 'read' } });
    expect(await publish()).toEqual({
      kind: 'not-written',
      message: 'Resource not accessible by integration',
      permission: 'issues: write or pull-requests: write',
    });
    const hidden = await stage({ permissions: { pull_requests: 'none', issues: 'none' }, deniedAs: 404 });
    expect(await hidden.publish()).toMatchObject({ kind: 'not-written', permission: 'pull-requests: read' });
  });

  it('that is refused for another reason says so', async () => {
    const { github, forum, publish } = await stage();
    expect(await forum().create(7, 'x'.repeat(65_537))).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('65536'),
    });
    github.fail({
      kind: 'status',
      where: /^POST .*comments/,
      status: 403,
      message: 'Unable to create comment because issue is locked.',
    });
    expect(await publish()).toMatchObject({
      kind: 'not-written',
      message: 'Unable to create comment because issue is locked',
    });
    await github.close();
    expect(await publish()).toMatchObject({ kind: 'not-written', message: expect.any(String) });
  });
});

describe('accepting by label', () => {
  it('holds for what was shown when it was set, in the next run and in the merge group', async () => {
    const { github, wait, publish, accepts } = await stage();
    await publish();
    wait();
    github.label(7, 'Promptgate:Accept', 'ada');
    wait();
    expect(await accepts('f1')).toEqual({
      kind: 'accepted',
      by: 'ada',
      at: '2026-01-01T00:01:00.000Z',
      fingerprint: 'f1',
    });
    // The comment that lists the acceptance is written later, and what was accepted stays so.
    await publish({ run: '2/1', startedAt: 2 });
    expect(await accepts('f1')).toMatchObject({ kind: 'accepted' });
    expect(github.violations).toEqual([]);
  });

  it('does not hold for a later push, and holds again when that is taken back', async () => {
    const { github, wait, publish, accepts } = await stage();
    await publish();
    wait();
    github.label(7, 'promptgate:accept', 'ada');
    wait();
    expect(await accepts('f2')).toMatchObject({ kind: 'not-accepted' });
    await publish({ run: '2/1', startedAt: 2, fingerprint: 'f2' });
    wait();
    expect(await accepts('f2')).toMatchObject({ kind: 'not-accepted' });
    await publish({ run: '3/1', startedAt: 3, fingerprint: 'f1' });
    expect(await accepts('f1')).toMatchObject({ kind: 'accepted' });
    wait();
    github.unlabel(7, 'promptgate:accept', 'ada');
    github.label(7, 'promptgate:accept', 'root');
    expect(await accepts('f1')).toMatchObject({ kind: 'accepted', by: 'root' });
  });

  it('does not hold once the label is gone, and asks little where it is not set', async () => {
    const { github, wait, publish, accepts, asked } = await stage();
    await publish();
    wait();
    const before = asked().length;
    expect(await accepts('f1')).toEqual({ kind: 'not-accepted', why: 'the label promptgate:accept is not set' });
    expect(asked().length - before).toBe(1);
    github.label(7, 'promptgate:accept', 'ada');
    github.unlabel(7, 'promptgate:accept', 'ada');
    expect(await accepts('f1')).toMatchObject({ kind: 'not-accepted' });
  });

  it('takes write permission, of a person, at this moment', async () => {
    const { github, wait, publish, accepts } = await stage();
    await publish();
    wait();
    for (const by of ['tess', 'stranger', 'github-actions[bot]']) {
      github.label(7, 'promptgate:accept', by);
      expect(await accepts('f1')).toMatchObject({ kind: 'not-accepted', why: expect.stringContaining(by) });
      github.unlabel(7, 'promptgate:accept', by);
    }
    github.label(7, 'promptgate:accept', 'ada');
    expect(await accepts('f1')).toMatchObject({ kind: 'accepted' });
    github.appoint('ada', 'read');
    expect(await accepts('f1')).toMatchObject({ kind: 'not-accepted' });
    expect(github.violations).toEqual([]);
  });

  it('is not believed of a comment that another wrote', async () => {
    const { github, wait, publish } = await stage();
    await publish();
    const forged = github.comments(7)[0]?.body ?? '';
    const other = await stage();
    other.github.comment(7, 'eve', forged);
    other.wait();
    other.github.label(7, 'promptgate:accept', 'ada');
    wait();
    expect(await other.accepts('f1')).toMatchObject({
      kind: 'not-accepted',
      why: expect.stringContaining('no comment of ours'),
    });
  });

  it('that cannot be read is no acceptance, and names the permission', async () => {
    const { accepts } = await stage({ permissions: { pull_requests: 'none' } });
    expect(await accepts('f1')).toMatchObject({
      kind: 'not-accepted',
      why: expect.stringContaining('`pull-requests: read`'),
    });
  });
});
