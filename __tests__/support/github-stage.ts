import { type EmbeddedGitHub, startGitHub } from '../../src/embedded/github/start-github.ts';
import type { GitHubSettings } from '../../src/embedded/github/world.ts';
import {
  type ConnectionSettings,
  connectGitHub,
  type GitHubConnection,
} from '../../src/hosts/github/connect-github.ts';
import type { GitHubRepository } from './github-repository.ts';

/** A repository on an embedded GitHub, and a connection to it that does not wait long. */
export type GitHubStage = {
  readonly repository: GitHubRepository;
  readonly github: EmbeddedGitHub;
  readonly connect: (settings?: Partial<ConnectionSettings>) => GitHubConnection;
  /** Methods and paths asked so far, below the repository and without queries. */
  readonly asked: () => readonly string[];
  readonly close: () => Promise<void>;
};

const description = new URL('../../fixtures/github-api.json', import.meta.url).pathname;

export async function stageGitHub(
  repository: GitHubRepository,
  settings: Partial<GitHubSettings> = {},
): Promise<GitHubStage> {
  const github = await startGitHub({
    directory: repository.directory,
    repository: 'shop/support',
    description,
    token: 't',
    pulls: [{ number: 7, base: 'main', head: 'topic' }],
    ...settings,
  });
  return {
    repository,
    github,
    connect: (more = {}) =>
      connectGitHub({ token: 't', apiUrl: github.url, repository: 'shop/support', secondMs: 1, ...more }),
    asked: () =>
      github.requests.map(
        ({ method, path }) => `${method} ${path.replace('/repos/shop/support', '').replace(/\?.*/, '')}`,
      ),
    async close() {
      await github.close();
      repository.remove();
    },
  };
}
