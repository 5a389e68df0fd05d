import type { Store } from '../core/ports.ts';
import { ProblemError } from '../core/problem.ts';
import type { Answer } from '../core/reply.ts';

/**
 * The store, and memory beside it for the rest of the run once the disk takes no more: what was paid for is judged and told, though
 * not kept for the next run.
 * @param say told once
 */
export function withSpare<Kept extends Store>(store: Kept, say: (line: string) => void): Kept {
  const spare = new Map<string, Answer>();
  let isFull = false;
  const orSpare = async (kept: Promise<void>, hold: () => void): Promise<void> => {
    try {
      await kept;
    } catch (fault) {
      if (!(fault instanceof ProblemError)) throw fault;
      hold();
      if (!isFull) say(`${fault.message} The replies of this run are held in memory.`);
      isFull = true;
    }
  };
  return {
    ...store,
    find: (call) => spare.get(call) ?? store.find(call),
    keep: (call, answer) => orSpare(store.keep(call, answer), () => spare.set(call.id, answer)),
    share: (call, other) =>
      orSpare(store.share(call, other), () => {
        const answer = spare.get(call.id) ?? store.find(call.id);
        if (answer !== undefined) spare.set(other.id, answer);
      }),
  };
}
