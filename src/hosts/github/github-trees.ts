import type { z } from 'zod';
import { ProblemError } from '../../core/problem.ts';
import type { ChangedFile, Revision, Tree, TreeEntry } from '../../core/pull-request.ts';
import { treeAnswer } from './answers.ts';
import type { GraphQLDoor } from './ask-graphql.ts';
import type { GitHubConnection } from './connect-github.ts';
import { deriveTree, type Glimpse } from './derive-tree.ts';
import {
  type FolderEntry,
  foldersIn,
  gatherFiles,
  type KnownFolders,
  type ListedEntry,
  takeWholeFolders,
} from './known-folders.ts';
import { queryFolders } from './query-folders.ts';
import { type ListedFolder, modeOf } from './read-early.ts';
import { orProblem } from './reading-problem.ts';

/** GITHUB_TOKEN has 1,000 requests an hour: a tree that would take a good part of them is refused. */
const mostRequests = 300;

type Listing = z.infer<typeof treeAnswer>;

export type GitHubTrees = {
  /**
   * All files of a revision.
   * @param touched paths that the pull request changes: where the tree is too large to be listed at once, their folders
   *   are those that another revision need not share
   * @throws ProblemError
   */
  readonly tree: (revision: Revision, touched?: readonly string[]) => Promise<Tree>;
  /** All files of a revision, from those of another where what differs is known. @throws ProblemError */
  readonly derive: (
    revision: Revision,
    from: Revision,
    changed: readonly ChangedFile[],
    seen: Glimpse,
  ) => Promise<Tree>;
  /** Takes folders that were listed beside something else: they are not asked for again. */
  readonly know: (listed: readonly ListedFolder[]) => void;
  /** Whether its files are at hand, or on the way. */
  readonly isAsked: (revision: Revision) => boolean;
  /** One file of it, without reading the whole tree where that is not there yet. @throws ProblemError */
  readonly entry: (revision: Revision, path: string) => Promise<TreeEntry | undefined>;
};

