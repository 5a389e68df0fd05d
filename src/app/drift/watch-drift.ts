import type { DriftLine } from '../../core/drift/drift-line.ts';
import type { DriftReport } from '../../core/drift/drift-report.ts';
import { type HistoryRead, rowsOfHistory } from '../../core/drift/read-history.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { readSettings } from '../review/read-settings.ts';
import type { ReviewPorts } from '../review/review-ports.ts';
import { type DriftPlace, type DriftRequest, isWholeRun, leftOf } from './drift-run.ts';
import { reportDrift } from './report-drift.ts';
import { watchCanaries } from './watch-canaries.ts';
import { watchGolden } from './watch-golden.ts';

/** What scheduled runs keep, and where. */
export type DriftHistory = {
  /** @throws ProblemError where it is there and cannot be read */
  readonly read: () => Promise<HistoryRead & { readonly notes?: readonly string[] }>;
  /** Kept once the promise is fulfilled. @throws ProblemError */
  readonly append: (lines: readonly DriftLine[]) => Promise<void>;
  /** Why nothing of this run is kept, as a sentence. */
  readonly notKept?: string;
  /** Why nobody is told what this run found, though it is kept, as a sentence. */
  readonly untold?: string;
};

/** `settings` where they could be read; `isWhole`: the run saw all that they have watched. */
export type DriftResult = { readonly report: DriftReport; readonly settings?: Settings; readonly isWhole: boolean };

/**
 * One scheduled run: asks the golden cases as they are, holds the replies to the history, has an alarm confirmed by fresh replies
 * before anyone is told, and keeps what it saw. What is seen is kept first: a run that is killed amid its confirmation leaves the next
 * one to confirm it.
 * @throws ProblemError where config, cases or history cannot be read
 */
export async function watchDrift(
  request: DriftRequest,
  ports: ReviewPorts,
  openHistory: (settings: Settings) => DriftHistory,
): Promise<DriftResult> {
  const { inputs } = request;
  const pull = await ports.host.pullRequest();
  if ('nothing' in pull)
    throw new ProblemError({ reason: 'files', what: `there is nothing to watch: ${pull.nothing}` });
  if (pull.number !== undefined)
    throw new ProblemError({
      reason: 'config',
      what: '`mode: drift` watches a branch, but this run is for a pull request, whose prompts are not those in use.',
      fix: 'Run it on a `schedule`, or by hand (`workflow_dispatch`).',
    });
  const { settings: whole } = await readSettings(ports.host, pull, inputs);
  const { drift: said } = whole;
  const settings = request.canaryOnly === true ? { ...said, layers: ['canary' as const] } : said;
  const history = openHistory(whole);
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
  const beside = [...(golden?.judge?.spent ?? []), ...(golden?.observed.spent ?? [])];
  const left = [...(golden?.asked ?? []), ...beside].reduce(leftOf, limits);
  const canaries = settings.layers.includes('canary') ? await watchCanaries(ports, place, left) : undefined;
  const report = reportDrift({
    states: golden?.states ?? [],
    asked: golden?.asked ?? [],
    beside,
    ...(canaries === undefined ? {} : { canaries }),
    ...(golden?.judge === undefined ? {} : { judge: golden.judge }),
    kept,
    notes: [
      history.notKept,
      history.untold,
      ...(golden?.observed.notes ?? []),
      ...(kept.notes ?? []),
      ...(accepted?.notes ?? []),
    ].filter((note) => note !== undefined),
    settings,
    place: { at, tool: ports.tool, head: pull.head },
  });
  return { report, settings: whole, isWhole: isWholeRun(request, golden?.asked[0], report) };
}

/** Without the layer `cases`, a canary takes the golden cases' place. */
function asksGolden({ layers }: Settings['drift']): boolean {
  return layers.includes('cases') || !layers.includes('canary');
}
