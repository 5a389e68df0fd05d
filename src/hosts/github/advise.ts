import type { Refusal } from './refusal.ts';

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
