import type { AnyRequest, Call } from './call.ts';
import type { Json } from './json.ts';
import type { ChangedFile, FileBytes, FileText, PullRequest, Revision, Tree } from './pull-request.ts';
import type { Answer, FailureReason } from './reply.ts';
import type { Side } from './side.ts';

/** The adapters that `src/wire/` plugs in. Time, randomness and IO reach the rest only through these. */

export interface Clock {
  /** Milliseconds since 1970; may jump. */
  now(): number;
  /** Milliseconds that only grow; for spans and deadlines. */
  monotonic(): number;
  /** Resolves after `ms`, or rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Thrown by a provider. What the pool may do about it is data. */
export class ProviderError extends Error {
  readonly reason: FailureReason;
  /** Worth another attempt of the same call. */
  readonly retryable: boolean;
  /** Ends all calls to this provider (wrong key, empty quota) rather than this one. */
  readonly stopsProvider: boolean;
  /** Ends all calls to this model of the provider (it is not known there). */
  readonly stopsModel: boolean;
  /** The service's hint, milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** What may help, as a sentence; undefined where the message says it. */
  readonly fix: string | undefined;
  constructor(
    message: string,
    about: {
      reason: FailureReason;
      retryable?: boolean;
      stopsProvider?: boolean;
      stopsModel?: boolean;
      retryAfterMs?: number | undefined;
      fix?: string | undefined;
      cause?: unknown;
    },
  ) {
    super(message, { cause: about.cause });
    this.name = 'ProviderError';
    this.reason = about.reason;
    this.retryable = about.retryable ?? false;
    this.stopsProvider = about.stopsProvider ?? false;
    this.stopsModel = about.stopsModel ?? false;
    this.retryAfterMs = about.retryAfterMs;
    this.fix = about.fix;
  }

