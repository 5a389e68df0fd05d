import { outputs } from '../../core/settings/outputs.ts';
import type { Stage } from './stage.ts';
import { tryOutput } from './try-output.ts';

/** Sets the outputs that have a value, secrets removed. */
export async function setOutputs(given: Readonly<Record<string, string>>, stage: Stage): Promise<void> {
  for (const { name } of outputs) {
    const value = Object.entries(given).find(([known]) => known === name)?.[1];
    if (value === undefined) continue;
    const set = await tryOutput(`The output \`${name}\``, stage, () => {
      stage.setOutput(name, stage.redact(value));
      return true;
    });
    // Where one cannot be set none can: it is said once.
    if (set === undefined) return;
  }
}
