import type { Found, Given, Node } from './answer-query.ts';
import type { GitRepository, GitTreeEntry } from './git-repository.ts';

/** GitHub cuts a text here; the limit is not documented, and has been this for years. */
const textBytes = 512_000;

/** Git's objects as GraphQL shows them, at most `most` of them. */
export function openGitObjects(git: GitRepository, most: number): { readonly find: (given: Given) => Promise<Found> } {
  let taken = 0;
  const find = async ({ oid, expression }: Given): Promise<Found> => {
    taken += 1;
    if (taken > most) {
      return { kind: 'fault', type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Resource limits for this query exceeded.' };
    }
    if (typeof oid !== 'string' && typeof expression !== 'string') return { kind: 'nothing' };
    const named = await git.object(String(oid ?? expression));
    return named === undefined ? { kind: 'nothing' } : { kind: 'node', node: await nodeOf(named.id, named.type) };
  };
  const nodeOf = async (id: string, type: string): Promise<Node> => {
    const shown = {
      oid: (): Found => ({ kind: 'scalar', value: id }),
      abbreviatedOid: (): Found => ({ kind: 'scalar', value: id.slice(0, 7) }),
    };
    switch (type) {
      case 'blob':
        return { type: 'Blob', also: ['GitObject', 'Node'], fields: { ...shown, ...blobFields(await git.blob(id)) } };
      case 'tree':
        return { type: 'Tree', also: ['GitObject', 'Node'], fields: { ...shown, entries: () => entriesOf(id) } };
      default:
        return { type: 'Commit', also: ['GitObject', 'Node'], fields: { ...shown, tree: () => treeOf(id) } };
    }
  };
  const treeOf = async (commit: string): Promise<Found> => {
    const { tree } = await git.commit(commit);
    return { kind: 'node', node: await nodeOf(tree, 'tree') };
  };
  const entriesOf = async (tree: string): Promise<Found> => {
    const entries = (await git.tree(tree, false)) ?? [];
    return { kind: 'list', nodes: entries.map(entryNode) };
  };
  const entryNode = ({ path, mode, type, id, bytes }: GitTreeEntry): Node => {
    // GitHub gives the mode as a number, where git and the REST API write it octal.
    const values = { name: path, mode: Number.parseInt(mode, 8), type, oid: id, size: bytes ?? 0 };
    return {
      type: 'TreeEntry',
      also: [],
      fields: {
        ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => ({ kind: 'scalar', value })])),
        object: async () => (type === 'commit' ? { kind: 'nothing' } : { kind: 'node', node: await nodeOf(id, type) }),
      },
    };
  };
  return { find };
}

/** As GitHub reads a blob: bytes that hold a zero are binary, other encodings than UTF-8 are told in UTF-8, long texts are cut. */
function blobFields(content: Buffer = Buffer.alloc(0)): Node['fields'] {
  const isBinary = content.includes(0);
  const isTruncated = content.length > textBytes;
  return {
    byteSize: () => ({ kind: 'scalar', value: content.length }),
    isBinary: () => ({ kind: 'scalar', value: isBinary }),
    isTruncated: () => ({ kind: 'scalar', value: isTruncated }),
    text: () => ({ kind: 'scalar', value: isBinary ? null : readText(content.subarray(0, textBytes)) }),
  };
}

function readText(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}
