import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { FileBytes, FileText, TreeEntry } from '../../core/pull-request.ts';
import { blobAnswer } from './answers.ts';
import type { GitHubConnection } from './connect-github.ts';
import { orProblem } from './reading-problem.ts';

const blob = z.object({ isTruncated: z.boolean().nullish(), text: z.string().nullish() });
const answer = z.object({ repository: z.record(z.string(), z.unknown()).nullish() });

/** The query that gives the texts of files by their object ids, and its variables. */
export function queryBlobs(
  repository: string,
  entries: readonly TreeEntry[],
): readonly [query: string, variables: Readonly<Record<string, string>>] {
  const [owner = '', name = ''] = repository.split('/');
  const objects = entries.map(({ id }, index) => `b${index}: object(oid: "${id}") { ...Content }`).join('\n');
  const query = `query ($owner: String!, $name: String!) {
repository(owner: $owner, name: $name) {
${objects}
}
}
${contentOf}`;
  return [query, { owner, name }];
}

/** What is asked of a blob. */
export const contentOf = 'fragment Content on Blob { isTruncated text }';

/**
 * The texts that an answer gives byte for byte, by object id. GitHub cuts long texts and writes other encodings anew in
 * UTF-8; whether it did, the object id tells, which is a hash of the content.
 */
export function readBlobs(entries: readonly TreeEntry[], data: unknown): ReadonlyMap<string, FileText> {
  const read = answer.safeParse(data);
  const objects = read.success ? (read.data.repository ?? {}) : {};
  return new Map(
    entries.flatMap(({ id }, index): readonly (readonly [string, FileText])[] => {
      const text = textById(id, objects[`b${index}`]);
      return text === undefined ? [] : [[id, text]];
    }),
  );
}

/** The text of a blob that was answered, where it is that of the object id. */
export function textById(id: string, answered: unknown): FileText | undefined {
  const found = blob.safeParse(answered);
  if (!found.success || typeof found.data.text !== 'string' || found.data.isTruncated === true) return undefined;
  const bytes = Buffer.from(found.data.text, 'utf8');
  return objectId(bytes, id.length) === id ? textOf(bytes) : undefined;
}

/** Git's id of a blob; repositories are of SHA-1, and may be of SHA-256. */
function objectId(bytes: Buffer, length: number): string {
  return createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

const mostBytes = 5 * 1024 * 1024;
const lfsPointer = 'version https://git-lfs.github.com/spec/v1\n';

/** Why a file is not loaded at all, by what the tree says of it: links, submodules and large files. */
export function refusalOf({ mode, bytes }: TreeEntry): Extract<FileText, { kind: 'refused' }> | undefined {
  if (mode !== 'file') return { kind: 'refused', why: `it is a ${mode}` };
  if (bytes > mostBytes) return { kind: 'refused', why: `it has ${bytes} bytes; at most ${mostBytes} are read` };
  return undefined;
}

/** A file's text, in a request of its own. @throws ProblemError */
export async function readBlob(connection: GitHubConnection, entry: TreeEntry): Promise<FileText> {
  return textOf(Buffer.from(await contentInBase64(connection, entry), 'base64'));
}

/** A file's bytes, in a request of its own. @throws ProblemError */
export async function readBytes(connection: GitHubConnection, entry: TreeEntry): Promise<FileBytes> {
  return refusalOf(entry) ?? { kind: 'bytes', base64: await contentInBase64(connection, entry) };
}

async function contentInBase64(connection: GitHubConnection, entry: TreeEntry): Promise<string> {
  const { content } = orProblem(
    connection,
    { what: `The file ${JSON.stringify(entry.path)}`, permission: 'contents: read' },
    await connection.ask(
      blobAnswer,
      async (octokit, where) => (await octokit.rest.git.getBlob({ ...where, file_sha: entry.id })).data,
    ),
  );
  return content;
}

/** The text that bytes are, or why they are none. */
function textOf(bytes: Buffer): FileText {
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
