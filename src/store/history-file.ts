import { open, readFile, rename, rm } from 'node:fs/promises';
import { ProblemError } from '../core/problem.ts';

/** A text file of lines. */
export type HistoryFile = {
  /** Empty where it is not there yet. @throws ProblemError */
  readonly read: () => Promise<string>;
  /** Adds whole lines; they are on the disk once the promise is fulfilled. @throws ProblemError */
  readonly append: (lines: string) => Promise<void>;
  /** Puts lines in the place of all: a run that is killed leaves the old ones or the new. @throws ProblemError */
  readonly replace: (lines: string) => Promise<void>;
};

/** What a run that was killed left half stays a line of its own, which readers tell and leave out. */
export function openHistoryFile(path: string, shown: string): HistoryFile {
  const failed = (what: string, fault: unknown): ProblemError =>
    new ProblemError({
      reason: 'files',
      what: `the history \`${shown}\` could not be ${what}: ${fault instanceof Error ? fault.message : String(fault)}`,
      fix: 'Name a file that can be written in a folder that is there.',
    });
  return {
    async read() {
      try {
        return await readFile(path, 'utf8');
      } catch (fault) {
        if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return '';
        throw failed('read', fault);
      }
    },
    async replace(lines) {
      const next = `${path}.${process.pid}.next`;
      try {
        const file = await open(next, 'w');
        try {
          await file.writeFile(lines);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(next, path);
      } catch (fault) {
        await rm(next, { force: true });
        throw failed('written', fault);
      }
    },
    async append(lines) {
      try {
        const file = await open(path, 'a+');
        try {
          const { size } = await file.stat();
          const last = Buffer.alloc(1);
          if (size > 0) await file.read(last, 0, 1, size - 1);
          // One write: lines of two runs at once do not mix.
          await file.appendFile(size > 0 && last[0] !== 10 ? `\n${lines}` : lines);
          await file.sync();
        } finally {
          await file.close();
        }
      } catch (fault) {
        throw failed('written', fault);
      }
    },
  };
}
