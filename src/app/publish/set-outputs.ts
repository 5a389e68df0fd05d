import { outputs } from '../../core/settings/outputs.ts';
import type { Stage } from './stage.ts';

/** Sets the outputs that have a value, secrets removed. */
export function setOutputs(given: Readonly<Record<string, string>>, stage: Stage): void {
  for (const { name } of outputs) {
    const value = Object.entries(given).find(([known]) => known === name)?.[1];
    if (value !== undefined) stage.setOutput(name, stage.redact(value));
  }
}
