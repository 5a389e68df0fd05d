import type { Json, JsonObject } from './json.ts';
import type { SandboxScript } from './ports.ts';
import type { Position } from './problem.ts';
import type { Message } from './prompt.ts';
import type { CannedTools } from './tools/canned-results.ts';

/** One check of a golden case: a kind of `scorers/index.ts` with its argument. */
export type Check = {
  readonly kind: string;
  /** Tells several checks of one kind apart, and is what the report shows; default: kind and argument. */
  readonly name: string;
  /** As written; each kind parses it with its own schema (already done when a case is read). `null` where none is written. */
  readonly argument: Json;
  /** Modifiers beside the argument, such as `ignore-case`. */
  readonly options: JsonObject;
  readonly weight: number;
  readonly required: boolean;
  /** Asks the opposite: it scores what is lacking to 1, and passes where it would fail. */
  readonly not?: true;
  /** What it reads is made of the reply by these, one after the other. */
  readonly transforms?: readonly SandboxScript[];
  /** Makes the passages of context out of what it reads. */
  readonly contextFrom?: SandboxScript;
  /** Pass mark of a graded check: 1–10 for judges, 0–1 otherwise. */
  readonly min?: number;
  /** Checks of one set pass together: by their weighted mean, whatever each of them says. */
  readonly set?: CheckSet;
  readonly at: Position;
};

/** A set of checks by its name, unique in the case, and its pass mark in 0–1. */
export type CheckSet = { readonly name: string; readonly min: number };

/** A script that scores a reply out of its metrics: named groups of checks, by the checks' names. */
export type CaseScoring = {
  readonly script: SandboxScript;
  readonly metrics: readonly { readonly name: string; readonly checks: readonly string[] }[];
};

/** Something of another tool's that is not run here, by name and place. */
export type NotRun = {
  readonly name: string;
  readonly at: Position;
  /** What keeps it from being run. */
  readonly why?: string;
  /** What to write instead. */
  readonly fix?: string;
  /** It shapes what is asked or what all checks read: without it the case cannot be judged at all. */
  readonly whole?: true;
  /** It shows what is not sent, such as a picture. */
  readonly unsent?: true;
};

export type GoldenCase = {
  /** Unique in its file; a hash of the vars where none is written. */
  readonly id: string;
  /** Of the prompts in its file the one it is for, by its key; absent: for each of them. */
  readonly prompt?: string;
  readonly segment?: string;
  readonly tags: readonly string[];
  readonly weight: number;
  /** A reply passes by its score, from here on (0–1), whatever single checks say. Absent: all of them must pass. */
  readonly min?: number;
  readonly vars: JsonObject;
  /** Retrieved passages, for the RAG triad. */
  readonly context: readonly string[];
  readonly reference?: string;
  /** The user's turn that follows the prompt's messages: a template of `{{name}}` over `vars`. */
  readonly user?: string;
  /** A person's verdict (1–10, or 0/1) on a reply kept with the case: what judge reliability is measured against. */
  readonly label?: number;
  /** Texts around the prompt's own, templates as it is. */
  readonly wrap?: { readonly prefix: string; readonly suffix: string };
  readonly history: readonly Message[];
  /** What its tools answer: the conversation goes on with them. Absent: one reply is asked for, and calls stay unanswered. */
  readonly tools?: CannedTools;
  /** Replies to one message at most, where its tools answer. */
  readonly maxSteps?: number;
  /** The vars of the turns before it in its conversation, where the prompt takes in what was said: they are asked first. */
  readonly earlier?: readonly JsonObject[];
  /** Variables that hold what was said in turns before it, each with the turn, from 0; of one name the last that was said counts. */
  readonly stored?: readonly { readonly name: string; readonly turn: number }[];
  /** Checks read a reply that is nothing but tool calls as the text of their JSON, in the form of the chat API. */
  readonly callsAsText?: true;
  readonly checks: readonly Check[];
  /** Says the score in place of the mean of the checks. */
  readonly scoring?: CaseScoring;
  /** What could not be taken over from another tool's file: the case is judged by its other checks, where it has any. */
  readonly notRun: readonly NotRun[];
  readonly at: Position;
};

/** The cases that carry one of the tags; all of them where no tag is asked for. */
export function selectByTags(cases: readonly GoldenCase[], tags: readonly string[]): readonly GoldenCase[] {
  return tags.length === 0 ? cases : cases.filter((golden) => golden.tags.some((tag) => tags.includes(tag)));
}
