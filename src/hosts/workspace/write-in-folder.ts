import { createWriteStream } from 'node:fs';
import { lstat, mkdir, realpath, writeFile } from 'node:fs/promises';
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
