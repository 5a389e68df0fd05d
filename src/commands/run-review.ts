import type { Stage } from '../app/review/stage.ts';
import { reviewLocally } from '../app/review-locally.ts';
import { loadPage } from '../wire/load-page.ts';
import { wireLocal } from '../wire/wire-local.ts';
import { checkTargets } from './check-targets.ts';
import type { CommandPlace } from './command-place.ts';
import { putResult } from './put-result.ts';
import { readInputs } from './read-inputs.ts';
import type { ShowOptions } from './show-options.ts';
import { withPage } from './with-page.ts';

export type ReviewOptions = ShowOptions & {
  readonly base?: string;
  readonly store?: string;
  readonly show?: Stage;
};

/** `promptgate review`. @returns the exit status; @throws ProblemError */
export async function runReview(
  given: ReviewOptions,
  { given: flags, terminal, signal, heedCancel }: CommandPlace,
): Promise<number> {
  const options = withPage(given);
  const { base, store } = options;
  const inputs = readInputs(flags);
  checkTargets(options);
  const place = {
    folder: process.cwd(),
    progress: terminal.progress,
    ...(base === undefined ? {} : { base }),
    ...(store === undefined ? {} : { store }),
  };
  const ports = await wireLocal(inputs, { env: process.env, signal, heedCancel }, place);
  try {
    const done = await reviewLocally({ ...options, inputs, screen: terminal.screen, loadPage, signal }, ports);
    return await putResult(done, terminal, options, ports.breathe);
  } finally {
    await ports.close();
  }
}
