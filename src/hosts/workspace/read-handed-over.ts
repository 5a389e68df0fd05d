import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ProblemError } from '../../core/problem.ts';
import type { FileText } from '../../core/pull-request.ts';
import { type HandedOver, manifestName, readManifest } from '../../core/rendered/handed-over.ts';
import { readFileText } from './read-file-text.ts';

/** Bytes of one snapshot, as of any file that is read, and of all that a job hands over. */
const mostBytes = 5 * 1024 * 1024;
const mostTogether = 50 * 1024 * 1024;

/**
 * Reads the snapshots that another job rendered into a folder of the workspace. Whoever wrote them may be anybody: only the files that the
 * manifest beside them names are read, and no link leads out of the folder.
 * @throws ProblemError
 */
export async function readHandedOver(workspace: string, folder: string): Promise<HandedOver> {
  const place = resolve(workspace, folder);
  const there = await stat(place).catch(() => undefined);
  if (there?.isDirectory() !== true) {
    throw new ProblemError({
      reason: 'files',
      what: `There is no folder \`${folder}\` in the workspace.`,
      fix: 'Download the artifact of the job that ran `promptgate snapshot --into` there.',
    });
  }
  const read = async (path: string): Promise<string> => {
    const file = await readFileText(path, { folder: place, inside: true, most: mostBytes });
    if (file.kind === 'text') return file.text;
    throw new ProblemError({
      reason: 'files',
      what: `It cannot be read: ${why(file)}.`,
      at: { file: join(folder, path) },
    });
  };
  const manifest = readManifest(await read(manifestName), join(folder, manifestName));
  if ('what' in manifest) throw new ProblemError(manifest);
  const texts = new Map<string, string>();
  let bytes = 0;
  for (const path of manifest.files) {
    const text = await read(path);
    bytes += text.length;
    if (bytes > mostTogether) {
      const what = `The snapshots in \`${folder}\` are longer than ${mostTogether} bytes together.`;
      throw new ProblemError({ reason: 'files', what, fix: 'Render the cases that tell most.' });
    }
    texts.set(path, text);
  }
  return { ...manifest, texts };
}

function why(file: Exclude<FileText, { kind: 'text' }>): string {
  return file.kind === 'absent' ? 'it is not there' : file.why;
}
