import type { Report } from '../../core/report/report.ts';
import type { Outcome } from '../wording/outcome.ts';

/** What the page's program reads: an index of all cases, and their replies in blocks of so many cases in the index's order. */
export const casesInBlock = 25;

/** Tabs under which the static parts of the page are found again, by the name of their section. */
export const pageTabs = ['cases', 'diff', 'models', 'sure'] as const;
export type PageTab = (typeof pageTabs)[number];

/** Signs of replies by the class that colours them: those that pass, fail, lie between, are not scored. */
export const squareSigns = { '': '■', f: '□', g: '◧', u: '▫' } as const;
export type SquareKind = keyof typeof squareSigns;

export type PageIndex = {
  readonly mode: Report['mode'];
  readonly prompts: readonly PagePrompt[];
  /** Columns of the matrix. */
  readonly models: readonly string[];
  readonly segments: readonly string[];
  readonly tags: readonly string[];
  /** Names of checks that new replies fail where old ones do not, or that fail at all in a check; most cases first. */
  readonly failures: readonly string[];
  /** What cases came to, each kind once. */
  readonly cells: readonly PageCell[];
  /** What broke first. */
  readonly cases: readonly PageEntry[];
  /** Where files of head are shown, up to their path. */
  readonly files?: string;
  /** No case has an old side. */
  readonly alone: boolean;
  /** The command that judges the same replies again. */
  readonly replay?: string;
  /** Small pictures that cases show: data URLs, by their digest. */
  readonly pictures?: NonNullable<Report['pictures']>;
  /** What had to be left out, in words. */
  readonly note?: string;
};

export type PagePrompt = {
  readonly path: string;
  /** In the words of a reader. */
  readonly verdict: string;
  readonly diff: string;
};

export type PageCell = {
  readonly outcome: Outcome;
  /** `8/8`, or the mean of a graded check that fell; empty without an old side. */
  readonly old: string;
  readonly now: string;
  /** Indices of `failures`. */
  readonly fails?: readonly number[];
};

export type PageEntry = {
  readonly id: string;
  readonly prompt: number;
  readonly segment?: number;
  readonly tags?: readonly number[];
  /** The start of what was asked. */
  readonly asked: string;
  /** The deepest fall over the models, or the highest rise where there is none. */
  readonly change?: number;
  /** Mean dollars and milliseconds of a new reply. */
  readonly cost?: number;
  readonly latency?: number;
  /** Indices of `cells`, one a model; -1: not asked. */
  readonly on: readonly number[];
};

/** A case as it is opened. */
export type PageCase = {
  readonly at?: string;
  readonly weight?: number;
  readonly added?: true;
  readonly vars: readonly PageVar[];
  readonly reference?: string;
  readonly notRun?: readonly string[];
  /** One a model, as the entry's `on`. */
  readonly on: readonly (PageAsked | null)[];
};

/** @property picture digest of what it shows, which the index may hold */
export type PageVar = { readonly name: string; readonly text: string; readonly picture?: string };

export type PageAsked = {
  /** Both sides asked the same: the replies are of both. */
  readonly identical?: true;
  readonly old: readonly PageReply[];
  readonly new: readonly PageReply[];
  readonly missing: { readonly old: number; readonly new: number };
  /** How likely chance alone makes such a difference, where it was tested. */
  readonly p?: number;
  readonly prefer?: readonly PagePair[];
  /** Graded checks that fell by half or more, in words. */
  readonly falls?: readonly string[];
};

/** One message of a conversation; `who` says it, in words. */
export type PageTurn = {
  readonly role: 'user' | 'assistant' | 'tool';
  readonly who: string;
  readonly content: string;
  readonly trace?: readonly PageStep[];
};

/** What an application did: passages that it retrieved, and what else it says of the step, as JSON. */
export type PageStep = { readonly step: string; readonly contexts: readonly string[]; readonly details?: string };

export type PageReply = {
  readonly trial: number;
  /** What it says, or in brackets why there is nothing to read; absent where it failed. */
  readonly text?: string;
  readonly turns?: readonly PageTurn[];
  readonly trace?: readonly PageStep[];
  readonly calls?: readonly { readonly name: string; readonly arguments: string }[];
  readonly error?: string;
  readonly score?: number;
  readonly passes?: boolean;
  readonly checks: readonly PageCheck[];
  /** Latency, tokens, dollars and what else is to know, in words. */
  readonly facts: readonly string[];
};

export type PageCheck = {
  readonly name: string;
  readonly mark: 'pass' | 'fail' | 'graded' | 'unscored';
  readonly value?: number;
  readonly required?: true;
  readonly reason: string;
  readonly parts?: readonly PagePart[];
};

/** A statement or a vote of a judged check. */
export type PagePart = { readonly supported?: boolean; readonly text: string; readonly reason: string };

export type PagePair = {
  readonly trial: number;
  readonly check: string;
  readonly said: string;
  readonly reason: string;
};