/** Reads trees through the API, each at most once. */
export function openGitHubTrees(connection: GitHubConnection, door: GraphQLDoor): GitHubTrees {
  const trees = new Map<string, Promise<Tree>>();
  const wholes = new Map<string, Promise<Listing>>();
  const folders = new Map<string, Promise<Listing>>();
  const known: KnownFolders = new Map();
  // What one walk finds spares the next one most of its own.
  let walking: Promise<unknown> = Promise.resolve();

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
  // Folders that a walk will need, of whichever revision: the next one asks for them with its own.
  const waiting = new Map<string, 'alone' | 'deep'>();
  const ids = new Map<string, string>();
  const expect = (sha: string, touched: readonly string[]): void => {
    for (const one of [`${sha}:`, ...foldersOf(sha, touched)]) if (!ids.has(one)) waiting.set(one, 'alone');
  };
  const readTree = async (sha: string, touched: readonly string[]): Promise<Tree> => {
    expect(sha, touched);
    const whole = await once(wholes, sha, () => list(sha, true));
    return whole.truncated ? walk(sha, whole) : treeOf(whole.tree);
  };
  /** @param cut listing of it, or of a revision that is much the same */
  const walk = (sha: string, cut: Listing): Promise<Tree> => {
    for (const id of takeWholeFolders(cut.tree, known)) waiting.set(id, 'deep');
    const walked = walking.then(() => walkTree(sha));
    walking = walked.catch(() => undefined);
    return walked;
  };
  /** GitHub cuts a whole tree short over 100,000 entries or 7 MB: what it lacks is listed folder by folder, many at once. */
  const walkTree = async (sha: string): Promise<Tree> => {
    const roots = [...ids].flatMap(([named, id]) => (named.endsWith(':') ? [id] : []));
    for (const id of roots.flatMap((one) => gatherFiles(one, known).missing)) waiting.set(id, 'deep');
    const first = [...waiting].filter(([one]) => !known.has(one) && !ids.has(one));
    waiting.clear();
    const answered = await queryFolders(door, connection.repository, first, known);
    for (const [named, id] of answered.ids) ids.set(named, id);
    let asked = answered.queries;
    let root = ids.get(`${sha}:`);
    if (root === undefined) {
      root = sha;
      known.set(sha, folderOf(await list(sha, false)));
    }
    const ways: ('deep' | 'alone')[] = ['deep', 'alone'];
    for (;;) {
      const { entries, missing } = gatherFiles(root, known);
      const [next] = missing;
      if (next === undefined) return treeOf(entries);
      if (asked > mostRequests) throw tooLarge(sha, `it takes more than ${mostRequests} requests`);
      const [way] = ways;
      if (way !== undefined && door.isOpen()) {
        const named = missing.map((id) => [id, way] as const);
        asked += (await queryFolders(door, connection.repository, named, known)).queries;
        // A way that gives nothing is too dear, or closed.
        if (!known.has(next)) ways.shift();
        continue;
      }
      // Over REST, a folder with all below it; where that is cut short too, by itself.
      const below = await list(next, true);
      asked += 1;
      if (below.truncated) takeWholeFolders(below.tree, known);
      else for (const [id, held] of foldersIn(next, below.tree)) known.set(id, held);
      if (known.has(next)) continue;
      asked += 1;
      known.set(next, folderOf(await list(next, false)));
    }
  };
  const folder = (id: string): Promise<Listing> => once(folders, id, () => list(id, false));

  return {
    tree: ({ sha }, touched = []) => once(trees, sha, () => readTree(sha, touched)),
    derive: ({ sha }, from, changed, seen) =>
      once(trees, sha, async () => {
        expect(sha, touchedBy(changed));
        const whole = await once(wholes, from.sha, () => list(from.sha, true));
        // What was cut short of the one would be cut short of the other.
        if (whole.truncated && door.isOpen()) return walk(sha, whole);
        const derived = whole.truncated ? undefined : deriveTree(whole.tree, changed, seen);
        return derived === undefined ? readTree(sha, touchedBy(changed)) : treeOf(derived);
      }),
    know: (listed) => {
      for (const { named, id, entries } of listed) {
        known.set(id, entries);
        ids.set(named, id);
      }
    },
    isAsked: ({ sha }) => trees.has(sha),
    async entry({ sha }, path) {
      const whole = trees.get(sha);
      if (whole !== undefined) return (await whole).get(path);
      const names = path.split('/');
      let at = sha;
      for (const name of names.slice(0, -1)) {
        const next = (await folder(at)).tree.find((entry) => entry.path === name);
        // What is below a link or a submodule is not of this tree.
        if (next?.type !== 'tree') return undefined;
        at = next.sha;
      }
      const found = (await folder(at)).tree.find((entry) => entry.path === names.at(-1) && entry.type !== 'tree');
      return found === undefined ? undefined : entryOf({ ...found, path });
    },
  };
}

/** All paths that changes name. */
export function touchedBy(changed: readonly ChangedFile[]): readonly string[] {
  return changed.flatMap(({ path, previousPath }) => (previousPath === undefined ? [path] : [path, previousPath]));
}

/** The folders that paths lie in, as GraphQL names those of a revision. */
function foldersOf(sha: string, paths: readonly string[]): readonly string[] {
  const folders = paths.flatMap((path) => {
    const names = path.split('/').slice(0, -1);
    return names.map((_, index) => `${sha}:${names.slice(0, index + 1).join('/')}`);
  });
  return [...new Set(folders)];
}

function folderOf({ tree }: Listing): readonly FolderEntry[] {
  return tree.map((entry) => ({ ...entry, name: entry.path }));
}

function treeOf(listed: readonly ListedEntry[]): Tree {
  return new Map(listed.flatMap((entry) => (entry.type === 'tree' ? [] : [[entry.path, entryOf(entry)]])));
}

function entryOf({ path, mode, sha, size }: ListedEntry): TreeEntry {
  return { path, mode: modeOf(mode), id: sha, bytes: size ?? 0 };
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
