import type { Missing, Outcome } from '../../core/outcome.ts';
import type { Problem } from '../../core/problem.ts';
import type { ReportReply } from '../../core/report/report.ts';

/** What of a reply a score file tells beside its score: shown, never judged. */
export type ShownReply = Pick<ReportReply, 'checks'> &
  Partial<Pick<ReportReply, 'text' | 'error' | 'usage' | 'model' | 'finishReason' | 'toolCalls'>>;

/**
 * One trial of a case. A trial without a score is missing, in the words of the tool that lost it (`reply.error`).
 * `topUp`: asked because replies of the case disagreed. It tells of its case; in a mean over cases it would be a bias.
 */
export type ScoreTrial = { readonly outcome: Outcome | Missing; readonly reply: ShownReply; readonly topUp?: true };

export type ScoreCase = {
  /** Unique in its row. */
  readonly id: string;
  readonly weight: number;
  readonly segment?: string;
  /** In order of asking; at least one. */
  readonly trials: readonly ScoreTrial[];
};

/** A model, or whatever else a tool runs all cases on. `id` is empty where the file names none. */
export type ScoreRow = { readonly id: string; readonly cases: readonly ScoreCase[] };

/** A prompt, task or the whole file. `name` is empty where the file names none. */
export type ScoreSubject = { readonly name: string; readonly rows: readonly ScoreRow[] };

/** What tools a score file may come from. */
export const scoreFileKinds = ['report', 'scores', 'table', 'promptfoo', 'inspect'] as const;
export type ScoreFileKind = (typeof scoreFileKinds)[number];

/** Scores of one side, whoever measured them. */
export type ScoreFile = {
  readonly kind: ScoreFileKind;
  readonly subjects: readonly ScoreSubject[];
  /** What a reader should know of how the file was read, a sentence each. */
  readonly notes: readonly string[];
};

/** A score file, or everything that is wrong with it. */
export type ScoreFileRead =
  | { readonly kind: 'read'; readonly file: ScoreFile }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };
