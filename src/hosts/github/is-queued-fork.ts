import { z } from 'zod';
import type { GitHubConnection } from './connect-github.ts';

const repository = z.object({ full_name: z.string() }).nullable();
const answer = z.object({
  user: z.object({ login: z.string() }).nullable(),
  base: z.object({ repo: repository }),
  head: z.object({ repo: repository }),
});

/** Whether the pull request that a merge queue merges is of a fork, or of Dependabot. In doubt it is. */
export async function isQueuedFork(connection: GitHubConnection, number: number | undefined): Promise<boolean> {
  if (number === undefined) return true;
  const asked = await connection.ask(
    answer,
    async (octokit, where) => (await octokit.rest.pulls.get({ ...where, pull_number: number })).data,
  );
  if (asked.kind === 'refused') return true;
  const { user, base, head } = asked.value;
  return head.repo?.full_name !== base.repo?.full_name || user?.login === 'dependabot[bot]';
}
