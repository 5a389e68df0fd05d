import type { CheckKind, CheckKinds } from '../core/check-kind.ts';
import { answersScorer } from './answers.ts';
import { containsScorer } from './contains.ts';
import { containsAnyScorer } from './contains-any.ts';
import { endsWithScorer } from './ends-with.ts';
import { equalsScorer } from './equals.ts';
import { jsonScorer } from './json.ts';
import { jsonPathScorer } from './json-path.ts';
import { jsonSchemaScorer } from './json-schema.ts';
import { maxWordsScorer } from './max-words.ts';
import { minWordsScorer } from './min-words.ts';
import { negate } from './negate.ts';
import { notContainsScorer } from './not-contains.ts';
import { notEndsWithScorer } from './not-ends-with.ts';
import { notEqualsScorer } from './not-equals.ts';
import { notRegexScorer } from './not-regex.ts';
import { notStartsWithScorer } from './not-starts-with.ts';
import { numberScorer } from './number.ts';
import { refusesScorer } from './refuses.ts';
import { regexScorer } from './regex.ts';
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
  regexScorer,
  notRegexScorer,
  jsonScorer,
  negate(jsonScorer, 'The reply is not JSON.'),
  jsonSchemaScorer,
  jsonPathScorer,
  negate(jsonPathScorer, 'The reply is not JSON, or no value that the path selects is as given.'),
  numberScorer,
  maxWordsScorer,
  minWordsScorer,
  refusesScorer,
  answersScorer,
];

/** Every check a case can name. A new one is one file here and one line above. */
export const checkKinds: CheckKinds = new Map(all.map((kind) => [kind.kind, kind]));
