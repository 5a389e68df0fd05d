import { isObject } from '../../../core/prompt-file/is-object.ts';
import { nameType } from '../../../core/yaml/name-type.ts';
import { findFiles } from './find-files.ts';
import { besidePrompts, isConfigPath } from './is-config-path.ts';
import { type Part, partOf } from './part.ts';
import { parsedFile, type SuiteReading } from './suite-reading.ts';

/** A prompt that a config names, with the names that tests may select it by: label and id, else its path or text. */
export type NamedPrompt = {
  /** The file it is in; of a prompt that is written in the config, the config. */
  readonly path: string;
  readonly names: readonly string[];
  /** Of a prompt that is written in the config: what tells it apart there, and its text. */
  readonly held?: { readonly key: string; readonly text: string };
  /** What its entry says that it is asked with. */
  readonly config?: Part;
};

/** A config: its whole value, the prompts it names, and the models that it asks of a service like ours. */
export type Config = {
  readonly path: string;
  readonly root: Part;
  readonly prompts: readonly NamedPrompt[];
  readonly models: readonly string[];
};

/**
 * Reads a config as far as to know which prompts it is for. A file of another name than promptfoo's own is one by its
 * content: it has prompts, and tests or providers.
 * @returns nothing where it is not at hand, not readable or no config.
 */
export function readConfig(path: string, reading: SuiteReading): Config | undefined {
  const read = parsedFile(path, { file: path }, isConfigPath(path) ? reading : { ...reading, problems: [] });
  if (read?.kind !== 'read') return undefined;
  const root = partOf(read.located);
  if (!isConfigPath(path) && !looksLikeConfig(root)) return undefined;
  if (!isObject(root.value)) {
    const what = `A promptfoo config must be a map, not ${nameType(root.value)}.`;
    reading.problems.push({ reason: 'files', what, at: root.at() });
    return undefined;
  }
  const prompts = nameApart(promptsIn(root.child('prompts'), path, reading));
  return { path, root, prompts, models: modelsIn(root.child('providers') ?? root.child('targets')) };
}

function looksLikeConfig(root: Part): boolean {
  return root.child('prompts') !== undefined && besidePrompts.some((key) => root.child(key) !== undefined);
}

/** Models of providers that speak the chat-completions API, by the names that promptfoo gives to OpenAI's. */
function modelsIn(written: Part | undefined): readonly string[] {
  const entries = written === undefined ? [] : Array.isArray(written.value) ? written.items() : [written];
  return entries.flatMap((entry) => {
    const id = typeof entry.value === 'string' ? entry.value : entry.child('id')?.value;
    const model = typeof id === 'string' ? /^openai:(?:chat:|responses:)?(?<model>[^:\s]+)$/u.exec(id) : null;
    return model?.groups?.['model'] === undefined ? [] : [model.groups['model']];
  });
}

/** Keys of prompts in a config are their labels, else their places; a label that stands twice gets a number. */
function nameApart(prompts: readonly NamedPrompt[]): readonly NamedPrompt[] {
  const seen = new Map<string, number>();
  let place = 0;
  return prompts.map((prompt) => {
    if (prompt.held === undefined) return prompt;
    place += 1;
    const plain = prompt.held.key === '' ? `prompt-${place}` : prompt.held.key;
    const before = seen.get(plain) ?? 0;
    seen.set(plain, before + 1);
    return { ...prompt, held: { ...prompt.held, key: before === 0 ? plain : `${plain}-${before + 1}` } };
  });
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
  // The first of them is the prompt; an `id` beside a `raw` text is its name.
  const [written] = texts(['raw', 'file', 'path', 'id', 'label']);
  const own = entry.child('config');
  const prompts = written === undefined ? [] : promptsOf(written, names, config, reading);
  return own === undefined ? prompts : prompts.map((prompt) => ({ ...prompt, config: own }));
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
  if (!isPath || written.includes('\n')) {
    const [label = ''] = names;
    return [{ path: config, names: names.length > 0 ? names : [written], held: { key: label, text: written } }];
  }
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
