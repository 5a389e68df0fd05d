import type { CheckKinds, PairOutcome, PairResult } from '../check-kind.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { QuestionAnswers } from '../score.ts';
import type { BothSides } from '../side.ts';
import { type Asking, answersUnder, asAskings } from './asking.ts';

/** What one pair check made of the two replies of a trial. */
export type PairScore =
  | { readonly kind: 'compared'; readonly check: string; readonly outcome: PairOutcome; readonly reason: string }
  | { readonly kind: 'unscored'; readonly check: string; readonly why: string };

/** The pair scores, or what must be asked first (never empty). */
export type PairScoring =
  | { readonly kind: 'scores'; readonly scores: readonly PairScore[] }
  | { readonly kind: 'ask'; readonly askings: readonly Asking[] };

/** Compares old and new reply of one trial by the case's pair checks (`prefer`); outside the mean. */
export function comparePair(pair: {
  readonly golden: GoldenCase;
  readonly kinds: CheckKinds;
  readonly texts: BothSides<string>;
  /** What checks with `turn: last` read: the last reply of a simulated conversation. Absent: `texts`. */
  readonly last?: BothSides<string>;
  readonly answers: QuestionAnswers;
}): PairScoring {
  const { golden, kinds, answers } = pair;
  const results = golden.checks.flatMap((check) => {
    const compare = kinds.get(check.kind)?.compare;
    if (compare === undefined) return [];
    const prefix = `${check.kind} ${check.name}/`;
    const { argument, options } = check;
    const texts = options['turn'] === 'last' ? (pair.last ?? pair.texts) : pair.texts;
    return [
      { check, prefix, result: compare({ argument, options, golden, texts, answers: answersUnder(prefix, answers) }) },
    ];
  });
  const askings = results.flatMap(({ prefix, result }) =>
    result.kind === 'ask' ? asAskings(prefix, result.questions, answers) : [],
  );
  if (askings.length > 0) return { kind: 'ask', askings };
  return { kind: 'scores', scores: results.map(({ check, result }) => pairScore(check.name, result)) };
}

function pairScore(check: string, result: PairResult): PairScore {
  switch (result.kind) {
    case 'compared':
      return { kind: 'compared', check, outcome: result.outcome, reason: result.reason };
    case 'unscored':
      return { kind: 'unscored', check, why: result.why };
    case 'ask':
      return { kind: 'unscored', check, why: 'it asks for what was answered already' };
  }
}
