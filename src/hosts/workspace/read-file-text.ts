import { open, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { FileText } from '../../core/pull-request.ts';

/**
 * Reads a text file of this machine. Only regular files are read: a pipe would wait for ever.
 * @param inside the real file, links followed, must lie in `folder`
 * @param most bytes
 */
export async function readFileText(
  path: string,
  { folder, inside, most }: { readonly folder: string; readonly inside: boolean; readonly most: number },
): Promise<FileText> {
  try {
    const real = await realpath(resolve(folder, path));
    if (inside && !isWithin(await realpath(folder), real)) {
      return { kind: 'refused', why: 'it lies outside the workspace' };
    }
    // Asked before it is opened: opening a pipe waits for someone to write to it.
    if (!(await stat(real)).isFile()) return { kind: 'refused', why: 'it is no file' };
    const file = await open(real, 'r');
    try {
      const about = await file.stat();
      if (about.size > most) {
        return { kind: 'refused', why: `it has ${about.size} bytes, more than the ${most} that are read` };
      }
      return { kind: 'text', text: decode(await file.readFile()) };
    } finally {
      await file.close();
    }
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'absent' };
    return { kind: 'refused', why: fault instanceof Error ? fault.message : String(fault) };
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** UTF-8, or UTF-16 where the file begins so: PowerShell writes that when output is sent to a file. */
function decode(bytes: Buffer): string {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(little ? 'utf-16le' : 'utf-8').decode(bytes);
}
