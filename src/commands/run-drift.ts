import { mkdir } from 'node:fs/promises';
import { dirname, isAbsolute, relative } from 'node:path';
import { watchLocally } from '../app/drift/watch-locally.ts';
import { historyInFile } from '../wire/drift-history.ts';
import { ownHistory } from '../wire/own-history.ts';
import { wireLocalAlerts } from '../wire/wire-alerts.ts';
import { wireCheck } from '../wire/wire-check.ts';
import type { CommandPlace } from './command-place.ts';
import { putResult } from './put-result.ts';
import { readInputs } from './read-inputs.ts';

export type DriftOptions = {
  readonly history?: string;
  readonly canaryOnly?: true;
  readonly json?: true;
  readonly store?: string;
};

/** `promptgate drift [prompts…]`. @returns the exit status; @throws ProblemError */
export async function runDrift(
  prompts: readonly string[],
  { history, canaryOnly, json, store }: DriftOptions,
  { given, terminal, signal, heedCancel }: CommandPlace,
): Promise<number> {
  const folder = process.cwd();
  const inputs = readInputs(new Map([...given, ['mode', 'drift']]));
  const place = { folder, progress: terminal.progress, ...(store === undefined ? {} : { store }) };
  const ports = await wireCheck(inputs, { env: process.env, signal, heedCancel }, place);
  try {
    const file = history ?? ownHistory('drift', ports.root);
    if (history === undefined) await mkdir(dirname(file), { recursive: true });
    const written = prompts.map((path) => (isAbsolute(path) ? relative(folder, path) : path));
    const asked = {
      inputs,
      run: new Date().toISOString(),
      named: { written, folder: ports.folder },
      ...(canaryOnly === undefined ? {} : { canaryOnly }),
      signal,
      screen: terminal.screen,
      alerts: wireLocalAlerts(process.env, file, terminal.say),
      ...(json === undefined ? {} : { json }),
    };
    return await putResult(
      await watchLocally(asked, ports, () => historyInFile(file, file)),
      terminal,
      {},
      ports.breathe,
    );
  } finally {
    await ports.close();
  }
}
