import type { FileText, TreeEntry } from '../../core/pull-request.ts';
import { blobAnswer } from './answers.ts';
import type { GitHubConnection } from './connect-github.ts';
import { orProblem } from './reading-problem.ts';

const mostBytes = 5 * 1024 * 1024;
const lfsPointer = 'version https://git-lfs.github.com/spec/v1\n';

/** Why a file is not loaded at all, by what the tree says of it: links, submodules and large files. */
export function refusalOf({ mode, bytes }: TreeEntry): FileText | undefined {
  if (mode !== 'file') return { kind: 'refused', why: `it is a ${mode}` };
  if (bytes > mostBytes) return { kind: 'refused', why: `it has ${bytes} bytes; at most ${mostBytes} are read` };
  return undefined;
}

/** A file's text, in a request of its own. @throws ProblemError */
export async function readBlob(connection: GitHubConnection, entry: TreeEntry): Promise<FileText> {
  const { content } = orProblem(
    connection,
    { what: `The file ${JSON.stringify(entry.path)}`, permission: 'contents: read' },
    await connection.ask(
      blobAnswer,
      async (octokit, where) => (await octokit.rest.git.getBlob({ ...where, file_sha: entry.id })).data,
    ),
  );
  return textOf(Buffer.from(content, 'base64'));
}

/** The text that bytes are, or why they are none. */
export function textOf(bytes: Buffer): FileText {
  if (bytes.includes(0)) return { kind: 'refused', why: 'it is a binary file' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.startsWith(lfsPointer))
      return { kind: 'refused', why: 'it is kept in Git LFS: only a pointer is in the repository' };
    return { kind: 'text', text };
  } catch {
    return { kind: 'refused', why: 'it is not UTF-8' };
  }
}
