import { type Endpoint, found, notFound, refuse } from './endpoint.ts';

const blobBytes = 100 * 1024 * 1024;
const treeEntries = 100_000;

/** Git's own objects: references, trees, blobs. */
export const objectEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}',
    needs: [['metadata', 'read']],
    answer: ({ describe }) =>
      found({ ...describe.repository(), has_discussions: false, network_count: 0, subscribers_count: 0 }),
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/ref/{ref}',
    needs: [['contents', 'read']],
    async answer({ git, describe }, { path }) {
      const ref = `refs/${path.ref}`;
      const sha = await git.resolve(ref);
      if (sha === undefined) return notFound;
      const object = { type: 'commit', sha, url: `${describe.at}/git/commits/${sha}` };
      return found({ ref, node_id: describe.nodeId('REF', ref), url: `${describe.at}/git/${ref}`, object });
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/trees/{tree_sha}',
    needs: [['contents', 'read']],
    async answer({ git, describe, settings }, { path, query }) {
      const sha = path.tree_sha ?? '';
      const entries = await git.tree((await git.resolve(sha)) ?? sha, query.recursive !== undefined);
      if (entries === undefined) return notFound;
      // One folder alone is listed in full, as far as GitHub says.
      const most = query.recursive === undefined ? Number.POSITIVE_INFINITY : (settings.treeLimit ?? treeEntries);
      return found({
        sha,
        url: `${describe.at}/git/trees/${sha}`,
        truncated: entries.length > most,
        tree: entries.slice(0, most).map((entry) => ({
          path: entry.path,
          mode: entry.mode,
          type: entry.type,
          sha: entry.id,
          ...(entry.bytes === undefined ? {} : { size: entry.bytes }),
          ...(entry.type === 'commit' ? {} : { url: `${describe.at}/git/${entry.type}s/${entry.id}` }),
        })),
      });
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/blobs/{file_sha}',
    needs: [['contents', 'read']],
    async answer({ git, describe }, { path }) {
      const sha = path.file_sha ?? '';
      const content = await git.blob(sha);
      if (content === undefined) return notFound;
      if (content.length > blobBytes) return refuse(403, 'This API returns blobs up to 100 MB in size.');
      return found({
        sha,
        node_id: describe.nodeId('B', sha),
        size: content.length,
        url: `${describe.at}/git/blobs/${sha}`,
        content: content.toString('base64').replace(/.{60}/g, '$&\n'),
        encoding: 'base64',
      });
    },
  },
];
