import { isAbsolute, relative } from 'node:path';
import { portabilityLocally } from '../app/portability/portability-locally.ts';
import { loadPage } from '../wire/load-page.ts';
import { wireCheck } from '../wire/wire-check.ts';
import { checkTargets } from './check-targets.ts';
import type { CommandPlace } from './command-place.ts';
import { putResult } from './put-result.ts';
import { readInputs } from './read-inputs.ts';
import type { ShowOptions } from './show-options.ts';
import { withPage } from './with-page.ts';

export type PortabilityOptions = Omit<ShowOptions, 'accept'> & { readonly store?: string };

/** `promptgate portability [prompts…]`. @returns the exit status; @throws ProblemError */
export async function runPortability(
  prompts: readonly string[],
  given: PortabilityOptions,
  { given: flags, terminal, signal, heedCancel }: CommandPlace,
): Promise<number> {
  const options = withPage(given);
  const folder = process.cwd();
  const inputs = readInputs(new Map([...flags, ['mode', 'portability']]));
  checkTargets(options);
  const { store } = options;
  const place = { folder, progress: terminal.progress, ...(store === undefined ? {} : { store }) };
  const ports = await wireCheck(inputs, { env: process.env, signal, heedCancel }, place);
  try {
    const written = prompts.map((path) => (isAbsolute(path) ? relative(folder, path) : path));
    const asked = { ...options, inputs, named: { written, folder: ports.folder }, screen: terminal.screen, loadPage };
    return await putResult(await portabilityLocally(asked, ports), terminal, options, ports.breathe);
  } finally {
    await ports.close();
  }
}
