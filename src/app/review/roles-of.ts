import type { Settings } from '../../core/settings/settings.ts';
import type { Roles } from './answer-asking.ts';

/** Which model plays which part. */
export function rolesOf({ judge: grader, simulate, embeddings }: Settings): Roles {
  return {
    ...(grader === undefined ? {} : { judge: grader }),
    ...(simulate === undefined ? {} : { simulator: simulate }),
    ...(embeddings === undefined ? {} : { embeddings }),
  };
}
