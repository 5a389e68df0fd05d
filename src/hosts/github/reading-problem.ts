import { ProblemError } from '../../core/problem.ts';
import type { Answered, GitHubConnection } from './connect-github.ts';
import type { Refusal } from './refusal.ts';

/** What could not be read or written, and the permission that it takes. */
export type Wanted = { readonly what: string; readonly permission: string; readonly writes?: true };

/** The answer. @throws ProblemError that says what could not be read and how to mend it */
export function orProblem<T>(connection: GitHubConnection, wanted: Wanted, answered: Answered<T>): T {
  if (answered.kind === 'answered') return answered.value;
  throw readingProblem(connection, wanted, answered.refusal);
}

/** A refusal as a problem that says what could not be read and how to mend it. */
export function readingProblem(
  { apiUrl, repository }: GitHubConnection,
  wanted: Wanted,
  refusal: Refusal,
): ProblemError {
  const failed = (why: string): string =>
    `${wanted.what} of ${repository} could not be ${wanted.writes ? 'written' : 'read'}: ${why}.`;
  const grant = (permissions: readonly string[]): string =>
    `Grant the job's token \`${(permissions.length === 0 ? [wanted.permission] : permissions).join('` or `')}\` under \`permissions:\` in the workflow.`;
  switch (refusal.kind) {
    case 'permission':
      return new ProblemError({
        reason: 'permission',
        what: failed(`GitHub answered "${refusal.message}"`),
        fix: grant(refusal.permissions),
      });
    case 'missing':
      return new ProblemError({
        reason: 'permission',
        what: failed(`GitHub answered "${refusal.message}"`),
        fix: `It is gone, or hidden from this token. ${grant([])}`,
      });
    case 'token':
      return new ProblemError({
        reason: 'permission',
        what: failed(`the token was not accepted ("${refusal.message}")`),
        fix: advise(refusal),
      });
    case 'limit':
      return new ProblemError({
        reason: 'files',
        what: failed(`the rate limit of this token is used up ("${refusal.message}")`),
        fix: advise(refusal),
      });
    case 'rejected':
      return new ProblemError({
        reason: 'files',
        what: failed(`GitHub answered ${refusal.status} "${refusal.message}"`),
        fix: advise(refusal),
      });
    case 'unreachable':
      return new ProblemError({
        reason: 'files',
        what: failed(`GitHub's API at ${apiUrl} did not answer ("${refusal.message}")`),
        fix: advise(refusal),
      });
    case 'overdue':
      return new ProblemError({
        reason: 'files',
        what: failed(refusal.message),
        fix: advise(refusal),
      });
    case 'cancelled':
      return new ProblemError({ reason: 'files', what: failed(refusal.message) });
    case 'strange':
      return new ProblemError({
        reason: 'files',
        what: failed(`what answers at ${apiUrl} is not GitHub's API (${refusal.message})`),
        fix: advise(refusal),
      });
  }
}

/** What may help against a refusal, as a sentence; of a missing permission whoever asked knows more, and a cancel needs none. */
export function advise(refusal: Exclude<Refusal, { readonly kind: 'permission' | 'missing' | 'cancelled' }>): string {
  switch (refusal.kind) {
    case 'token':
      return 'Leave the input `github-token` out, or give it a token that is valid.';
    case 'limit':
      return `Run the job again ${refusal.again}.`;
    case 'rejected':
      return 'Run the job again; if it lasts, look whether GitHub shows the repository and this pull request.';
    case 'unreachable':
      return "Run the job again; if it lasts, see whether the runner can reach GitHub's API.";
    case 'overdue':
      return 'Run the job again, or give it more time by the input `timeout`.';
    case 'strange':
      return 'See whether a proxy or sign-in page stands between the runner and GitHub.';
  }
}
