import type { CheckKind, CheckKinds } from '../core/check-kind.ts';
import { containsScorer } from './contains.ts';
import { containsAnyScorer } from './contains-any.ts';
import { endsWithScorer } from './ends-with.ts';
import { equalsScorer } from './equals.ts';
import { notContainsScorer } from './not-contains.ts';
import { notEndsWithScorer } from './not-ends-with.ts';
import { notEqualsScorer } from './not-equals.ts';
import { notStartsWithScorer } from './not-starts-with.ts';
import { startsWithScorer } from './starts-with.ts';

const all: readonly CheckKind[] = [
  equalsScorer,
  notEqualsScorer,
  containsScorer,
  containsAnyScorer,
  notContainsScorer,
  startsWithScorer,
  notStartsWithScorer,
  endsWithScorer,
  notEndsWithScorer,
];

/** Every check a case can name. A new one is one file here and one line above. */
export const checkKinds: CheckKinds = new Map(all.map((kind) => [kind.kind, kind]));
