export { couldBeRead } from './judging/could-be-read.ts';
export { findRefusal, refusalHint } from './refusal/find-refusal.ts';

import type { CheckKind, CheckKinds } from '../core/check-kind.ts';
import * as checks from './checks.ts';

const kinds: readonly CheckKind[] = Object.values(checks);

/** Every check a case can name, each before its `not-` form. A new one is one file here and one line in `checks.ts`. */
export const checkKinds: CheckKinds = new Map(kinds.toSorted(byName).map((kind) => [kind.kind, kind]));

function byName({ kind: one }: CheckKind, { kind: other }: CheckKind): number {
  const [plain, plainOther] = [one.replace(/^not-/u, ''), other.replace(/^not-/u, '')];
  if (plain !== plainOther) return plain < plainOther ? -1 : 1;
  return one.length - other.length;
}
