import type { NamedCheck } from './named-checks.ts';

/** Whether a check grades on 1–10, as people do who write labels. */
export function gradesLikePeople({ kind }: NamedCheck): boolean {
  return kind?.minRange[0] === 1 && kind.minRange[1] === 10;
}
