import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import picomatch from 'picomatch';
import type { LogFile } from '../../core/ports.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import { readLogFile, readLogText } from './read-log-text.ts';

/** Endings of logs that are looked for in a folder; a file that is named may have any. */
const endings = /\.(?:jsonl?|ndjson|csv|tsv|log)(?:\.gz)?$/iu;

/** Folders below one that is named, at most. */
const deepest = 12;

export type LogPlace = {
  readonly folder: string;
  /** Files that the run itself keeps, as absolute paths: no logs, though they may lie beside them. */
  readonly kept?: readonly string[];
};

/**
 * The logs that names stand for, in the order of their paths: files, folders, globs, and `-` for standard input.
 * @param named from `folder`; with forward slashes where it is a glob
 * @throws ProblemError where a name stands for nothing
 */
export async function openLogs(
  named: readonly string[],
  { folder, stdin, kept }: LogPlace & { readonly stdin: Readable },
): Promise<readonly LogFile[]> {
  const paths = await findLogs(
    named.filter((name) => name !== '-'),
    { folder, endings, ...(kept && { kept }) },
  );
  const readsInput = named.includes('-');
  const files = paths.map((path): LogFile => ({ name: path, text: () => readLogFile(resolve(folder, path), path) }));
  const input = 'standard input';
  return readsInput ? [...files, { name: input, text: () => readLogText(() => stdin, input) }] : files;
}

/**
 * The files that names stand for, in the order of the names.
 * @param endings what is taken of a folder that is named
 * @throws ProblemError where a name stands for nothing
 */
export async function findLogs(
  named: readonly string[],
  place: LogPlace & { readonly endings: RegExp },
): Promise<readonly string[]> {
  const kept = new Set(await Promise.all((place.kept ?? []).map(realPath)));
  const problems: Problem[] = [];
  const paths = new Set<string>();
  for (const name of named) {
    const found = await findFiles(name, place);
    const isKept = await Promise.all(found.map(async (path) => kept.has(await realPath(resolve(place.folder, path)))));
    if (found.length === 1 && found[0] === name && isKept[0] === true) problems.push(keptAsLog(name));
    else if (isKept.every(Boolean)) problems.push(nothingAt(name));
    for (const [at, path] of found.entries()) if (isKept[at] === false) paths.add(path);
  }
  const [first, ...rest] = problems;
  if (first !== undefined) throw new ProblemError(first, ...rest);
  return [...paths];
}

async function findFiles(
  name: string,
  { folder, endings }: Parameters<typeof findLogs>[1],
): Promise<readonly string[]> {
  const about = await stat(resolve(folder, name)).catch(() => undefined);
  if (about?.isDirectory() === true) {
    const held = await filesBelow(name, folder);
    return held.filter((path) => endings.test(path));
  }
  // A pipe of the shell (`<(…)`) is no regular file, and is read all the same.
  if (about !== undefined) return [name];
  const { base, glob } = picomatch.scan(name);
  if (glob === '') return [];
  const isMatch = picomatch(name, { dot: false });
  const below = await filesBelow(base === '' ? '.' : base, folder);
  return below.map((path) => path.replace(/^\.\//u, '')).filter((path) => isMatch(path));
}

/** Itself where it is not there. */
function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

async function filesBelow(from: string, folder: string, depth = 0): Promise<readonly string[]> {
  const held = await readdir(resolve(folder, from), { withFileTypes: true }).catch((): Dirent[] => []);
  const inside = await Promise.all(
    held.map(async (entry): Promise<readonly string[]> => {
      const path = from === '.' ? `./${entry.name}` : join(from, entry.name).replaceAll('\\', '/');
      if (entry.isFile()) return [path];
      const goesOn =
        entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.') && depth < deepest;
      return goesOn ? filesBelow(path, folder, depth + 1) : [];
    }),
  );
  return inside.flat().toSorted();
}

function keptAsLog(name: string): Problem {
  return {
    reason: 'files',
    what: `\`${name}\` is named as a log and as what this run keeps (\`history\`).`,
    at: { file: name },
    fix: 'Give the history a file of its own: one that is not there yet, or the one of earlier runs.',
  };
}

function nothingAt(name: string): Problem {
  return {
    reason: 'files',
    what: `There is no log \`${name}\`.`,
    at: { file: name },
    fix: 'Name files, folders with .jsonl, .json, .ndjson, .csv or .log files (plain or .gz), globs in quotes, or - for standard input.',
  };
}
