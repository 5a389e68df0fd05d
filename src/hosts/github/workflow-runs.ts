import { z } from 'zod';
import type { GitHubConnection } from './connect-github.ts';
import { orProblem, type Wanted } from './reading-problem.ts';

const runAnswer = z.object({
  id: z.int(),
  event: z.string(),
  status: z.string().nullable(),
  head_branch: z.string().nullable(),
  workflow_id: z.int(),
  created_at: z.string(),
  updated_at: z.string(),
  repository: z.object({ id: z.int() }),
  head_repository: z.object({ id: z.int() }).nullable(),
});
const runsAnswer = z.object({ workflow_runs: z.array(runAnswer) });

export type WorkflowRun = z.infer<typeof runAnswer>;

/** Runs of this workflow, as GitHub lists them. */
export type WorkflowRuns = {
  /** The branch whose runs are believed, and the repository. */
  readonly branch: string | null;
  readonly repository: number;
  /** This run where it is of that branch, then the others that are believed, the newest first. @returns whether there are no more */
  readonly believed: () => AsyncGenerator<WorkflowRun, boolean>;
  readonly lookAt: (id: number) => Promise<WorkflowRun>;
  /** `ours`: a run of this workflow; `other`: of another one, as near; `strange`: of a fork, another branch or a pull request. */
  readonly whose: (run: WorkflowRun) => 'ours' | 'other' | 'strange';
};

const perPage = 100;
/** GitHub lists no more of what is searched for. */
const mostPages = 10;

/**
 * The runs whose word counts are those of the workflow of this one, of a branch of this very repository, and of no pull request: a fork's
 * branch may have any name.
 * @param about `run`: this one's id; `branch`: where it is not this run's own
 * @throws ProblemError where GitHub does not say; each of what is returned does too
 */
export async function openWorkflowRuns(
  connection: GitHubConnection,
  wanted: Wanted,
  about: { readonly run: number; readonly branch?: string },
): Promise<WorkflowRuns> {
  const lookAt = async (id: number): Promise<WorkflowRun> =>
    orProblem(
      connection,
      wanted,
      await connection.ask(
        runAnswer,
        async (octokit, where) => (await octokit.rest.actions.getWorkflowRun({ ...where, run_id: id })).data,
      ),
    );
  const own = await lookAt(about.run);
  const branch = about.branch ?? own.head_branch;
  const whose = (run: WorkflowRun): 'ours' | 'other' | 'strange' => {
    const isNear = run.head_branch === branch && run.head_repository?.id === own.repository.id;
    if (!isNear || /^(?:pull_request|merge_group)/u.test(run.event)) return 'strange';
    return run.workflow_id === own.workflow_id ? 'ours' : 'other';
  };
  async function* believed(): AsyncGenerator<WorkflowRun, boolean> {
    if (whose(own) === 'ours') yield own;
    for (let page = 1; page <= mostPages; page += 1) {
      const of = { workflow_id: own.workflow_id, ...(branch === null ? {} : { branch }) };
      const asked = { ...of, per_page: perPage, page };
      const listed = orProblem(
        connection,
        wanted,
        await connection.ask(
          runsAnswer,
          async (octokit, where) => (await octokit.rest.actions.listWorkflowRuns({ ...where, ...asked })).data,
        ),
      ).workflow_runs;
      for (const run of listed) if (run.id !== own.id && whose(run) === 'ours') yield run;
      if (listed.length < perPage) return true;
    }
    return false;
  }
  return { branch, repository: own.repository.id, believed, lookAt, whose };
}
