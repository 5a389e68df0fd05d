import { mkdir } from 'node:fs/promises';
import { dirname, isAbsolute, relative } from 'node:path';
import { watchLocally } from '../app/drift/watch-locally.ts';
import { historyInFile } from '../wire/drift-history.ts';
import { loadPage } from '../wire/load-page.ts';
import { ownHistory } from '../wire/own-history.ts';
import { wireLocalAlerts } from '../wire/wire-alerts.ts';
import { wireCheck } from '../wire/wire-check.ts';
import { checkTargets } from './check-targets.ts';
import type { CommandPlace } from './command-place.ts';
import { putResult } from './put-result.ts';
import { readInputs } from './read-inputs.ts';
import type { ShowOptions } from './show-options.ts';
import { withPage } from './with-page.ts';

export type DriftOptions = Omit<ShowOptions, 'accept'> & {
  readonly history?: string;
  readonly canaryOnly?: true;
  readonly store?: string;
};

/** `promptgate drift [prompts…]`. @returns the exit status; @throws ProblemError */
export async function runDrift(
  prompts: readonly string[],
  options: DriftOptions,
  { given, terminal, signal, heedCancel }: CommandPlace,
): Promise<number> {
  const { history, canaryOnly, store, ...shown } = withPage(options);
  checkTargets(shown);
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
      ...{ ...shown, screen: terminal.screen, loadPage },
      alerts: wireLocalAlerts(process.env, file, terminal.say),
    };
    return await putResult(
      await watchLocally(asked, ports, () => historyInFile(file, file)),
      terminal,
      shown,
      ports.breathe,
    );
  } finally {
    await ports.close();
  }
}
