import { ProblemError, showProblem } from '../core/problem.ts';
import { exits } from './exits.ts';

/** Says what ended a command and how to mend it. @returns the exit status: the user's to mend, or ours */
export function tellFault(fault: unknown, say: (line: string) => void): number {
  if (fault instanceof ProblemError) {
    for (const problem of fault.problems) say(showProblem(problem));
    return exits.input;
  }
  if (isRefusedBySystem(fault)) {
    say(`The system refused a file or folder: ${fault.message}. Give it room and rights, or name another place.`);
    return exits.input;
  }
  const told = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  say(`A fault of Promptgate's own. Please report it:\n${told}`);
  return exits.ours;
}

const refusals: ReadonlySet<unknown> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
  'ENOTDIR',
  'EISDIR',
  'ENOENT',
  'EEXIST',
  'ENAMETOOLONG',
  'ELOOP',
]);

/** A place on this machine that cannot be read or written is its owner's to mend. */
function isRefusedBySystem(fault: unknown): fault is Error {
  return fault instanceof Error && 'syscall' in fault && 'code' in fault && refusals.has(fault.code);
}
