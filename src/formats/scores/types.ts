import type { Missing, Outcome } from '../../core/outcome.ts';
import type { Problem } from '../../core/problem.ts';
import type { ReportReply } from '../../core/report/report.ts';
import type { ColumnNames } from '../../core/settings/score-columns.ts';
import type { Located } from '../../core/yaml/located.ts';
import type { FormatAbout } from '../about.ts';
import type { Grid } from './grid.ts';

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

/** Scores of one side, whoever measured them. */
export type ScoreFile = {
  /** Name of the format that it was read in. */
  readonly kind: string;
  readonly subjects: readonly ScoreSubject[];
  /** What a reader should know of how the file was read, a sentence each. */
  readonly notes: readonly string[];
};

/** A score file, or everything that is wrong with it. */
export type ScoreFileRead =
  | { readonly kind: 'read'; readonly file: ScoreFile }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

/** What a score file holds before it is known whose it is. `checked`: a key that is written twice is refused already. */
export type ScoreContent =
  | { readonly kind: 'table'; readonly grid: Grid }
  | { readonly kind: 'value'; readonly located: Located; readonly checked: boolean; readonly text: string };

export type ScoreReading = { readonly file: string; readonly columns: ColumnNames };

/** One way in which scores are written. A new one is one file here and one line in `formats.ts`. */
export type ScoreFormat = {
  readonly name: string;
  /**
   * What a file is known by: where two formats take a file, that with keys of its own reads it, rather than that whose
   * values lie so.
   */
  readonly knownBy: 'keys' | 'shape';
  readonly about: FormatAbout & {
    /** What of it is a prompt, a model, a case and a trial. */
    readonly readAs: string;
  };
  /** What such a file is called in a sentence: `a table`. */
  readonly called: string;
  /** What to give in the place of a file that is none, as an object of “give”. */
  readonly wanted: string;
  /** How each case comes to be measured several times, as an order. */
  readonly repeat: (times: number) => string;
  /** Whether `columns` says which of its columns is which. */
  readonly takesColumns?: true;
  /** Reads the file; `undefined` where it is of another format. Never throws on bad input. */
  readonly read: (content: ScoreContent, reading: ScoreReading) => ScoreFileRead | undefined;
};
