import type { DriftLine } from '../../core/drift/drift-line.ts';
import type { DriftReport } from '../../core/drift/drift-report.ts';
import { type HistoryRead, rowsOfHistory } from '../../core/drift/read-history.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Report } from '../../core/report/report.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { NamedPrompts } from '../check/pick-checked.ts';
import { readSettings } from '../review/read-settings.ts';
import type { ReviewPorts } from '../review/review-ports.ts';
import { reportDrift } from './report-drift.ts';
import { watchCanaries } from './watch-canaries.ts';
import { watchGolden } from './watch-golden.ts';

/** What scheduled runs keep, and where. */
export type DriftHistory = {
  /** @throws ProblemError where it is there and cannot be read */
  readonly read: () => Promise<HistoryRead>;
  /** Kept once the promise is fulfilled. @throws ProblemError */
  readonly append: (lines: readonly DriftLine[]) => Promise<void>;
  /** Why nothing of this run is kept, as a sentence. */
  readonly notKept?: string;
  /** Why nobody is told what this run found, though it is kept, as a sentence. */
  readonly untold?: string;
};

export type DriftRequest = {
  readonly inputs: Inputs;
  /** Tells this run apart: its address, or its time. */
  readonly run: string;
  /** Prompts that it is narrowed down to; none: all that golden cases guard. */
  readonly named: NamedPrompts;
  /** Golden cases are not asked, whatever the config says. */
  readonly canaryOnly?: true;
  /** Rows whose drift people took as the new usual. */
  readonly accepted?: (settings: Settings, kept: HistoryRead) => Promise<AcceptedDrifts>;
  readonly signal: AbortSignal;
};

/** By `rowName`; `notes` tell what was not taken, and why. */
export type AcceptedDrifts = { readonly rows: ReadonlySet<string>; readonly notes: readonly string[] };

/** `settings` where they could be read. */
export type DriftResult = { readonly report: DriftReport; readonly settings?: Settings };

/**
 * One scheduled run: asks the golden cases as they are, holds the replies to the history, has an alarm confirmed by fresh replies
 * before anyone is told, and keeps what it saw. What is seen is kept first: a run that is killed amid its confirmation leaves the next
 * one to confirm it.
 * @throws ProblemError where config, cases or history cannot be read
 */
export async function watchDrift(
  request: DriftRequest,
  ports: ReviewPorts,
  history: DriftHistory,
): Promise<DriftResult> {
  const { inputs } = request;
  const pull = await ports.host.pullRequest();
  if ('nothing' in pull)
    throw new ProblemError({ reason: 'files', what: `there is nothing to watch: ${pull.nothing}` });
  if (pull.number !== undefined)
    throw new ProblemError({
      reason: 'config',
      what: '`mode: drift` watches a branch, and this run is of a pull request, whose prompts are not the usual ones.',
      fix: 'Run it on a `schedule`, or by hand (`workflow_dispatch`).',
    });
  const { settings: whole } = await readSettings(ports.host, pull, inputs);
  const { drift: said } = whole;
  const settings = request.canaryOnly === true ? { ...said, layers: ['canary' as const] } : said;
  const kept = await history.read();
  const accepted = await request.accepted?.(whole, kept);
  const at = new Date(ports.clock.now()).toISOString();
  const limits = { calls: settings.budget.calls ?? whole.maxCalls, usd: settings.budget.usd ?? whole.maxCostUsd };
  const place: DriftPlace = {
    at,
    run: request.run,
    settings: { ...whole, drift: settings },
    rows: rowsOfHistory(kept.lines),
    accepted: accepted?.rows ?? new Set(),
    keep: history.notKept === undefined ? history.append : async () => undefined,
  };
  const golden = asksGolden(settings) ? await watchGolden(request, ports, place, limits) : undefined;
  const left = (golden?.asked ?? []).reduce(leftOf, limits);
  const canaries = settings.layers.includes('canary') ? await watchCanaries(ports, place, left) : undefined;
  const report = reportDrift({
    states: golden?.states ?? [],
    asked: golden?.asked ?? [],
    ...(canaries === undefined ? {} : { canaries }),
    kept,
    notes: [history.notKept, history.untold, ...(accepted?.notes ?? [])].filter((note) => note !== undefined),
    settings,
    place: { at, tool: ports.tool, head: pull.head },
  });
  return { report, settings: whole };
}

/** Without the layer `cases`, a canary takes the golden cases' place. */
function asksGolden({ layers }: Settings['drift']): boolean {
  return layers.includes('cases') || !layers.includes('canary');
}

/** What one run works with: its time, its history, and where it keeps what it saw. */
export type DriftPlace = {
  readonly at: string;
  readonly run: string;
  readonly settings: Settings;
  /** Earlier lines, by `rowName`. */
  readonly rows: ReadonlyMap<string, readonly DriftLine[]>;
  /** Rows that people took as the usual, by `rowName`. */
  readonly accepted: ReadonlySet<string>;
  /** Kept once the promise is fulfilled. @throws ProblemError */
  readonly keep: (lines: readonly DriftLine[]) => Promise<void>;
};

/** What a run may spend, all its askings together. */
export type DriftLimits = { readonly calls: number; readonly usd: number };

export function leftOf(
  { calls, usd }: DriftLimits,
  { calls: { made }, costUsd: { actual = 0 } }: Pick<Report, 'calls' | 'costUsd'>,
): DriftLimits {
  return { calls: Math.max(1, calls - made), usd: Math.max(0, usd - actual) };
}
