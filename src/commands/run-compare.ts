import { compareLocally } from '../app/compare-locally.ts';
import type { BothSides } from '../core/side.ts';
import { loadPage } from '../wire/load-page.ts';
import { wireComparison } from '../wire/wire-comparison.ts';
import { checkTargets } from './check-targets.ts';
import type { CommandPlace } from './command-place.ts';
import { putResult } from './put-result.ts';
import { readInputs } from './read-inputs.ts';
import type { ShowOptions } from './show-options.ts';
import { withPage } from './with-page.ts';

/** `promptgate compare OLD NEW`. @returns the exit status; @throws ProblemError */
export async function runCompare(
  paths: BothSides<string>,
  given: ShowOptions,
  { given: flags, terminal }: CommandPlace,
): Promise<number> {
  const options = withPage(given);
  checkTargets(options);
  const asked = { ...options, inputs: readInputs(flags), paths, screen: terminal.screen, loadPage };
  return putResult(await compareLocally(asked, wireComparison(process.cwd())), terminal, options);
}
