import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { lstat, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a file below a folder; its path. What lies there may be anybody's (a pull request's checkout): no link leads the file out
 * of the folder, and none is written through. @throws Error
 */
export async function writeInFolder(folder: string, path: string, pieces: AsyncIterable<string>): Promise<string> {
  const real = await placeIn(folder, path);
  if (real === undefined) throw new Error(`${path} lies outside the workspace`);
  const there = await lstat(real).catch(() => undefined);
  if (there !== undefined && !there.isFile()) throw new Error(`${path} is there already, and no file`);
  await pipeline(Readable.from(pieces), createWriteStream(real));
  return real;
}

/** Writes a file below a folder that is not there yet: where a link leads out of the folder, it is not written. */
export async function writeNewIn(folder: string, path: string, text: string): Promise<'written' | 'there' | 'outside'> {
  const real = await placeIn(folder, path);
  if (real === undefined) return 'outside';
  try {
    await writeFile(real, text, { flag: 'wx' });
    return 'written';
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return 'there';
    throw fault;
  }
}

/** A file's text as it was read, and the one to take its place. */
export type Rewritten = { readonly old: string; readonly next: string };

/**
 * Puts a text in the place of another below a folder, at once and whole: whoever reads the file meanwhile sees one or the other. Where the file
 * no longer says what it was read as, it stays.
 */
export async function rewriteIn(
  folder: string,
  path: string,
  { old, next }: Rewritten,
): Promise<'written' | 'changed' | 'outside'> {
  const real = await placeIn(folder, path);
  if (real === undefined || (await lstat(real).catch(() => undefined))?.isFile() !== true) return 'outside';
  const beside = `${real}.${randomUUID()}.tmp`;
  try {
    const { mode } = await lstat(real);
    await writeFile(beside, next, { flag: 'wx', mode });
    if ((await readFile(real, 'utf8')) !== old) return 'changed';
    await rename(beside, real);
    return 'written';
  } finally {
    await rm(beside, { force: true });
  }
}

/** Where a path below a folder really lies, its folders made; undefined where that is outside. */
async function placeIn(folder: string, path: string): Promise<string | undefined> {
  const root = await realpath(folder);
  const file = resolve(root, path);
  const parent = await nearestFolder(root, dirname(file));
  if (parent === undefined) return undefined;
  await mkdir(parent, { recursive: true });
  const real = join(await realpath(dirname(file)), relative(dirname(file), file));
  return isWithin(root, real) ? real : undefined;
}

/** The folder to make; undefined where something on the way to it leads out. */
async function nearestFolder(root: string, folder: string): Promise<string | undefined> {
  for (let at = folder; isWithin(root, at); at = dirname(at)) {
    const real = await realpath(at).catch(() => undefined);
    if (real === undefined) continue;
    return isWithin(root, real) ? folder : undefined;
  }
  return undefined;
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
