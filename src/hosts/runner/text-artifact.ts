import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DefaultArtifactClient } from '@actions/artifact';

/** What is waited for at most. */
const longestMs = 120_000;

/** An artifact of some run, as GitHub names it. */
type Wanted = { readonly id: number; readonly run: number; readonly digest?: string };

/**
 * The text of an artifact of one file, of whichever run of the repository.
 * @returns why it is none, as words after "it"
 * @throws Error where it could not be fetched
 */
export async function downloadText(
  { id, run, digest }: Wanted,
  { token, repository }: { readonly token: string; readonly repository: string },
): Promise<{ readonly text: string } | { readonly why: string }> {
  const [repositoryOwner = '', repositoryName = ''] = repository.split('/');
  return inFolder(async (path) => {
    const { digestMismatch = false } = await soon(
      new DefaultArtifactClient().downloadArtifact(id, {
        path,
        findBy: { token, workflowRunId: run, repositoryOwner, repositoryName },
        ...(digest === undefined ? {} : { expectedHash: digest }),
      }),
    );
    if (digestMismatch) return { why: 'is not what its digest says' };
    const [file, ...more] = await readdir(path);
    if (file === undefined || more.length > 0) return { why: 'is not one file' };
    const bytes = await readFile(join(path, file));
    try {
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    } catch {
      return { why: 'is no text' };
    }
  });
}

/**
 * Keeps a text as an artifact of this run that is one file and no archive.
 * @param after an earlier one of this run that is no longer needed once this one is there
 * @throws Error where it could not be kept; then the earlier one is still there
 */
export async function uploadText(name: string, text: string, after?: string): Promise<void> {
  if (process.env['ACTIONS_RESULTS_URL'] === undefined) throw new Error('this runner has no artifact service');
  await inFolder(async (folder) => {
    const client = new DefaultArtifactClient();
    const file = join(folder, name);
    await writeFile(file, text);
    await soon(client.uploadArtifact(name, [file], folder, { skipArchive: true }));
    // Two that say the same do no harm.
    if (after !== undefined) await soon(client.deleteArtifact(after)).catch(() => undefined);
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'promptgate-artifact-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function soon<T>(asked: Promise<T>): Promise<T> {
  const late = setTimeout(longestMs, undefined, { ref: false }).then(() => {
    throw new Error(`the artifact service did not answer within ${longestMs / 1000} s`);
  });
  return Promise.race([asked, late]);
}