  /** What went wrong, and what may help. */
  get withFix(): string {
    return this.fix === undefined ? this.message : `${this.message.replace(/\.$/u, '')}. ${this.fix}`;
  }
}

/** How much a service says it will still take, from its rate headers. What it did not say is absent. */
export type Allowance = {
  readonly requests?: { readonly remaining: number; readonly resetMs: number };
  readonly tokens?: { readonly remaining: number; readonly resetMs: number };
};

/** A service that answers calls. One attempt each: retrying is the pool's. */
export interface Provider {
  /**
   * @param heed told the service's allowance where a response names it, failed ones included.
   * @param side whose reply it is; a model service is never told.
   * @throws ProviderError
   */
  ask(request: AnyRequest, signal: AbortSignal, heed?: (allowance: Allowance) => void, side?: Side): Promise<Answer>;
}

/** Input tokens as services counted them, by a hash of endpoint and request, with when (milliseconds since 1970). */
export interface TokenCounts {
  tokensOf(request: string): { readonly tokens: number; readonly at: number } | undefined;
  keepTokens(request: string, tokens: number, at: number): Promise<void>;
}

/** Replies that were paid for, by call id. An answer is durable once the promise of `keep` is fulfilled. */
export interface Store {
  find(call: string): Answer | undefined;
  keep(call: Call, answer: Answer): Promise<void>;
  /** Lets the kept answer of `call` be found under `other` too. */
  share(call: Call, other: Call): Promise<void>;
  close(): void;
}

/** Scores that the replies to one request got in one comparison. */
export type KeptScores = {
  /** The case, its checks and the model. */
  readonly cell: string;
  readonly comparison: string;
  readonly request: string;
  readonly scores: readonly number[];
};

/** What replies of earlier comparisons scored, by case and model: it tells which cases are steady. */
export interface ScoreHistory {
  /** Scores of a cell in all comparisons but one, a list for each request. */
  scores(cell: string, without: string): readonly (readonly number[])[];
  /** Kept once the promise is fulfilled. @param at milliseconds since 1970 */
  keepScores(rows: readonly KeptScores[], at: number): Promise<void>;
}

/** Where the two sides come from: GitHub's API, or a local git repository. */
export interface Host {
  /** What is to be compared, or in words why there is nothing. */
  pullRequest(): Promise<PullRequest | { readonly nothing: string }>;
  changedFiles(pull: PullRequest): Promise<readonly ChangedFile[]>;
  tree(revision: Revision): Promise<Tree>;
  /**
   * Text of a file as it was at `revision`; symlinks, binaries and files over 5 MB are refused. Files asked for in the
   * same moment are read together.
   */
  text(revision: Revision, path: string): Promise<FileText>;
  /** Many texts at once, by path and in the order asked. They are not held for later, as those of `text` may be: to look through them once. */
  texts(revision: Revision, paths: readonly string[]): Promise<ReadonlyMap<string, FileText>>;
  /** Content of any file as it was at `revision`; refused as `text` refuses, but for binaries. */
  bytes(revision: Revision, path: string): Promise<FileBytes>;
}

/** What reads the files of a revision. */
export type FilesHost = Pick<Host, 'tree' | 'text' | 'texts' | 'bytes'>;

/** A small program of a stranger: an assertion, a filter, a transform. */
export type SandboxScript = {
  /** What messages call it: its file, or the place it is written at. */
  readonly name: string;
  readonly source: string;
  /** `function`: an expression whose value is a function. `file`: a module, CommonJS or ES, that exports one. */
  readonly form: 'function' | 'file';
  /** Of a `file`: the name of the export to call; without, the module itself or its default export. */
  readonly exported?: string;
  /**
   * A library that the source finds as a global while it is loaded. Such a realm is made once, frozen, and serves every
   * call; without a library each call has a realm of its own, so that nothing one does reaches another.
   */
  readonly library?: SandboxLibrary;
};

export type SandboxResult =
  /** What the function returned, as JSON tells it; `undefined` where it returned nothing. */
  | { readonly kind: 'value'; readonly value: Json | undefined }
  | {
      readonly kind: 'failed';
      /** `syntax`: it could not be read. `error`: it threw, or its result is nothing JSON can hold. */
      readonly cause: 'syntax' | 'error' | 'time' | 'memory';
      /** A clause for people, without a full stop. */
      readonly why: string;
      /** Line of the source that it happened in, from 1. */
      readonly line?: number;
    };

/** Runs programs of strangers: no file, no network, no host, 64 MB and one second each. */
export interface Sandbox {
  /** Calls the script's function with `args`; a promise is waited for. Never throws. */
  run(script: SandboxScript, args: readonly Json[]): SandboxResult;
}

/** What is known of words, read where a check needs it. */
export interface Words {
  /** Sets of English synonyms, one a line; a word after `!` leads to the others and is none for them. */
  loadSynonyms(): Promise<string>;
}

/** How far a run is. */
export interface Progress {
  /** A sentence for the log; text from outside is escaped by the adapter. */
  say(line: string): void;
  /** What the review will take, told once before the first call, for those who do not read the log. */
  forecast?(line: string): void;
  /** Called whenever a call ends; the adapter decides how often to show it. */
  update(state: ProgressState): void;
  end(): void;
}

export type ProgressState = {
  readonly done: number;
  readonly planned: number;
  /** Of those done: answered by kept replies, without a call. */
  readonly kept: number;
  readonly retried: number;
  readonly failed: number;
  readonly costUsd: number;
  readonly byModel: ReadonlyMap<string, { readonly done: number; readonly planned: number }>;
};

/** SQL as databases speak it, each by a parser of its own. */
export const sqlDialects = [
  'athena',
  'bigquery',
  'db2',
  'flinksql',
  'hive',
  'mariadb',
  'mysql',
  'noql',
  'postgresql',
  'redshift',
  'snowflake',
  'sqlite',
  'transactsql',
  'trino',
] as const;

export type SqlDialect = (typeof sqlDialects)[number];

/** Libraries that scripts in the sandbox can be given. What stands before the `/` is the global that the script finds. */
export type SandboxLibrary = 'nunjucks' | 'dotprompt' | `sql/${SqlDialect}`;

/** A log of an application, as text. */
export interface LogFile {
  /** As people know it: its path, or `standard input`. */
  readonly name: string;
  /** A piece after the other, so that memory stays bounded whatever its size; unpacked. @throws ProblemError */
  text(): AsyncIterable<string>;
}
