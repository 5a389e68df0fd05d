import { z } from 'zod';
import { endAsking } from '../core/publish/end-asking.ts';
import type { Runner } from '../hosts/runner/open-runner.ts';

/** The job is over: whoever waits for it waits for this too. */
const MOST_MS = 10_000;

/** Says what the step left to be said, should its comment still tell that it asks. Most steps leave nothing. */
export async function endLeftComment(runner: Runner): Promise<void> {
  const left = runner.state('comment');
  if (left === '') return;
  const word = lastWord.parse(JSON.parse(left));
  const [{ connectGitHub }, { createGitHubForum }] = await Promise.all([
    import('../hosts/github/connect-github.ts'),
    import('../hosts/github/create-github-forum.ts'),
  ]);
  const { apiUrl, repository, inputs } = runner;
  const signal = AbortSignal.timeout(MOST_MS);
  const token = inputs.get('github-token') ?? '';
  await endAsking(createGitHubForum(connectGitHub({ token, apiUrl, repository, signal, patience: 0 })), word);
}

const lastWord = z.object({ pull: z.int(), name: z.string(), run: z.string(), body: z.string() });
