import { z } from 'zod';
import { ProblemError } from '../../core/problem.ts';
import type { GitHubConnection } from './connect-github.ts';
import type { Occasion } from './read-event.ts';
import { orProblem } from './reading-problem.ts';

const answer = z.array(
  z.object({
    number: z.int().positive(),
    base: z.object({ ref: z.string().min(1) }),
    head: z.object({ sha: z.string() }),
  }),
);

type AfterRun = Extract<Occasion, { kind: 'after-run' }>;

/**
 * The open pull request whose head is the very commit that the other workflow ran on, by GitHub's word alone: what that
 * run wrote or uploaded may be of the pull request's own making.
 * @throws ProblemError where there is none. It must not be green: a commit that is no head now may be one again.
 */
export async function findPullRequest(
  connection: GitHubConnection,
  { owner, head, fork }: AfterRun,
): Promise<Extract<Occasion, { kind: 'compare' }>> {
  const asked = await connection.ask(answer, async (octokit, where) => {
    const wanted = { ...where, state: 'open', head: `${owner}:${head.ref}`, per_page: 100 } as const;
    return (await octokit.rest.pulls.list(wanted)).data;
  });
  const what = `The pull requests of ${JSON.stringify(`${owner}:${head.ref}`)}`;
  const listed = orProblem(connection, { what, permission: 'pull-requests: read' }, asked);
  const pull = listed.find((each) => each.head.sha === head.sha);
  if (pull === undefined) {
    throw new ProblemError({
      reason: 'files',
      what: `No open pull request of ${JSON.stringify(`${owner}:${head.ref}`)} has ${head.sha.slice(0, 12)} as its head any more.`,
      fix: 'The run after its last push reviews it; a closed pull request needs no review.',
    });
  }
  const { number, base } = pull;
  return { kind: 'compare', number, base: { name: base.ref, ref: base.ref }, head, fork };
}
