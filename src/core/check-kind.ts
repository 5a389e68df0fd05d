import type { z } from 'zod';
import type { GoldenCase } from './golden-case.ts';
import type { Json, JsonObject } from './json.ts';
import type { Sandbox, Words } from './ports.ts';
import type { Message } from './prompt.ts';
import type { Answer } from './reply.ts';
import type { Scenario } from './scenario.ts';
import type { Question, QuestionAnswers } from './score.ts';
import type { BothSides } from './side.ts';

/** What a pair check reads: both replies of one trial. It must treat the sides alike, and its questions must not name them. */
type PairInput<Argument, Options extends JsonObject = JsonObject> = {
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

/** What a scorer reads: everything about one reply, and never which side it is of. */
export type ScorerInput<Argument, Options extends JsonObject = JsonObject> = {
  readonly argument: Argument;
  readonly options: Options;
  /** Pass mark as written in the case, if any. */
  readonly min?: number;
  readonly golden: GoldenCase;
  /** Messages as they were sent. */
  readonly messages: readonly Message[];
  /** Parameters as they were sent: `response_format` and `tools` say what form a reply must have. */
  readonly params?: JsonObject;
  /** The reply's text; for a simulated conversation the text of all assistant turns, or of the last. */
  readonly text: string;
  /** What a script reads in place of the text, where that is the writing of something else: tool calls, what a transform made. */
  readonly output?: Json;
  /** Where scripts are run; absent where none are. */
  readonly sandbox?: Sandbox;
  /** The whole conversation after `messages`, where one was simulated. */
  readonly transcript?: readonly Message[];
  readonly answer: Omit<Answer, 'text' | 'vectors'>;
  /** The skill whose description is asked about, by the name that its side gives it. */
  readonly skill?: string;
  /** Dollars this reply cost, where the price is known. */
  readonly costUsd?: number;
  /** Judgements of one reply where the check does not say (`judge.votes` of the config); 1 where absent. */
  readonly votes?: number;
  /** What was asked so far and came back; empty at first. */
  readonly answers: QuestionAnswers;
};

/** A score, why there is none, or what must be asked first. */
export type ScorerResult =
  | {
      readonly kind: 'scored';
      readonly value: number;
      readonly passed?: boolean;
      /** A script of the check threw: it fails, and so does its opposite. */
      readonly threw?: true;
      readonly reason: string;
      readonly details?: JsonObject;
    }
  | { readonly kind: 'unscored'; readonly why: string }
  | { readonly kind: 'ask'; readonly questions: readonly [Question, ...Question[]] };

/**
 * One kind of check. Pure: it never calls a model, it returns the questions it needs answered and is
 * called again with the answers. A new kind is one file in `scorers/` and one line in its index.
 */
export type CheckKind<Argument = unknown, Options extends JsonObject = JsonObject> = {
  readonly kind: string;
  /** One line for docs/checks.md: what it reads and when it passes. */
  readonly summary: string;
  /** Parses the argument as written; its error messages are shown with file, line and column. */
  readonly argument: z.ZodType<Argument>;
  /** An argument as written, for docs/checks.md; absent where it takes none. */
  readonly example?: Json;
  /** Modifiers it takes beside the argument (`ignore-case` …); unknown ones are an error. */
  readonly options: z.ZodType<Options>;
  /** `binary` scores are 0 or 1 and always have a pass mark; `graded` ones pass by `min`. */
  readonly scale: 'binary' | 'graded';
  /** Range of `min` as users write it. */
  readonly minRange: readonly [number, number];
  /** What it needs from models, for estimates and for errors that name the missing setting. */
  readonly needs: 'nothing' | 'judge' | 'embeddings' | 'judge and embeddings' | 'scorer' | 'simulator' | 'sandbox';
  /** What it needs with this argument, where that depends on it; `needs` is then what it needs without. */
  readonly needsWith?: (argument: Argument) => CheckKind['needs'];
  /** Most questions one reply may cost; for the estimate of calls. */
  readonly questions: number;
  /** Variables of the case that an argument names, and which it therefore uses though the prompt may not. */
  readonly variables?: (argument: Argument) => readonly string[];
  /** Files an argument refers to (paths as written, relative to the file of the case). */
  readonly files?: (argument: Argument) => readonly string[];
  /** The argument with those files' texts in place. @throws Error whose message says what is wrong with a file. */
  readonly withFiles?: (argument: Argument, texts: ReadonlyMap<string, string>) => Argument;
  /** When it is unscored, in words for docs/checks.md; absent where it always scores. */
  readonly unscored?: string;
  /** Questions one reply costs with this argument: usually, and at most. Absent: `questions` for both. */
  readonly countQuestions?: (
    argument: Argument,
    options: Options,
    votes: number,
    /** Passages of context the case has. */
    passages: number,
  ) => { readonly usual: number; readonly most: number };
  /** Kinds it stands for (`rag`): each is scored under its own name, with this check's weight, `min` and options. */
  readonly expandsTo?: readonly string[];
  /** Set on a kind that shapes the conversation instead of scoring a reply (`simulate`). */
  readonly scenario?: (argument: Argument) => Scenario;
  /** Set on a kind that reads both sides' replies at once and stays outside the mean (`prefer`). */
  readonly compare?: (input: PairInput<Argument, Options>) => PairResult;
  /** Loads the library it reads replies with; awaited before it first scores. Absent: it needs none, or a small one. */
  readonly load?: (words: Words) => Promise<void>;
  /** Scores one reply. On kinds with `expandsTo`, `scenario` or `compare` it is never called. */
  readonly score: (input: ScorerInput<Argument, Options>) => ScorerResult;
};

/** All kinds by name. */
export type CheckKinds = ReadonlyMap<string, CheckKind>;
