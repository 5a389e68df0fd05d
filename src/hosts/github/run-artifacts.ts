import { z } from 'zod';
import type { GitHubConnection } from './connect-github.ts';
import { orProblem } from './reading-problem.ts';

/** An artifact that a run of this workflow on the default branch kept. */
export type RunArtifact = {
  readonly id: number;
  readonly run: number;
  /** ISO 8601, UTC: when it was kept, and when its run began. */
  readonly keptAt: string;
  readonly begunAt: string;
  readonly digest?: string;
};

export type RunArtifacts = {
  /** Those of a name, the newest first, each looked at only once it is asked for. @throws ProblemError */
  readonly trusted: AsyncIterable<RunArtifact>;
  /** When the newest one was kept that GitHub has let go since. */
  readonly expired?: string;
};

const artifactsAnswer = z.object({
  artifacts: z.array(
    z.object({
      id: z.int(),
      name: z.string(),
      expired: z.boolean(),
      created_at: z.string().nullable(),
      digest: z.string().nullish(),
      workflow_run: z
        .object({
          id: z.int().optional(),
          repository_id: z.int().optional(),
          head_repository_id: z.int().optional(),
          head_branch: z.string().optional(),
        })
        .nullish(),
    }),
  ),
});

const runAnswer = z.object({
  id: z.int(),
  event: z.string(),
  head_branch: z.string().nullable(),
  workflow_id: z.int(),
  created_at: z.string(),
  repository: z.object({ id: z.int() }),
  head_repository: z.object({ id: z.int() }).nullable(),
});

/** Runs that are looked at: those of other branches and workflows are among them. */
const mostRuns = 20;

/**
 * Finds what earlier runs kept under a name. Whoever may start a workflow may keep an artifact under any name: what is believed was kept
 * by a run of the same workflow, of the default branch of this very repository, and of no pull request.
 * @param about `run`: this one's id; `branch`: the default one, where it is not this run's own
 * @throws ProblemError where GitHub does not say
 */
export async function findRunArtifacts(
  connection: GitHubConnection,
  { name, run, branch }: { readonly name: string; readonly run: number; readonly branch?: string },
): Promise<RunArtifacts> {
  const wanted = { what: `The artifact \`${name}\` of earlier runs`, permission: 'actions: read' };
  const lookAt = async (id: number): Promise<z.infer<typeof runAnswer>> =>
    orProblem(
      connection,
      wanted,
      await connection.ask(
        runAnswer,
        async (octokit, where) => (await octokit.rest.actions.getWorkflowRun({ ...where, run_id: id })).data,
      ),
    );
  const own = await lookAt(run);
  const usual = branch ?? own.head_branch;
  const listed = await connection.ask(
    artifactsAnswer,
    async (octokit, where) => (await octokit.rest.actions.listArtifactsForRepo({ ...where, name, per_page: 100 })).data,
  );
  const candidates = orProblem(connection, wanted, listed)
    .artifacts.filter((one) => one.name === name && one.created_at !== null)
    .filter(({ workflow_run: of }) => of?.head_branch === usual && of?.repository_id === of?.head_repository_id)
    .toSorted((a, b) => Date.parse(b.created_at ?? '') - Date.parse(a.created_at ?? '') || b.id - a.id);
  async function* trusted(): AsyncGenerator<RunArtifact> {
    const held = candidates.filter(({ expired }) => !expired).slice(0, mostRuns);
    for (const { id, created_at: keptAt, digest, workflow_run: of } of held) {
      if (of?.id === undefined || keptAt === null) continue;
      const from = of.id === own.id ? own : await lookAt(of.id);
      const isOurs =
        from.workflow_id === own.workflow_id &&
        from.head_branch === usual &&
        from.head_repository?.id === own.repository.id &&
        !/^(?:pull_request|merge_group)/u.test(from.event);
      if (!isOurs) continue;
      yield { id, run: from.id, keptAt, begunAt: from.created_at, ...(digest == null ? {} : { digest }) };
    }
  }
  const gone = candidates.find(({ expired }) => expired)?.created_at;
  return { trusted: trusted(), ...(gone == null ? {} : { expired: gone }) };
}
