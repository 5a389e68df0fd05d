import { afterEach, expect, test } from 'vitest';
import { ProblemError } from '../../../src/core/problem.ts';
import type { GitHubSettings } from '../../../src/embedded/github/world.ts';
import { offerPull } from '../../../src/hosts/github/offer-pull.ts';
import { GitHubRepository } from '../../support/github-repository.ts';
import { type GitHubStage, stageGitHub } from '../../support/github-stage.ts';

let staged: GitHubStage | undefined;
afterEach(async () => {
  expect(staged?.github.violations).toEqual([]);
  await staged?.close();
});

const branch = 'promptgate/offered-cases';
const about = { title: 'Add golden cases', body: 'Look for names.' };

async function stage(permissions: GitHubSettings['permissions'] = { contents: 'write', pull_requests: 'write' }) {
  const repository = new GitHubRepository({ 'a.txt': 'a', 'prompts/deep/b.txt': 'b', 'prompts/c.txt': 'c' });
  staged = await stageGitHub(repository, { permissions, pulls: [] });
  return { repository, connection: staged.connect() };
}

test('opens a pull request once, from a branch of its own with one commit', async () => {
  const { repository, connection } = await stage();
  const offer = await offerPull(connection);
  expect(await offer.text('prompts/deep/b.txt')).toEqual({ kind: 'text', text: 'b' });
  expect(await offer.text('prompts/new.txt')).toEqual({ kind: 'absent' });
  expect(await offer.text('prompts')).toMatchObject({ kind: 'refused' });
  const files = new Map([
    ['prompts/deep/b.txt', 'b\nmore\n'],
    ['prompts/new/d.txt', 'd\n'],
  ]);
  const opened = await offer.open(files, about);
  expect(opened).toMatchObject({ kind: 'opened', url: expect.stringMatching(/\/pull\/1$/u) });
  expect(repository.git('diff', '--name-status', 'main', branch)).toBe('M\tprompts/deep/b.txt\nA\tprompts/new/d.txt');
  expect(repository.git('rev-list', '--count', `main..${branch}`)).toBe('1');
  const tip = repository.git('rev-parse', branch);

  const again = await (await offerPull(connection)).open(new Map([['a.txt', 'other']]), about);
  expect(again).toMatchObject({ kind: 'there', url: opened.kind === 'opened' ? opened.url : '' });
  expect(repository.git('rev-parse', branch)).toBe(tip);
});

test('leaves a branch that is there as it is', async () => {
  const { repository, connection } = await stage();
  repository.git('update-ref', `refs/heads/${branch}`, 'refs/heads/main');
  const opened = await (await offerPull(connection)).open(new Map([['a.txt', 'other']]), about);
  expect(opened).toEqual({ kind: 'branch', branch });
  expect(repository.git('show', `${branch}:a.txt`)).toBe('a');
});

test('says which permission is missing', async () => {
  const { connection } = await stage({ contents: 'read', pull_requests: 'write' });
  const opening = (await offerPull(connection)).open(new Map([['a.txt', 'other']]), about);
  await expect(opening).rejects.toThrow(ProblemError);
  await expect(opening).rejects.toThrow('contents');
});
