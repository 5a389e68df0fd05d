import type { z } from 'zod';
import { ProblemError } from '../../core/problem.ts';
import type { Revision, Tree, TreeEntry } from '../../core/pull-request.ts';
import { treeAnswer } from './answers.ts';
import type { GitHubConnection } from './connect-github.ts';
import { modeOf } from './mode-of.ts';
import { orProblem } from './reading-problem.ts';

/** GITHUB_TOKEN has 1,000 requests an hour: a tree that would take a good part of them is refused. */
const mostRequests = 300;

type Listing = z.infer<typeof treeAnswer>;

export type GitHubTrees = {
  /** All files of a revision. @throws ProblemError */
  readonly tree: (revision: Revision) => Promise<Tree>;
  /** Whether its files are at hand, or on the way. */
  readonly isAsked: (revision: Revision) => boolean;
  /** One file of it, without reading the whole tree where that is not there yet. @throws ProblemError */
  readonly entry: (revision: Revision, path: string) => Promise<TreeEntry | undefined>;
};

/** Reads trees through the API, each at most once. */
export function openGitHubTrees(connection: GitHubConnection): GitHubTrees {
  const trees = new Map<string, Promise<Tree>>();
  const folders = new Map<string, Promise<Listing>>();

  const list = async (id: string, recursive: boolean): Promise<Listing> =>
    orProblem(
      connection,
      { what: `The files at ${id.slice(0, 12)}`, permission: 'contents: read' },
      await connection.ask(treeAnswer, async (octokit, where) => {
        const { data } = await octokit.rest.git.getTree({
          ...where,
          tree_sha: id,
          ...(recursive ? { recursive: '1' } : {}),
        });
        return data;
      }),
    );
  const folder = (id: string): Promise<Listing> => once(folders, id, () => list(id, false));

  return {
    tree: ({ sha }) => once(trees, sha, () => readTree(sha, list)),
    isAsked: ({ sha }) => trees.has(sha),
    async entry({ sha }, path) {
      const whole = trees.get(sha);
      if (whole !== undefined) return (await whole).get(path);
      const names = path.split('/');
      let at = sha;
      for (const name of names.slice(0, -1)) {
        const { tree, truncated } = await folder(at);
        if (truncated) return (await once(trees, sha, () => readTree(sha, list))).get(path);
        const next = tree.find((entry) => entry.path === name);
        // What is below a link or a submodule is not of this tree.
        if (next?.type !== 'tree') return undefined;
        at = next.sha;
      }
      const { tree, truncated } = await folder(at);
      if (truncated) return (await once(trees, sha, () => readTree(sha, list))).get(path);
      const found = tree.find((entry) => entry.path === names.at(-1) && entry.type !== 'tree');
      return found === undefined ? undefined : entryOf('', found, path);
    },
  };
}

/**
 * A tree is asked for whole; where GitHub cuts it short (over 100,000 entries or 7 MB), folder by folder, each whole again.
 * @throws ProblemError where even so it takes more than `mostRequests`, or one folder alone is cut short
 */
async function readTree(sha: string, list: (id: string, recursive: boolean) => Promise<Listing>): Promise<Tree> {
  let asked = 0;
  const ask = (id: string, recursive: boolean): Promise<Listing> => {
    asked += 1;
    if (asked > mostRequests) throw tooLarge(sha, `it takes more than ${mostRequests} requests`);
    return list(id, recursive);
  };
  const below = async (id: string, prefix: string): Promise<readonly TreeEntry[]> => {
    const whole = await ask(id, true);
    if (!whole.truncated) return filesOf(whole, prefix);
    const folder = await ask(id, false);
    if (folder.truncated)
      throw tooLarge(sha, `GitHub does not list all of ${prefix === '' ? 'its top folder' : prefix}`);
    const parts = [filesOf(folder, prefix)];
    for (const entry of folder.tree) {
      if (entry.type === 'tree') parts.push(await below(entry.sha, `${prefix}${entry.path}/`));
    }
    return parts.flat();
  };
  return new Map((await below(sha, '')).map((entry) => [entry.path, entry]));
}

function filesOf({ tree }: Listing, prefix: string): readonly TreeEntry[] {
  return tree.filter(({ type }) => type !== 'tree').map((entry) => entryOf(prefix, entry));
}

function entryOf(prefix: string, { path, mode, sha, size }: Listing['tree'][number], whole = prefix + path): TreeEntry {
  return { path: whole, mode: modeOf(mode), id: sha, bytes: size ?? 0 };
}

function tooLarge(sha: string, why: string): ProblemError {
  return new ProblemError({
    reason: 'files',
    what: `The files at ${sha.slice(0, 12)} are too many to read through the API: ${why}.`,
    fix: 'Run `promptgate review` on a checkout instead.',
  });
}

function once<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const held = kept.get(key) ?? make();
  kept.set(key, held);
  return held;
}
