import { z } from 'zod';
import type { FileText } from '../../core/pull-request.ts';
import { blobAnswer, refAnswer, treeAnswer } from './answers.ts';
import type { GitHubConnection } from './connect-github.ts';
import { orProblem } from './reading-problem.ts';

/** The one branch that offered cases are on: while it is there, nothing is offered anew. */
const branch = 'promptgate/offered-cases';

/** The default branch as it is, to be added to by a pull request. */
export type PullOffer = {
  /** A file of it; absent files are new ones. */
  readonly text: (path: string) => Promise<FileText>;
  /** Opens the pull request, from a branch of its own that is never moved. @throws ProblemError where the token may not */
  readonly open: (files: ReadonlyMap<string, string>, about: PullAbout) => Promise<OpenedPull>;
};

export type PullAbout = { readonly title: string; readonly body: string };

/** `branch`: a branch of that name is there, and no pull request from it is open. */
export type OpenedPull =
  | { readonly kind: 'opened' | 'there'; readonly url: string }
  | { readonly kind: 'branch'; readonly branch: string };

const repositoryAnswer = z.object({ default_branch: z.string() });
const rootAnswer = treeAnswer.extend({ sha: z.string() });
const created = z.object({ sha: z.string() });
const pullAnswer = z.object({ html_url: z.string() });

/** Reads the default branch's tip, and offers changes of it. @throws ProblemError where it cannot be read */
export async function offerPull(connection: GitHubConnection): Promise<PullOffer> {
  const reading = { what: 'The default branch', permission: 'contents: read' };
  const writing = { what: `The branch \`${branch}\``, permission: 'contents: write', writes: true } as const;
  const pulling = { what: 'The pull request', permission: 'pull-requests: write', writes: true } as const;
  const repository = await connection.ask(
    repositoryAnswer,
    async (octokit, where) => (await octokit.rest.repos.get(where)).data,
  );
  const { default_branch: base } = orProblem(connection, reading, repository);
  const tipped = await connection.ask(
    refAnswer,
    async (octokit, where) => (await octokit.rest.git.getRef({ ...where, ref: `heads/${base}` })).data,
  );
  const tip = orProblem(connection, reading, tipped).object.sha;
  const listed = await connection.ask(
    rootAnswer,
    async (octokit, where) => (await octokit.rest.git.getTree({ ...where, tree_sha: tip, recursive: 'true' })).data,
  );
  const root = orProblem(connection, reading, listed);
  const files = new Map(root.tree.map((entry) => [entry.path, entry]));

  const findOpen = async (): Promise<string | undefined> => {
    const answered = await connection.ask(
      z.array(pullAnswer),
      async (octokit, where) =>
        (await octokit.rest.pulls.list({ ...where, state: 'open', head: `${where.owner}:${branch}` })).data,
    );
    return orProblem(connection, { ...pulling, permission: 'pull-requests: read' }, answered)[0]?.html_url;
  };
  /** @returns whether it was not there yet */
  const makeBranch = async (sha: string): Promise<boolean> => {
    const answered = await connection.ask(
      z.unknown(),
      async (octokit, where) => (await octokit.rest.git.createRef({ ...where, ref: `refs/heads/${branch}`, sha })).data,
    );
    if (answered.kind === 'refused' && answered.refusal.kind === 'rejected' && answered.refusal.status === 422)
      return false;
    orProblem(connection, writing, answered);
    return true;
  };
  const commit = async (changed: ReadonlyMap<string, string>, message: string): Promise<string> => {
    const entries = await Promise.all(
      [...changed].map(async ([path, content]) => {
        const encoded = Buffer.from(content, 'utf8').toString('base64');
        const blob = await connection.ask(
          created,
          async (octokit, where) =>
            (await octokit.rest.git.createBlob({ ...where, content: encoded, encoding: 'base64' })).data,
        );
        return { path, mode: '100644', type: 'blob', sha: orProblem(connection, writing, blob).sha } as const;
      }),
    );
    const tree = await connection.ask(
      created,
      async (octokit, where) =>
        (await octokit.rest.git.createTree({ ...where, base_tree: root.sha, tree: entries })).data,
    );
    const { sha } = orProblem(connection, writing, tree);
    const made = await connection.ask(
      created,
      async (octokit, where) =>
        (await octokit.rest.git.createCommit({ ...where, message, tree: sha, parents: [tip] })).data,
    );
    return orProblem(connection, writing, made).sha;
  };

  return {
    async text(path) {
      const entry = files.get(path);
      if (entry === undefined) {
        return root.truncated ? { kind: 'refused', why: 'the repository has too many files' } : { kind: 'absent' };
      }
      if (entry.type !== 'blob' || entry.mode === '120000') return { kind: 'refused', why: 'it is no plain file' };
      const answered = await connection.ask(
        blobAnswer,
        async (octokit, where) => (await octokit.rest.git.getBlob({ ...where, file_sha: entry.sha })).data,
      );
      const { content } = orProblem(connection, reading, answered);
      return { kind: 'text', text: Buffer.from(content, 'base64').toString('utf8') };
    },
    async open(changed, { title, body }) {
      const open = await findOpen();
      if (open !== undefined) return { kind: 'there', url: open };
      if (!(await makeBranch(await commit(changed, title)))) return { kind: 'branch', branch };
      const answered = await connection.ask(
        pullAnswer,
        async (octokit, where) => (await octokit.rest.pulls.create({ ...where, title, body, head: branch, base })).data,
      );
      return { kind: 'opened', url: orProblem(connection, pulling, answered).html_url };
    },
  };
}
