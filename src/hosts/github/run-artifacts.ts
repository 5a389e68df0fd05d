import { z } from 'zod';
import { ProblemError } from '../../core/problem.ts';
import type { GitHubConnection } from './connect-github.ts';
import { orProblem, type Wanted } from './reading-problem.ts';
import { openWorkflowRuns, type WorkflowRun, type WorkflowRuns } from './workflow-runs.ts';

/** An artifact that a run of this workflow on the default branch kept. */
export type RunArtifact = {
  readonly id: number;
  readonly name: string;
  readonly run: number;
  /** ISO 8601, UTC: when it was kept, and when its run began. */
  readonly keptAt: string;
  readonly begunAt: string;
  readonly digest?: string;
};

export type ArtifactSearch = {
  /** What the first one that a run keeps is called. */
  readonly name: string;
  /** Whether one is called as the first or a later one of a run. */
  readonly isNamed: (name: string) => boolean;
  /** This one's id. */
  readonly run: number;
  /** The default branch, where it is not this run's own. */
  readonly branch?: string;
};

/** What became of the search, beside what was taken. */
export type ArtifactsFound = {
  /** When the newest one was kept that GitHub has let go since. */
  readonly expired?: string;
  /** Where none was whole: how many of the name pull requests, forks and other branches kept. */
  readonly strange: number;
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
type Listed = z.infer<typeof artifactsAnswer>['artifacts'][number];

/** Runs whose artifacts are listed, a request each, before those of the name are; and then runs of those that are looked at. */
const mostRuns = 30;
const perPage = 100;
const mostPages = 10;
/** No job lasts longer (GitHub's limit on a runner of one's own): what began earlier had kept what it would. */
const longestRunMs = 5 * 86_400_000;

/**
 * Shows what earlier runs kept under a name, the newest run first, until one is whole and all are shown that its run may not have seen.
 * Whoever may start a workflow may keep any number of artifacts under any name, so that a list of the name may hold none of ours: the runs
 * of this workflow are listed, and then what each kept.
 * @param take whether it is whole
 * @throws ProblemError where GitHub does not say, and where it stays open whether a run of this workflow kept one: no history begins anew
 *   because it could not be found
 */
export async function findRunArtifacts(
  connection: GitHubConnection,
  { name, isNamed, ...about }: ArtifactSearch,
  take: (artifact: RunArtifact) => Promise<boolean>,
): Promise<ArtifactsFound> {
  const wanted = { what: `The artifact \`${name}\` of earlier runs`, permission: 'actions: read' };
  const runs = await openWorkflowRuns(connection, wanted, about);
  const seen: Seen = { runs: new Set() };
  const show = async (from: WorkflowRun): Promise<void> => {
    seen.runs.add(from.id);
    const { artifacts, isWhole } = await listArtifacts(connection, wanted, { run: from.id });
    if (!isWhole) throw new ProblemError(tooMany(name));
    for (const one of artifacts) {
      const { id, name: called, created_at: keptAt, digest } = one;
      if (!isNamed(called) || keptAt === null) continue;
      if (one.expired) seen.expired ??= keptAt;
      // Whatever was kept before the newest one's run began is in it.
      if (one.expired || (seen.since !== undefined && keptAt < seen.since)) continue;
      const begunAt = from.created_at;
      const given = { id, name: called, run: from.id, keptAt, begunAt, ...(digest == null ? {} : { digest }) };
      if (await take(given)) seen.since ??= begunAt;
    }
  };
  const areAll = await showLatest(runs, seen, show);
  if (seen.since !== undefined) return { strange: 0 };
  const named = await listArtifacts(connection, wanted, { name });
  const { strange, others, isOpen } = await showNamed(named.artifacts, { runs, areAll, seen, show });
  if (!areAll && (isOpen || (seen.since === undefined && !named.isWhole))) throw new ProblemError(tooMany(name));
  if (seen.since !== undefined) return { strange: 0 };
  if (seen.expired !== undefined) return { strange, expired: seen.expired };
  if (others > 0) throw new ProblemError(ofAnother(name));
  return { strange };
}

type Seen = {
  /** Those whose artifacts were listed. */
  readonly runs: Set<number>;
  /** When the run of the newest whole one began. */
  since?: string;
  expired?: string;
};
type Show = (from: WorkflowRun) => Promise<void>;

/** @returns whether those are all runs of this workflow that there are */
async function showLatest(runs: WorkflowRuns, seen: Seen, show: Show): Promise<boolean> {
  const ours = runs.believed();
  for (let next = await ours.next(); ; next = await ours.next()) {
    if (next.done === true) return next.value;
    const { created_at: begun, updated_at: ended, status } = next.value;
    const { since } = seen;
    if (since === undefined) {
      if (seen.runs.size >= mostRuns) return false;
    } else if (Date.parse(begun) < Date.parse(since) - longestRunMs) return false;
    else if (status === 'completed' && ended < since) continue;
    await show(next.value);
  }
}

/**
 * Shows what those runs of a list of artifacts kept that are of this workflow, though not among its last.
 * @returns how many are of other workflows, and of forks and the like; and whether some of them might still be ours
 */
async function showNamed(
  listed: readonly Listed[],
  about: { readonly runs: WorkflowRuns; readonly areAll: boolean; readonly seen: Seen; readonly show: Show },
): Promise<{ readonly strange: number; readonly others: number; readonly isOpen: boolean }> {
  const { runs, areAll, seen, show } = about;
  let [strange, others, looks] = [0, 0, 0];
  for (const { workflow_run: of, created_at: keptAt } of listed) {
    if (of?.id === undefined || seen.runs.has(of.id)) continue;
    if (seen.since !== undefined && (keptAt ?? '') < seen.since) break;
    if (!isNear(of, runs)) {
      strange += 1;
      continue;
    }
    looks += 1;
    if (looks > mostRuns || (areAll && others > 0)) return { strange, others, isOpen: true };
    const from = await runs.lookAt(of.id);
    const whose = runs.whose(from);
    if (whose === 'ours') await show(from);
    else if (whose === 'other') others += 1;
    else strange += 1;
  }
  return { strange, others, isOpen: false };
}

/** Of the branch and the repository, as far as the list says: what it does not say is looked at. */
function isNear(
  { head_branch: branch, head_repository_id: repository }: NonNullable<Listed['workflow_run']>,
  runs: WorkflowRuns,
): boolean {
  return (branch ?? runs.branch) === runs.branch && (repository ?? runs.repository) === runs.repository;
}

/** Those of a run, or of a name, the newest first. */
async function listArtifacts(
  connection: GitHubConnection,
  wanted: Wanted,
  of: { readonly run: number } | { readonly name: string },
): Promise<{ readonly artifacts: readonly Listed[]; readonly isWhole: boolean }> {
  const artifacts: Listed[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const listed = await connection.ask(artifactsAnswer, async ({ rest: { actions } }, where) => {
      const asked = { ...where, per_page: perPage, page };
      if ('name' in of) return (await actions.listArtifactsForRepo({ ...asked, name: of.name })).data;
      return (await actions.listWorkflowRunArtifacts({ ...asked, run_id: of.run })).data;
    });
    const found = orProblem(connection, wanted, listed).artifacts;
    artifacts.push(...found);
    if (found.length < perPage) return { artifacts: newestFirst(artifacts), isWhole: true };
  }
  return { artifacts: newestFirst(artifacts), isWhole: false };
}

function newestFirst(artifacts: readonly Listed[]): readonly Listed[] {
  return artifacts.toSorted((a, b) => Date.parse(b.created_at ?? '') - Date.parse(a.created_at ?? '') || b.id - a.id);
}

const tooMany = (name: string) => ({
  reason: 'files' as const,
  what: `whether an earlier run kept the artifact \`${name}\` is not known: the last runs of this workflow kept none, and GitHub lists more artifacts than are looked through.`,
  fix: 'Give this use of Promptgate another `name`, or delete the artifacts of that name that other workflows kept.',
});

const ofAnother = (name: string) => ({
  reason: 'files' as const,
  what: `no run of this workflow kept the artifact \`${name}\`, and runs of another workflow of this branch did, which may be this one’s earlier file.`,
  fix: 'Give this use of Promptgate a `name` of its own; if the workflow’s file was renamed, its history begins anew then.',
});
