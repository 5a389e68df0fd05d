import { fileWith } from '../app/cases/place-calls.ts';
import type { TakeOffered } from '../app/monitor/observe-calls.ts';
import type { CandidateReason } from '../core/golden-set/make-candidate.ts';
import { ProblemError } from '../core/problem.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Opens a pull request with offered cases, on the repository that the environment names, from a branch of its own.
 * @throws ProblemError where the environment names none
 */
export function wirePullOffered({ env, signal }: Pick<Surroundings, 'env' | 'signal'>): TakeOffered {
  const { GITHUB_TOKEN: token = '', GITHUB_REPOSITORY: repository = '' } = env;
  const apiUrl = env['GITHUB_API_URL'] ?? 'https://api.github.com';
  if (token === '' || !/^[^/\s]+\/[^/\s]+$/u.test(repository)) {
    throw new ProblemError({
      reason: 'config',
      what: '`--pull-request` needs a repository and a token that may write to it.',
      fix: 'Set GITHUB_REPOSITORY to `owner/name`, and GITHUB_TOKEN; in a workflow grant it `contents: write` and `pull-requests: write`.',
    });
  }
  return async (offered) => {
    const [{ connectGitHub }, { offerPull }] = await Promise.all([
      import('../hosts/github/connect-github.ts'),
      import('../hosts/github/offer-pull.ts'),
    ]);
    const pull = await offerPull(connectGitHub({ token, apiUrl, repository, signal }));
    const files = new Map<string, string>();
    for (const { place, cases } of offered) {
      const { path, text } = await fileWith(place, cases, (name) =>
        Promise.resolve(files.get(name)).then((held) =>
          held === undefined ? pull.text(name) : { kind: 'text', text: held },
        ),
      );
      files.set(path, text);
    }
    const all = offered.flatMap(({ cases }) => cases);
    const opened = await pull.open(files, {
      title: titleOf(all.length),
      body: bodyOf(all.map(({ reason }) => reason)),
    });
    switch (opened.kind) {
      case 'opened':
        return [`A pull request offers the cases: ${opened.url}`];
      case 'there':
        return [
          `No pull request was opened: one with cases that were offered earlier is open. Merge or close it first: ${opened.url}`,
        ];
      case 'branch':
        return [
          `No pull request was opened: the branch \`${opened.branch}\` is there already. Delete it, then run this again.`,
        ];
    }
  };
}

/** What judging came to was paid for: it is told also where its cases cannot be taken anywhere. @param missed what could not be done */
export function unlessRefused(take: TakeOffered, missed: Set<string>): TakeOffered {
  return async (...offered) => {
    try {
      return await take(...offered);
    } catch (fault) {
      if (!(fault instanceof ProblemError)) throw fault;
      missed.add('pull request');
      return [fault.message];
    }
  };
}

function titleOf(count: number): string {
  return count === 1 ? 'Add a golden case from production' : `Add ${count} golden cases from production`;
}

/** In our own words alone: what was logged stands in the diff. */
function bodyOf(reasons: readonly CandidateReason[]): string {
  const counts = [...Map.groupBy(reasons, (reason) => reason)].map(
    ([reason, held]) => `- ${words[reason]}: ${held.length}`,
  );
  return `Promptgate chose these inputs among the logged calls of production:

${counts.join('\n')}

Each is tagged \`review\`, has no checks, and says above it why it was chosen. Write its checks, then drop the tag.

E-mail addresses, telephone, card and bank account numbers, IP addresses and keys are masked by their form. Names and postal addresses have no form: **look for them before you merge**, and delete the branch if you find any.
`;
}

const words: Readonly<Record<CandidateReason, string>> = {
  failed: 'failed',
  poor: 'graded low by a judge',
  refused: 'refused',
  cut: 'cut off at a limit',
  rare: 'like no golden case',
};
