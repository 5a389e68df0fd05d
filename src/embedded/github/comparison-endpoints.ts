import { z } from 'zod';
import { type Endpoint, found, notFound, refuse, type World } from './endpoint.ts';
import type { GitChange } from './git-repository.ts';
import { ownerOf } from './identity.ts';
import type { PullSetting } from './world.ts';

/** A pull request lists at most so many files, a comparison at most so many. */
const pullFiles = 3000;
const comparisonFiles = 300;

const newPull = z.object({ title: z.string(), head: z.string(), base: z.string() });

type Ends = { readonly base: string; readonly head: string; readonly mergeBase: string };

/** Pull requests and comparisons: what changed between which commits. */
export const comparisonEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls',
    needs: [['pull_requests', 'read']],
    async answer(world, { query }) {
      const open = [...world.state.pulls.values()].filter((pull) => (pull.state ?? 'open') === 'open');
      const owner = ({ headRepository = world.settings.repository }: PullSetting) => ownerOf(headRepository ?? '');
      const wanted = open.filter((pull) => query.head === undefined || query.head === `${owner(pull)}:${pull.head}`);
      return { kind: 'list', items: await Promise.all(wanted.map((pull) => describePull(world, pull))) };
    },
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/pulls',
    needs: [['pull_requests', 'write']],
    async answer(world, { body }) {
      const { git, state } = world;
      const { title, head, base } = newPull.parse(body);
      if ((await endsOf(world, base, head)) === undefined || (await git.resolve(head)) === (await git.resolve(base)))
        return refuse(422, 'Validation Failed');
      const number = 1 + Math.max(0, ...state.pulls.keys(), ...state.issues().map((issue) => issue.number));
      const pull: PullSetting = { number, title, head, base, author: state.viewer };
      state.pulls.set(number, pull);
      return found(await describePull(world, pull), 201);
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}',
    needs: [['pull_requests', 'read']],
    async answer(world, { path }) {
      const pull = world.state.pulls.get(Number(path.pull_number));
      return pull === undefined ? notFound : found(await describePull(world, pull));
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/files',
    needs: [['pull_requests', 'read']],
    async answer(world, { path }) {
      const pull = world.state.pulls.get(Number(path.pull_number));
      const ends = pull && (await endsOf(world, pull.base, pull.head));
      if (ends === undefined) return notFound;
      const changes = await world.git.changes(ends.mergeBase, ends.head);
      return {
        kind: 'list',
        items: changes.slice(0, pullFiles).map((change) => world.describe.diffEntry(change, ends.head)),
      };
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/compare/{basehead}',
    needs: [['contents', 'read']],
    async answer(world, { path, query }) {
      const [from = '', to = ''] = (path.basehead ?? '').split('...');
      const [base, head] = [await world.git.resolve(from), await world.git.resolve(to)];
      if (base === undefined || head === undefined) return notFound;
      const mergeBase = await world.git.mergeBase(base, head);
      if (mergeBase === undefined) return refuse(404, `No common ancestor between ${from} and ${to}.`);
      return found(await compare(world, { base, head, mergeBase }, query));
    },
  },
];

async function compare(
  world: World,
  { base, head, mergeBase }: Ends,
  query: Readonly<Record<string, string>>,
): Promise<object> {
  const { git, describe } = world;
  const [ahead, behind] = [await git.commitsBetween(base, head), await git.commitsBetween(head, base)];
  const page = Number(query.page ?? 1);
  const perPage = Number(query.per_page ?? (query.page === undefined ? 250 : 30));
  const shown = ahead.slice((page - 1) * perPage, page * perPage);
  const changes: readonly GitChange[] = page === 1 ? await git.changes(mergeBase, head) : [];
  const compared = `${base}...${head}`;
  return {
    url: `${describe.at}/compare/${compared}`,
    html_url: `${describe.page}/compare/${compared}`,
    permalink_url: `${describe.page}/compare/${compared}`,
    diff_url: `${describe.page}/compare/${compared}.diff`,
    patch_url: `${describe.page}/compare/${compared}.patch`,
    base_commit: describe.commit(await git.commit(base)),
    merge_base_commit: describe.commit(await git.commit(mergeBase)),
    status: statusOf(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: (await Promise.all(shown.map(git.commit))).map(describe.commit),
    files: changes.slice(0, comparisonFiles).map((change) => describe.diffEntry(change, head)),
  };
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead > 0) return 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

async function endsOf({ git }: World, baseRef: string, headRef: string): Promise<Ends | undefined> {
  const [base, head] = [await git.resolve(baseRef), await git.resolve(headRef)];
  const mergeBase = base && head && (await git.mergeBase(base, head));
  return base && head && mergeBase ? { base, head, mergeBase } : undefined;
}

/** @throws Error where the pull request names a branch that the repository has not. */
export async function describePull(world: World, pull: PullSetting): Promise<object> {
  const ends = await endsOf(world, pull.base, pull.head);
  if (ends === undefined)
    throw new Error(`pull request ${pull.number}: no branch ${pull.base} or ${pull.head}, or nothing in common`);
  const changes = await world.git.changes(ends.mergeBase, ends.head);
  return world.describe.pull(pull, {
    base: ends.base,
    head: ends.head,
    labels: world.state.labels(pull.number),
    comments: world.state.comments(pull.number).length,
    commits: (await world.git.commitsBetween(ends.base, ends.head)).length,
    additions: changes.reduce((sum, change) => sum + change.additions, 0),
    deletions: changes.reduce((sum, change) => sum + change.deletions, 0),
    changedFiles: changes.length,
    now: world.state.time(),
  });
}
