import type { Host } from '../../core/ports.ts';
import { ProblemError } from '../../core/problem.ts';
import type { ChangedFile, FileBytes, FileText, PullRequest, Revision } from '../../core/pull-request.ts';
import { comparisonAnswer, filesAnswer, refAnswer } from './answers.ts';
import { openGraphQLDoor } from './ask-graphql.ts';
import { createBlobReader } from './blob-reader.ts';
import { comparisonLimit, listChangedFiles, readChanges } from './changed-files.ts';
import type { GitHubConnection } from './connect-github.ts';
import type { Glimpse } from './derive-tree.ts';
import { findPullRequest } from './find-pull-request.ts';
import { openGitHubTrees, touchedBy } from './github-trees.ts';
import { readBytes } from './query-blobs.ts';
import { readEarly } from './read-early.ts';
import type { Occasion } from './read-event.ts';
import { orProblem } from './reading-problem.ts';

type Compare = Extract<Occasion, { kind: 'compare' }>;

/**
 * Both sides through GitHub's API, no checkout. One comparison gives the base branch's tip of this moment (the payload's
 * may be old), the merge base and up to 300 changed files, so that a run with nothing to review is over after it and the config.
 */
export function createGitHubHost(connection: GitHubConnection, occasion: Occasion): Host {
  const door = openGraphQLDoor(connection);
  const trees = openGitHubTrees(connection, door);
  const readBlob = createBlobReader(connection, door);
  const blobs = new Map<string, Promise<FileText>>();
  const contents = new Map<string, Promise<FileBytes>>();
  const text = async (revision: Revision, path: string, keep: boolean): Promise<FileText> => {
    if (!isInside(path)) return { kind: 'refused', why: 'it is no path inside the repository' };
    const entry = await trees.entry(revision, path);
    if (entry === undefined) return { kind: 'absent' };
    const key = `${entry.mode} ${entry.id}`;
    const read = blobs.get(key) ?? readBlob(entry);
    if (keep) blobs.set(key, read);
    return read;
  };
  let comparison: Promise<Compared> | undefined;
  let glimpse: Glimpse | undefined;
  const compared = (asked: Compare) => {
    comparison ??= compare(connection, asked);
    return comparison;
  };

  return {
    async pullRequest() {
      switch (occasion.kind) {
        case 'nothing':
          return { nothing: occasion.why };
        case 'unreadable':
          throw new ProblemError({
            reason: 'files',
            what: `What to compare is not known: ${occasion.why}.`,
            fix: 'Run the action on an event as GitHub sends it (GITHUB_EVENT_PATH).',
          });
        case 'alone': {
          const { head, fork } = occasion;
          return { tip: head, base: head, head, fork };
        }
        case 'after-run':
          return (await compared(await findPullRequest(connection, occasion))).pull;
        case 'compare':
          return (await compared(occasion)).pull;
      }
    },
    async changedFiles(pull) {
      const known = occasion.kind === 'compare' ? await compared(occasion) : await comparison;
      const same = known?.pull.base.sha === pull.base.sha && known.pull.head.sha === pull.head.sha;
      return (same ? known?.files : undefined) ?? listChangedFiles(connection, pull, trees.tree);
    },
    tree: async (revision) => {
      const known = comparison === undefined ? undefined : await comparison;
      const { pull, files = [] } = known ?? {};
      if (pull !== undefined && glimpse !== undefined && revision.sha === pull.head.sha)
        return trees.derive(revision, pull.base, files, glimpse);
      return trees.tree(revision, touchedBy(files));
    },
    text: (revision, path) => text(revision, path, true),
    async bytes(revision, path) {
      if (!isInside(path)) return { kind: 'refused', why: 'it is no path inside the repository' };
      const entry = await trees.entry(revision, path);
      if (entry === undefined) return { kind: 'absent' };
      const read = contents.get(entry.id) ?? readBytes(connection, entry);
      contents.set(entry.id, read);
      return read;
    },
    async texts(revision, paths) {
      const isEarly = !trees.isAsked(revision) && door.isOpen() && paths.length <= fewPaths;
      const early = isEarly
        ? await readEarly(door, connection.repository, revision, paths.filter(isInside), aside(await comparison))
        : undefined;
      // What lies below a deeper folder, a walk takes with it at once: known alone, each of its own would be asked for.
      trees.know(early?.listed.filter(({ named }) => isTop(named)) ?? []);
      glimpse ??= early?.glimpse;
      return new Map(
        await Promise.all(
          paths.map(async (path) => [path, early?.texts.get(path) ?? (await text(revision, path, false))] as const),
        ),
      );
    },
  };
}

type Compared = { readonly pull: PullRequest; readonly files: readonly ChangedFile[] | undefined };

/** What is to be seen of the head beside files of the base: enough to know its tree by the base's. */
function aside(known: Compared | undefined): Parameters<typeof readEarly>[4] {
  const files = known?.files?.filter(({ status }) => status !== 'removed');
  if (known === undefined || files === undefined || files.length > mostSeen) return undefined;
  return { revision: known.pull.head, paths: files.map(({ path }) => path) };
}

/** The root of a revision, or `.github`: where the root's config lies. @param named `revision:path` */
function isTop(named: string): boolean {
  return /:(?:\.github)?$/u.test(named);
}

/** Changed files that are looked at so; of more, the tree is sooner read. */
const mostSeen = 100;
/** Without a tree at hand, more paths than these are sooner read with it. */
const fewPaths = 20;

function isInside(path: string): boolean {
  return !path.includes('\0') && !path.startsWith('/') && !path.split('/').includes('..');
}

async function compare(
  connection: GitHubConnection,
  { number, queued, base, policy, head, fork }: Compare,
): Promise<Compared> {
  const [answer, tip] = await Promise.all([
    connection.ask(comparisonAnswer, async (octokit, where) => {
      // One commit a page is the least; the files come with the first page whatever its size.
      const basehead = `${base.name}...${head.sha}`;
      return (await octokit.rest.repos.compareCommitsWithBasehead({ ...where, basehead, per_page: 1, page: 1 })).data;
    }),
    policy === undefined ? undefined : tipOf(connection, policy),
  ]);
  const read = orProblem(
    connection,
    {
      what: `The comparison of ${JSON.stringify(base.name)} with ${head.sha.slice(0, 12)}`,
      permission: 'contents: read',
    },
    answer,
  );
  const pull: PullRequest = {
    ...(number === undefined ? {} : { number }),
    ...(queued === undefined ? {} : { queued }),
    tip: { sha: tip ?? read.base_commit.sha, ref: policy ?? base.ref },
    base: { sha: read.merge_base_commit.sha, ref: base.ref },
    head,
    fork,
  };
  const listed = filesAnswer.safeParse(read.files);
  const complete = listed.success && listed.data.length < comparisonLimit;
  return { pull, files: complete ? readChanges(listed.data) : undefined };
}

async function tipOf(connection: GitHubConnection, branch: string): Promise<string> {
  const answer = await connection.ask(
    refAnswer,
    async (octokit, where) => (await octokit.rest.git.getRef({ ...where, ref: `heads/${branch}` })).data,
  );
  return orProblem(connection, { what: `The branch ${JSON.stringify(branch)}`, permission: 'contents: read' }, answer)
    .object.sha;
}
