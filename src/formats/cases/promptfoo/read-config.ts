import { isObject } from '../../../core/prompt-file/is-object.ts';
import { nameType } from '../../../core/yaml/name-type.ts';
import { findFiles } from './find-files.ts';
import { type Part, partOf } from './part.ts';
import { parsedFile, type SuiteReading } from './suite-reading.ts';

/** A file that a config names as a prompt, with the names that tests may select it by: label and id, else its path. */
export type NamedPrompt = { readonly path: string; readonly names: readonly string[] };

/** A config: its whole value and the files it names as prompts. */
export type Config = { readonly path: string; readonly root: Part; readonly prompts: readonly NamedPrompt[] };

/** Reads a config as far as to know which prompts it is for. @returns nothing where it is not at hand or not readable. */
export function readConfig(path: string, reading: SuiteReading): Config | undefined {
  const read = parsedFile(path, { file: path }, reading);
  if (read?.kind !== 'read') return undefined;
  const root = partOf(read.located);
  if (!isObject(root.value)) {
    const what = `A promptfoo config must be a map, not ${nameType(root.value)}.`;
    reading.problems.push({ reason: 'files', what, at: root.at() });
    return undefined;
  }
  return { path, root, prompts: promptsIn(root.child('prompts'), path, reading) };
}

function promptsIn(written: Part | undefined, config: string, reading: SuiteReading): readonly NamedPrompt[] {
  if (written === undefined) return [];
  const { value } = written;
  if (typeof value === 'string') {
    const listed = entriesOfFile(value, config, reading);
    return [
      ...promptsOf(value, [], config, reading),
      ...listed.flatMap((entry) => promptsOfEntry(entry, config, reading)),
    ];
  }
  if (Array.isArray(value)) return written.items().flatMap((entry) => promptsOfEntry(entry, config, reading));
  // The older form: a map of path to label.
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([path, label]) =>
    promptsOf(path, typeof label === 'string' ? [label] : [], config, reading),
  );
}

function promptsOfEntry(entry: Part, config: string, reading: SuiteReading): readonly NamedPrompt[] {
  if (typeof entry.value === 'string') return promptsOf(entry.value, [], config, reading);
  const texts = (keys: readonly string[]): readonly string[] =>
    keys.flatMap((key) => {
      const held = entry.child(key)?.value;
      return typeof held === 'string' ? [held] : [];
    });
  const names = texts(['label', 'id']);
  return texts(['file', 'path', 'raw', 'id']).flatMap((written) => promptsOf(written, names, config, reading));
}

/** The prompts of a list in a file of its own; a file that holds messages is a prompt itself. */
function entriesOfFile(written: string, config: string, reading: SuiteReading): readonly Part[] {
  if (!/^file:\/\/.*\.(?:json|ya?ml)$/iu.test(written)) return [];
  const found = findFiles(written, config, reading.sources);
  const [path, ...others] = found.kind === 'found' ? found.paths : [];
  if (path === undefined || others.length > 0) return [];
  reading.caseFiles.add(path);
  // A prompt that is not readable is told where it is read as one.
  const read = parsedFile(path, { file: config }, { ...reading, problems: [] });
  const entries = read?.kind === 'read' ? partOf(read.located).items() : [];
  return entries.filter((entry) => entry.child('role') === undefined);
}

/** A text under `prompts` is a path, or the prompt itself: that has a line break, a template or no ending. */
function promptsOf(
  written: string,
  names: readonly string[],
  config: string,
  { sources }: SuiteReading,
): readonly NamedPrompt[] {
  const isPath = written.startsWith('file://') || /^[^\s{}]+(?:\.\w+|\*)$/u.test(written);
  if (!isPath || written.includes('\n')) return [];
  const found = findFiles(written, config, sources);
  return found.kind === 'found'
    ? found.paths.map((path) => ({ path, names: names.length > 0 ? names : namesOfPath(path, config) }))
    : [];
}

function namesOfPath(path: string, config: string): readonly string[] {
  const folder = config.slice(0, config.lastIndexOf('/') + 1);
  return [
    ...new Set([
      path,
      path.startsWith(folder) ? path.slice(folder.length) : path,
      path.slice(path.lastIndexOf('/') + 1),
    ]),
  ];
}
