import { z } from 'zod';
import { type Answer, type Endpoint, found, notFound, refuse, type World } from './endpoint.ts';
import type { GitTreeEntry } from './git-repository.ts';

const blob = z.object({ content: z.string(), encoding: z.enum(['utf-8', 'base64']).default('utf-8') });
const tree = z.object({
  base_tree: z.string().optional(),
  tree: z.array(z.object({ path: z.string(), mode: z.string(), type: z.string(), sha: z.string() })),
});
const commit = z.object({ message: z.string(), tree: z.string(), parents: z.array(z.string()).default([]) });
const newRef = z.object({ ref: z.string(), sha: z.string() });
const move = z.object({ sha: z.string(), force: z.boolean().default(false) });

/** Git's own objects, written: blobs, trees, commits, references. */
export const writingEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/git/blobs',
    needs: [['contents', 'write']],
    async answer({ git, describe }, { body }) {
      const { content, encoding } = blob.parse(body);
      const sha = await git.writeBlob(Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'));
      return sha === undefined ? invalid : found({ sha, url: `${describe.at}/git/blobs/${sha}` }, 201);
    },
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/git/trees',
    needs: [['contents', 'write']],
    async answer({ git, describe }, { body }) {
      const { base_tree: base, tree: changed } = tree.parse(body);
      if (base !== undefined && (await git.tree(base, false)) === undefined) return notFound;
      const sha = await writeFolders(git, base, changed);
      if (sha === undefined) return invalid;
      const entries = (await git.tree(sha, false)) ?? [];
      const listed = entries.map(({ path, mode, type, id, bytes = 0 }) => ({
        path,
        mode,
        type,
        sha: id,
        size: bytes,
        url: `${describe.at}/git/${type}s/${id}`,
      }));
      return found({ sha, url: `${describe.at}/git/trees/${sha}`, truncated: false, tree: listed }, 201);
    },
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/git/commits',
    needs: [['contents', 'write']],
    async answer({ git, describe }, { body }) {
      const written = commit.parse(body);
      const sha = await git.writeCommit(written);
      if (sha === undefined) return invalid;
      const { author, email, date, message, parents, tree: root } = await git.commit(sha);
      const who = { name: author, email, date };
      const at = (kind: string, id: string): { readonly sha: string; readonly url: string } => ({
        sha: id,
        url: `${describe.at}/git/${kind}/${id}`,
      });
      return found(
        {
          ...at('commits', sha),
          node_id: describe.nodeId('C', sha),
          html_url: `${describe.at}/commit/${sha}`,
          author: who,
          committer: who,
          message,
          tree: at('trees', root),
          parents: parents.map((parent) => ({ ...at('commits', parent), html_url: `${describe.at}/commit/${parent}` })),
          verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
        },
        201,
      );
    },
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/git/refs',
    needs: [['contents', 'write']],
    async answer(world, { body }) {
      const { ref, sha } = newRef.parse(body);
      if ((await world.git.resolve(ref)) !== undefined) return refuse(422, 'Reference already exists');
      return (await world.git.moveRef(ref, sha, null)) ? reference(world, ref, sha, 201) : invalid;
    },
  },
  {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/git/refs/{ref}',
    needs: [['contents', 'write']],
    async answer(world, { path, body }) {
      const ref = `refs/${path.ref}`;
      const { sha, force } = move.parse(body);
      const from = await world.git.resolve(ref);
      if (from === undefined) return refuse(422, 'Reference does not exist');
      const isForward = force || (await world.git.mergeBase(from, sha)) === from;
      // Between what was read and what is written, another run may have moved it.
      const moved = isForward && (await world.git.moveRef(ref, sha, from));
      return moved ? reference(world, ref, sha, 200) : refuse(422, 'Update is not a fast forward');
    },
  },
];

const invalid = refuse(422, 'Validation Failed');

type Entry = z.infer<typeof tree>['tree'][number];

/** A folder with some of its files written anew, and the folders below it. @returns its id */
async function writeFolders(
  git: World['git'],
  base: string | undefined,
  changed: readonly Entry[],
): Promise<string | undefined> {
  const before = base === undefined ? [] : ((await git.tree(base, false)) ?? []);
  const byName = Map.groupBy(changed, ({ path }) => path.split('/', 1)[0] ?? path);
  const written: GitTreeEntry[] = [];
  for (const [name, entries] of byName) {
    const [own] = entries.filter(({ path }) => path === name);
    if (own !== undefined) {
      written.push({ path: name, mode: own.mode, type: own.type, id: own.sha });
      continue;
    }
    const there = before.find(({ path, type }) => path === name && type === 'tree');
    const below = entries.map((entry) => ({ ...entry, path: entry.path.slice(name.length + 1) }));
    const id = await writeFolders(git, there?.id, below);
    if (id === undefined) return undefined;
    written.push({ path: name, mode: '040000', type: 'tree', id });
  }
  return git.writeTree([...before.filter(({ path }) => !byName.has(path)), ...written]);
}

function reference({ describe }: World, ref: string, sha: string, status: number): Answer {
  const object = { type: 'commit', sha, url: `${describe.at}/git/commits/${sha}` };
  return found({ ref, node_id: describe.nodeId('REF', ref), url: `${describe.at}/git/${ref}`, object }, status);
}
