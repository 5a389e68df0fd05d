import { z } from 'zod';
import type { Problem } from '../problem.ts';
import { repositoryPath } from '../settings/repository-path.ts';
import { snapshotEnding } from './rendered-line.ts';

/** What a job hands over beside its snapshots. */
export const manifestName = 'promptgate-snapshot.json';

/** Most snapshots that one job hands over. */
const mostFiles = 200;

const manifest = z.object({
  version: z.literal(1),
  commit: z.string().regex(/^[0-9a-f]{40,64}$/u, { error: 'must be the id of a commit' }),
  run: z
    .string()
    .regex(/^\d{1,30}$/u)
    .optional(),
  files: z
    .array(repositoryPath.regex(snapshotEnding, { error: 'must end in `.rendered.jsonl`' }))
    .min(1)
    .max(mostFiles),
});

/** Which snapshots a job rendered: `commit` it checked out, and the workflow run that it was a job of, where there was one. */
export type Manifest = z.output<typeof manifest>;

/** Snapshots that another job rendered, by the paths that they have in the repository. */
export type HandedOver = Omit<Manifest, 'version'> & { readonly texts: ReadonlyMap<string, string> };

/** Reads what `promptgate snapshot --into` wrote beside the snapshots. */
export function readManifest(text: string, file: string): Manifest | Problem {
  const fix = 'Have `promptgate snapshot --into FOLDER` write it.';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: 'files', what: 'The file is no JSON.', at: { file }, fix };
  }
  const parsed = manifest.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : `\`${issue.path.join('.')}\`: `;
  return { reason: 'files', what: `${where}${issue?.message ?? 'it cannot be read'}.`, at: { file }, fix };
}

/** What is written beside snapshots: those of an earlier call at the same commit stay. */
export function writeManifest({ commit, run, files }: Omit<Manifest, 'version'>): string {
  const told = { version: 1, commit, ...(run !== undefined && { run }), files: [...new Set(files)].toSorted() };
  return `${JSON.stringify(told, undefined, 2)}\n`;
}
