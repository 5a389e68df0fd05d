import { z } from 'zod';
import { looksLikeKey } from '../issues/describe-issues.ts';

/** The name of an environment variable that holds a secret; the secret itself written here is refused unprinted. */
export const environmentName = z.string().superRefine((name, context) => {
  if (looksLikeKey(name)) {
    context.addIssue({
      code: 'custom',
      message:
        'must be the name of an environment variable, such as `ANTHROPIC_API_KEY`, and what is written looks like a secret itself: take it out of the file and revoke it',
      params: { secret: true },
    });
  } else if (!/^[A-Za-z_][A-Za-z0-9_]*$/u.test(name)) {
    context.addIssue({
      code: 'custom',
      message: 'must be the name of an environment variable, such as `ANTHROPIC_API_KEY`',
      params: { secret: true },
    });
  }
});
