import { z } from 'zod';
import { readPlainJson } from '../json-text/read-plain-json.ts';
import { resolvePath } from '../paths/resolve-path.ts';
import type { Problem } from '../problem.ts';
import { snapshotEnding } from './rendered-line.ts';

/** What a job hands over beside its snapshots. */
export const manifestName = 'promptgate-snapshot.json';

/** Most snapshots that one job hands over. */
const mostFiles = 200;

/** A path as the repository has it; whatever else it leads to, no file is read by it. */
const inside = z
  .string()
  .max(4096)
  .regex(snapshotEnding, { error: 'must end in `.rendered.jsonl`' })
  .refine(
    (path) => {
      const resolved = resolvePath('', path);
      return resolved.kind === 'path' && resolved.path === path && !/\p{Cc}/u.test(path);
    },
    { error: 'must be a path of the repository, and must not lead out of it' },
  );

const manifest = z.object({
  version: z.literal(1),
  commit: z.string().regex(/^[0-9a-f]{40,64}$/u, { error: 'must be the id of a commit' }),
  run: z
    .string()
    .regex(/^\d{1,30}$/u)
    .optional(),
  files: z.array(inside).min(1).max(mostFiles),
});

/** Which snapshots a job rendered: `commit` it checked out, and the workflow run that it was a job of, where there was one. */
export type Manifest = z.output<typeof manifest>;

/** Snapshots that another job rendered, by the paths that they have in the repository. */
export type HandedOver = Omit<Manifest, 'version'> & { readonly texts: ReadonlyMap<string, string> };

/** Reads what `promptgate snapshot --into` wrote beside the snapshots. */
export function readManifest(text: string, file: string): Manifest | Problem {
  const fix = 'Have `promptgate snapshot --into FOLDER` write it.';
  const read = readPlainJson(text, file);
  if (read === undefined) return { reason: 'files', what: 'The file is no JSON.', at: { file }, fix };
  const parsed = manifest.safeParse(read.value);
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
