import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A small text in a file, which is replaced as a whole: whoever is killed leaves the old one or the new one. */
export function openKeptText(path: string): {
  readonly read: () => Promise<string>;
  readonly write: (text: string) => Promise<void>;
  /** Into a file of the same name with `.unread` behind it. */
  readonly setAside: (text: string) => Promise<void>;
} {
  return {
    setAside: (text) => writeFile(`${path}.unread`, text),
    async read() {
      try {
        return await readFile(path, 'utf8');
      } catch (fault) {
        if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return '';
        throw fault;
      }
    },
    async write(text) {
      await mkdir(dirname(path), { recursive: true });
      // Two runs at once write files of their own.
      const draft = `${path}.${process.pid}.tmp`;
      const file = await open(draft, 'w');
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    },
  };
}
