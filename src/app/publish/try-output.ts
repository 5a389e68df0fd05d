import type { Stage } from './stage.ts';

/**
 * Shows one thing of a result. What cannot be shown (a full disk, a file that the runner did not make) takes nothing else with it:
 * it is said, and the verdict stays.
 * @returns undefined where it could not
 */
export async function tryOutput<T>(what: string, stage: Stage, show: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await show();
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    const message = `${what} could not be written: ${why.replace(/\.$/u, '')}. The verdict is not affected.`;
    stage.annotate({ level: 'warning', title: 'Promptgate', message });
    return undefined;
  }
}
