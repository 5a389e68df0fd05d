import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Problem, ProblemError } from '../core/problem.ts';
import { tablesIn } from '../reporters/tables.ts';
import type { ShowOptions } from './show-options.ts';

/** Refuses files that could not be written, before anything is asked and paid for. @throws ProblemError */
export function checkTargets(options: ShowOptions): void {
  const { html, comment } = options;
  const asTables = tablesIn({ ...options }).map(({ table, path }) => [table.name, path]);
  const problems = Object.entries<string | undefined>({ html, comment, ...Object.fromEntries(asTables) }).flatMap(
    ([flag, path]): Problem[] => {
      const why = path === undefined ? undefined : whyNot(path);
      if (why === undefined) return [];
      return [
        {
          reason: 'files',
          what: `--${flag} ${path} cannot be written: ${why}.`,
          fix: 'Name a file in a folder that is there.',
        },
      ];
    },
  );
  const [first, ...rest] = problems;
  if (first !== undefined) throw new ProblemError(first, ...rest);
}

function whyNot(path: string): string | undefined {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return 'it is a folder';
    accessSync(dirname(path), constants.W_OK);
    return undefined;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}
