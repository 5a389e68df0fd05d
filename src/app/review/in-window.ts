import type { Breathe } from '../../core/breathe.ts';

/**
 * Runs `run` for every item, in order, at most `width` at a time. What is under way takes memory, what only waits for its turn
 * does not. Rejects with the first fault, and begins nothing after it. What is found in the store waits for nothing: hence a breath.
 */
export async function inWindow<Item>(
  items: readonly Item[],
  width: number,
  run: (item: Item) => Promise<void>,
  breathe: Breathe,
): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const at = next++;
      const item = items[at];
      if (item === undefined) continue;
      try {
        await run(item);
        // What a cancel ends tells so itself.
        await breathe()?.catch(() => undefined);
      } catch (fault) {
        next = items.length;
        throw fault;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
}
