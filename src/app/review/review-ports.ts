import type { Spent } from '../../core/assemble/assemble-report.ts';
import type { Breathe } from '../../core/breathe.ts';
import type { Deciding } from '../../core/deciding.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import type { FileIndex } from '../../core/file-index.ts';
import type { CostOf } from '../../core/money/prices.ts';
import type { HeldBytes } from '../../core/parts/held-bytes.ts';
import type { Clock, Host, Progress, Sandbox, ScoreHistory, Words } from '../../core/ports.ts';
import type { PullRequest } from '../../core/pull-request.ts';
import type { Answer } from '../../core/reply.ts';
import type { Report } from '../../core/report/report.ts';
import type { Ending } from '../../core/run/trial-run.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Side } from '../../core/side.ts';
import type { VersionHistory } from '../../core/version-history.ts';
import type { Ask } from './answer-asking.ts';
import type { Replay } from './replay-report.ts';

/** The run's one pool of calls with its store, opened only when something is to be asked. */
export type AskingSession = {
  readonly ask: Ask;
  readonly priceOf: (cell: DesignCell, side: Side, answer: Omit<Answer, 'text' | 'vectors'>) => number | undefined;
  /** Whether a further round of so many replies may be asked, by budget and time. */
  readonly mayAsk: (replies: number) => Ending;
  /** The limit of a budget of some prompts' own that so many replies more would break, or that has refused a call already. */
  readonly wouldBreak: (budget: number, replies: number) => 'calls' | 'usd' | undefined;
  /** The limit behind an ending. */
  readonly stoppedBy: (ended: Ending) => Report['stoppedBy'];
  /** Announces calls of a model to whoever watches progress. */
  readonly expect: (model: string, calls: number) => void;
  /** Why providers were stopped (a wrong key, an empty quota), one sentence each. */
  readonly stopped: () => readonly string[];
  readonly spent: () => Spent;
  /** What a reader should know of how scorers ran. */
  readonly notes: () => readonly string[];
  /** What replies of earlier comparisons scored. */
  readonly history: ScoreHistory;
  /** What merged versions of prompts came to; absent where replies are replayed. */
  readonly past?: VersionHistory;
  readonly close: () => Promise<void>;
  /** Replies of a saved report instead of any that would be asked. */
  readonly replay?: Replay;
};

/** What a review is given: everything that reads, writes, waits or knows the time. */
export type ReviewPorts = {
  readonly host: Host;
  /** Bytes that messages show, from their reading to their sending. */
  readonly held: HeldBytes;
  /** Where scripts of tests are run. */
  readonly sandbox: Sandbox;
  readonly words: Words;
  readonly clock: Clock;
  readonly breathe: Breathe;
  readonly deciding: Deciding;
  readonly progress: Progress;
  /** Called once a prompt may have changed, before its files are read. */
  readonly begin: () => void;
  /** Called before the plan of at least so many calls is made: this process is to hold them in little memory. */
  readonly expect: (calls: number) => void;
  /** What earlier runs found out about files, where that is kept. Called only where it spares many requests. */
  readonly openIndex?: (settings: Settings) => Promise<FileIndex | undefined>;
  readonly tool: { readonly name: string; readonly version: string };
  readonly hasKey: (settings: Settings, provider: string) => boolean;
  /** Dollars of tokens at a provider, as far as anyone knows. */
  readonly loadPrices: (settings: Settings) => Promise<CostOf>;
  /**
   * The session stays open after the review: the report reads from it what was said.
   * @param calls the most that may be asked
   */
  readonly openAsking: (settings: Settings, calls: number) => Promise<AskingSession>;
  /**
   * Snapshots that other jobs rendered and handed over: which of them may be taken for what head's code renders, and where each side
   * came from. @throws ProblemError
   */
  readonly handedOver?: (
    pull: PullRequest,
  ) => Promise<{ readonly fresh: ReadonlySet<string>; readonly notes: readonly string[] }>;
  /** Nothing is asked: no budget is to be kept to. */
  readonly asksNothing?: true;
};
