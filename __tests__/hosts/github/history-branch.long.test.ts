import { execFileSync } from 'node:child_process';
import { afterEach, expect, it } from 'vitest';
import type { GitHubSettings } from '../../../src/embedded/github/world.ts';
import { type HistoryBranch, openHistoryBranch } from '../../../src/hosts/github/history-branch.ts';
import { GitHubRepository } from '../../support/github-repository.ts';
import { type GitHubStage, stageGitHub } from '../../support/github-stage.ts';

const stages: GitHubStage[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) {
    expect(stage.github.violations).toEqual([]);
    await stage.close();
  }
});

async function stage(settings: Partial<GitHubSettings> = {}) {
  const repository = new GitHubRepository({ 'a.txt': 'a' });
  repository.branch('topic');
  const staged = await stageGitHub(repository, { permissions: { contents: 'write' }, ...settings });
  stages.push(staged);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', repository.directory, ...args], { encoding: 'utf8' });
  const open = (): HistoryBranch => openHistoryBranch(staged.connect(), async () => undefined);
  return { ...staged, git, open, repository };
}

const added = (name: string, ...lines: readonly string[]): ReadonlyMap<string, string> =>
  new Map([[name, lines.map((line) => `${line}\n`).join('')]]);

it('begins a branch of its own, and every run adds a commit to it', async () => {
  const { open, git } = await stage();
  expect(await open().read()).toEqual(new Map());
  await open().append(added('2026-11.ndjson', '{"run":1}'), 'Run 1');
  await open().append(added('2026-11.ndjson', '{"run":2}', '{"run":2.5}'), 'Run 2');
  await open().append(added('2026-12.ndjson', '{"run":3}'), 'Run 3');
  expect(await open().read()).toEqual(
    new Map([
      ['2026-11.ndjson', '{"run":1}\n{"run":2}\n{"run":2.5}\n'],
      ['2026-12.ndjson', '{"run":3}\n'],
    ]),
  );
  expect(git('log', '--format=%s', 'promptgate-history').trim().split('\n')).toEqual(['Run 3', 'Run 2', 'Run 1']);
  expect(git('ls-tree', '--name-only', 'promptgate-history')).toContain('README.md');
  expect(git('rev-list', '--count', 'main..promptgate-history').trim()).toBe('3');
  expect(git('log', '--format=%P', '-1', 'promptgate-history~2').trim()).toBe('');
});

it('leaves whatever else people keep on the branch', async () => {
  const { open, git, repository } = await stage();
  await open().append(added('2026-11.ndjson', '{"run":1}'), 'Run 1');
  repository.commit('promptgate-history', { 'notes/why.md': 'Why\n', LICENSE: 'MIT\n' });
  await open().append(added('2026-11.ndjson', '{"run":2}'), 'Run 2');
  expect(git('ls-tree', '-r', '--name-only', 'promptgate-history').trim().split('\n')).toEqual([
    '2026-11.ndjson',
    'LICENSE',
    'README.md',
    'notes/why.md',
  ]);
});

it('two runs at once both land, and neither is forced', async () => {
  const { open, git, github } = await stage();
  await open().append(added('2026-11.ndjson', 'first'), 'First');
  github.fail({
    kind: 'meanwhile',
    where: /PATCH .*git\/refs/u,
    happens: () => open().append(added('2026-11.ndjson', 'meanwhile'), 'Meanwhile'),
  });
  await open().append(added('2026-11.ndjson', 'later'), 'Later');
  expect((await open().read()).get('2026-11.ndjson')).toBe('first\nmeanwhile\nlater\n');
  expect(git('log', '--format=%s', 'promptgate-history').trim().split('\n')).toEqual(['Later', 'Meanwhile', 'First']);
});

it('many runs that begin the branch at once all land', async () => {
  const { open } = await stage();
  const names = Array.from({ length: 5 }, (_, run) => `run-${run}`);
  await Promise.all(names.map((name) => open().append(added('2026-11.ndjson', name), name)));
  expect((await open().read()).get('2026-11.ndjson')?.trim().split('\n').toSorted()).toEqual(names);
});

it('a run that is killed before the branch moves leaves it as it was', async () => {
  const { open, github } = await stage();
  await open().append(added('2026-11.ndjson', 'first'), 'First');
  github.fail({ kind: 'status', status: 500, where: /PATCH .*git\/refs/u, times: 10 });
  await expect(open().append(added('2026-11.ndjson', 'lost'), 'Lost')).rejects.toThrow('could not be written');
  expect((await open().read()).get('2026-11.ndjson')).toBe('first\n');
});

it('names the permission that writing takes', async () => {
  const { open } = await stage({ permissions: { contents: 'read' } });
  await expect(open().append(added('2026-11.ndjson', 'x'), 'X')).rejects.toThrow(
    /`promptgate-history` of shop\/support could not be written/u,
  );
});

it('keeps a file that is replaced as a whole beside the history, and is none of it', async () => {
  const { open, git } = await stage();
  expect(await open().readFile('alerts-drift.json')).toBe('');
  await open().append(added('2026-11.ndjson', 'first'), 'First');
  await open().replaceFile('alerts-drift.json', '{"told":1}\n', 'Told');
  await open().replaceFile('alerts-drift.json', '{"told":2}\n', 'Told again');
  expect(await open().readFile('alerts-drift.json')).toBe('{"told":2}\n');
  expect(await open().read()).toEqual(new Map([['2026-11.ndjson', 'first\n']]));
  expect(git('rev-list', '--count', 'promptgate-history').trim()).toBe('3');
});
