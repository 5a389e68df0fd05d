import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishIssues } from '../../src/core/publish/publish-issues.ts';
import { type EmbeddedGitHub, startGitHub } from '../../src/embedded/github/start-github.ts';
import type { GitHubSettings } from '../../src/embedded/github/world.ts';
import { connectGitHub } from '../../src/hosts/github/connect-github.ts';
import { createGitHubIssues } from '../../src/hosts/github/create-github-issues.ts';
import { GitHubRepository } from '../support/github-repository.ts';

describe('issues on GitHub', () => {
  let repository: GitHubRepository;
  let github: EmbeddedGitHub;
  beforeEach(() => {
    repository = new GitHubRepository({ 'README.md': 'Shop\n' });
  });
  afterEach(async () => {
    expect(github.violations).toEqual([]);
    await github.close();
    repository.remove();
  });
  const begin = async (settings: Partial<GitHubSettings> = {}) => {
    github = await startGitHub({
      directory: repository.directory,
      repository: 'shop/support',
      description: new URL('../../fixtures/github-api.json', import.meta.url).pathname,
      token: 'ghs_issues',
      permissions: { issues: 'write' },
      ...settings,
    });
    return createGitHubIssues(
      connectGitHub({
        token: 'ghs_issues',
        apiUrl: github.url,
        repository: 'shop/support',
        say: () => undefined,
        signal: AbortSignal.timeout(20_000),
      }),
    );
  };
  const wanted = (...keys: readonly string[]) => ({
    kind: 'retiring',
    wishes: keys.map((key) => ({ key, title: `${key} ends`, render: (marker: string) => `Move.\n\n${marker}` })),
    closing: (_: string, marker: string) => `Moved.\n\n${marker}`,
    seal: undefined,
  });

  it('are created, found again among those of people and pages of others, updated and closed', async () => {
    const board = await begin();
    for (let at = 0; at < 120; at++) github.issue('robin', `Question ${at}`, 'How?');
    expect((await publishIssues(board, wanted('a', 'b'))).map(({ kind }) => kind)).toEqual(['created', 'created']);
    expect((await publishIssues(board, wanted('a'))).map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'kept a',
      'closed b',
    ]);
    const ours = github.issues().filter(({ author }) => author !== 'robin');
    expect(ours.map(({ title, state }) => `${title}: ${state}`)).toEqual(['a ends: open', 'b ends: closed']);
    expect(ours[1]?.body).toMatch(/^Moved\./u);
  });

  it('are not believed where someone else wrote the marker', async () => {
    const board = await begin();
    await publishIssues(board, wanted('a'));
    const [first] = github.issues();
    github.issue('mallory', 'mine', first?.body ?? '');
    expect((await publishIssues(board, wanted('a'))).map(({ kind }) => kind)).toEqual(['kept']);
    expect((await publishIssues(board, wanted())).map(({ kind }) => kind)).toEqual(['closed']);
    expect(github.issues().map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  it.each([
    ['none', 403],
    ['read', 403],
    ['none', 404],
  ] as const)('that may not be written (%s, %s) name the permission `issues: write`', async (issues, deniedAs) => {
    const board = await begin({ permissions: { issues }, deniedAs });
    const [outcome] = await publishIssues(board, wanted('a'));
    expect(outcome).toMatchObject({ kind: 'refused' });
    expect(outcome !== undefined && 'permission' in outcome && outcome.permission).toMatch(/issues: (?:write|read)/u);
  });
});
