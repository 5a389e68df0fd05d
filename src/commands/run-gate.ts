import { measureGateLocally } from '../app/gate/measure-gate-locally.ts';
import { wireCases } from '../wire/wire-cases.ts';
import type { CommandPlace } from './command-place.ts';
import { putResult } from './put-result.ts';
import { readInputs } from './read-inputs.ts';

export type GateOptions = { readonly json?: true; readonly badge?: string; readonly store?: string };

/** `promptgate gate`. @returns the exit status; @throws ProblemError */
export async function runGate(
  { json, badge, store }: GateOptions,
  { given, terminal, signal, heedCancel }: CommandPlace,
): Promise<number> {
  const inputs = readInputs(given);
  const place = { folder: process.cwd(), progress: terminal.progress, ...(store === undefined ? {} : { store }) };
  const ports = await wireCases(inputs, { env: process.env, signal, heedCancel }, place);
  try {
    const asked = { inputs, screen: terminal.screen, ...(json && { json }), ...(badge === undefined ? {} : { badge }) };
    return await putResult(await measureGateLocally(asked, ports), terminal, {}, ports.breathe);
  } finally {
    await ports.close();
  }
}
