import { compareLocally } from '../app/compare-locally.ts';
import type { BothSides } from '../core/side.ts';
import { loadPage } from '../wire/load-page.ts';
import { wireComparison } from '../wire/wire-comparison.ts';
import { checkTargets } from './check-targets.ts';
import type { CommandPlace } from './command-place.ts';
import { putResult } from './put-result.ts';
import { readInputs } from './read-inputs.ts';
import type { ShowOptions } from './show-options.ts';

/** `promptgate compare OLD NEW`. @returns the exit status; @throws ProblemError */
export async function runCompare(
  paths: BothSides<string>,
  options: ShowOptions,
  { given, terminal }: CommandPlace,
): Promise<number> {
  checkTargets(options);
  const asked = { ...options, inputs: readInputs(given), paths, screen: terminal.screen, loadPage };
  return putResult(await compareLocally(asked, wireComparison(process.cwd())), terminal);
}
