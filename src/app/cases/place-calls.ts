import type { Candidate } from '../../core/golden-set/make-candidate.ts';
import { appendCandidates, newCasesFile } from '../../core/golden-set/write-candidates.ts';
import type { FilesHost, Sandbox } from '../../core/ports.ts';
import { ProblemError } from '../../core/problem.ts';
import type { FileText, Revision } from '../../core/pull-request.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { formats } from '../../formats/prompts/index.ts';
import { checkKinds } from '../../scorers/index.ts';
import { filesOf } from '../reading/revision-files.ts';
import { type GuardedPrompt, readGoldenSet } from './read-golden-set.ts';

/** A prompt that can be read, with its golden cases. */
export type ReadPrompt = Extract<GuardedPrompt, { readonly kind: 'prompt' }>;

/** The prompt that a call was made with, by the name in its log: the path of the file, or its name without endings. */
export function placeOf(
  name: string | undefined,
  prompts: readonly ReadPrompt[],
  target: ReadPrompt | undefined,
): ReadPrompt | undefined {
  const named = name === undefined ? [] : prompts.filter(({ path }) => path === name || stemOf(path) === stemOf(name));
  const [only, ...more] = named;
  if (only === undefined || more.length > 0) return target;
  // What the log says is of another prompt is not taken for this one.
  return target === undefined || only === target ? only : undefined;
}

function stemOf(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return file.split('.', 1)[0] ?? file;
}

/** A cases file from the root with what it is to hold; `old`: what it holds now, where it is there. */
export type GrownFile = { readonly path: string; readonly text: string; readonly old?: string };

/** Path of the cases file that a prompt's new cases go into: the one in YAML that there is, or a new one. @throws ProblemError */
export function casesFileOf(place: ReadPrompt): string {
  const path = place.files.find((file) => /\.ya?ml$/u.test(file) && file !== place.path) ?? place.paths[0];
  if (path === undefined) throw new ProblemError(noPlace(place.path));
  return path;
}

/** The cases file of a prompt with these behind its own. @throws ProblemError */
export async function fileWith(
  place: ReadPrompt,
  cases: readonly Candidate[],
  readText: (path: string) => Promise<FileText>,
): Promise<GrownFile> {
  const path = casesFileOf(place);
  const read = await readText(path);
  if (read.kind === 'absent') return { path, text: newCasesFile(cases) };
  if (read.kind !== 'text') throw new ProblemError(noPlace(path));
  const written = appendCandidates(read.text, path, cases);
  if (written.kind === 'text') return { path, text: written.text, old: read.text };
  throw new ProblemError(written.problem);
}

function noPlace(file: string) {
  return { reason: 'files' as const, what: 'There is no file to add its cases to.', at: { file } };
}

/** Files of a revision, and which it is. */
export type ReadFiles = FilesHost & { readonly now: Revision };

/** The prompts of a revision that can be read, with their golden cases. */
export async function readPrompts(
  files: ReadFiles,
  settings: Settings,
  sandbox: Sandbox,
): Promise<readonly ReadPrompt[]> {
  const entries = await files.tree(files.now);
  const reading = { files: filesOf(files, files.now, entries), settings, kinds: checkKinds, formats, sandbox };
  const { prompts } = await readGoldenSet(reading);
  return prompts.filter((one): one is ReadPrompt => one.kind === 'prompt');
}
