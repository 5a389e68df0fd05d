import type { GoldenCase } from './golden-case.ts';
import type { JsonObject } from './json.ts';
import type { Question, QuestionAnswers } from './score.ts';
import type { BothSides } from './side.ts';

/** What a pair check reads: both replies of one trial. It must treat the sides alike, and its questions must not name them. */
export type PairInput<Argument, Options extends JsonObject = JsonObject> = {
  readonly argument: Argument;
  readonly options: Options;
  readonly golden: GoldenCase;
  /** The replies' texts; of a simulated conversation, the transcript in words. */
  readonly texts: BothSides<string>;
  /** What was asked so far and came back; empty at first. */
  readonly answers: QuestionAnswers;
};

/** How the new reply fared against the old: win 1, tie ½, loss 0. */
export type PairResult =
  | { readonly kind: 'compared'; readonly outcome: PairOutcome; readonly reason: string; readonly details?: JsonObject }
  | { readonly kind: 'unscored'; readonly why: string }
  | { readonly kind: 'ask'; readonly questions: readonly [Question, ...Question[]] };

export type PairOutcome = 'win' | 'tie' | 'loss';
