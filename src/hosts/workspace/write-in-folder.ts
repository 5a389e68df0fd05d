import { createWriteStream } from 'node:fs';
import { lstat, mkdir, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a file below a folder; its path. What lies there may be anybody's (a pull request's checkout): no link leads the file out
 * of the folder, and none is written through. @throws Error
 */
export async function writeInFolder(folder: string, path: string, pieces: Iterable<string>): Promise<string> {
  const root = await realpath(folder);
  const file = resolve(root, path);
  await mkdir(await nearestFolder(root, dirname(file)), { recursive: true });
  const real = join(await realpath(dirname(file)), relative(dirname(file), file));
  if (!isWithin(root, real)) throw new Error(`${path} lies outside the workspace`);
  const there = await lstat(real).catch(() => undefined);
  if (there !== undefined && !there.isFile()) throw new Error(`${path} is there already, and no file`);
  await pipeline(Readable.from(pieces), createWriteStream(real));
  return real;
}

/** The folder to make, once nothing on the way to it leads out. */
async function nearestFolder(root: string, folder: string): Promise<string> {
  for (let at = folder; isWithin(root, at); at = dirname(at)) {
    const real = await realpath(at).catch(() => undefined);
    if (real === undefined) continue;
    if (!isWithin(root, real)) break;
    return folder;
  }
  throw new Error(`${relative(root, folder)} lies outside the workspace`);
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
