import type { z } from 'zod';
import type { ChangedFile, PullRequest, Tree, TreeEntry } from '../../core/pull-request.ts';
import { filesAnswer, pullAnswer } from './answers.ts';
import type { GitHubConnection } from './connect-github.ts';

/** A comparison lists at most so many files, a pull request at most so many. */
export const comparisonLimit = 300;
const pullRequestLimit = 3000;
const perPage = 100;

/**
 * The changed files of a comparison that was cut short: from the pull request's own list, which knows renames with
 * edits, or, where that is cut short too or tells of a newer head, from the two trees.
 */
export async function listChangedFiles(
  connection: GitHubConnection,
  pull: PullRequest,
  tree: (sha: PullRequest['base']) => Promise<Tree>,
): Promise<readonly ChangedFile[]> {
  const listed =
    pull.number === undefined || pull.queued === true
      ? undefined
      : await listOfPull(connection, pull.number, pull.head.sha);
  if (listed !== undefined) return listed;
  const [base, head] = await Promise.all([tree(pull.base), tree(pull.head)]);
  return compareTrees(base, head);
}

async function listOfPull(
  connection: GitHubConnection,
  number: number,
  head: string,
): Promise<readonly ChangedFile[] | undefined> {
  const files: z.infer<typeof filesAnswer>[number][] = [];
  for (let page = 1; files.length === (page - 1) * perPage; page += 1) {
    if (files.length >= pullRequestLimit) return undefined;
    const answered = await connection.ask(filesAnswer, async (octokit, where) => {
      const { data } = await octokit.rest.pulls.listFiles({ ...where, pull_number: number, per_page: perPage, page });
      return data;
    });
    // The trees tell the same with `contents: read` alone.
    if (answered.kind === 'refused') return undefined;
    files.push(...answered.value);
  }
  const now = await connection.ask(
    pullAnswer,
    async (octokit, where) => (await octokit.rest.pulls.get({ ...where, pull_number: number })).data,
  );
  return now.kind === 'answered' && now.value.head.sha === head ? readChanges(files) : undefined;
}

/** GitHub's list of files as changes; a copy is an addition, a change of mode alone a modification. */
export function readChanges(files: z.infer<typeof filesAnswer>): readonly ChangedFile[] {
  return files.flatMap(readChange);
}

function readChange(file: z.infer<typeof filesAnswer>[number]): readonly ChangedFile[] {
  const path = file.filename;
  switch (file.status) {
    case 'added':
    case 'copied':
      return [{ path, status: 'added' }];
    case 'removed':
      return [{ path, status: 'removed' }];
    case 'modified':
    case 'changed':
      return [{ path, status: 'modified' }];
    case 'renamed':
      return file.previous_filename === undefined
        ? [{ path, status: 'added' }]
        : [{ path, previousPath: file.previous_filename, status: 'renamed' }];
    case 'unchanged':
      return [];
  }
}

/**
 * What changed from one tree to another, by object ids alone. A file is renamed where one of the same content is gone;
 * a rename with an edit is seen as removed and added.
 */
function compareTrees(from: Tree, to: Tree): readonly ChangedFile[] {
  const gone = [...from.values()].filter((entry) => !to.has(entry.path));
  const byContent = Map.groupBy(gone, contentOf);
  const movedAway = new Set<string>();
  const changed = [...to.values()].flatMap((entry): ChangedFile[] => {
    const before = from.get(entry.path);
    if (before !== undefined)
      return contentOf(before) === contentOf(entry) ? [] : [{ path: entry.path, status: 'modified' }];
    const origin = byContent.get(contentOf(entry))?.find(({ path }) => !movedAway.has(path));
    if (origin === undefined) return [{ path: entry.path, status: 'added' }];
    movedAway.add(origin.path);
    return [{ path: entry.path, previousPath: origin.path, status: 'renamed' }];
  });
  const removed = gone
    .filter(({ path }) => !movedAway.has(path))
    .map(({ path }): ChangedFile => ({ path, status: 'removed' }));
  return [...changed, ...removed];
}

function contentOf(entry: TreeEntry): string {
  return `${entry.mode} ${entry.id}`;
}
