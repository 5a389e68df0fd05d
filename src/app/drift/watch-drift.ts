import type { DriftLine, DriftRun } from '../../core/drift/drift-line.ts';
import type { DriftReport } from '../../core/drift/drift-report.ts';
import { followRow, type RowState } from '../../core/drift/follow-row.ts';
import { linesOfReport } from '../../core/drift/lines-of-report.ts';
import { freshReplies, lookAgain } from '../../core/drift/look-again.ts';
import { type HistoryRead, rowName, rowsOfHistory } from '../../core/drift/read-history.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Report } from '../../core/report/report.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { findRefusal } from '../../scorers/index.ts';
import { check } from '../check/check.ts';
import type { NamedPrompts } from '../check/pick-checked.ts';
import { readSettings } from '../review/read-settings.ts';
import type { ReviewPorts } from '../review/review-ports.ts';
import { reportDrift, watchedSuspicions } from './report-drift.ts';

/** What scheduled runs keep, and where. */
export type DriftHistory = {
  /** @throws ProblemError where it is there and cannot be read */
  readonly read: () => Promise<HistoryRead>;
  /** Kept once the promise is fulfilled. @throws ProblemError */
  readonly append: (lines: readonly DriftLine[]) => Promise<void>;
  /** Why nothing of this run is kept, as a sentence. */
  readonly notKept?: string;
};

export type DriftRequest = {
  readonly inputs: Inputs;
  /** Tells this run apart: its address, or its time. */
  readonly run: string;
  /** Prompts that it is narrowed down to; none: all that golden cases guard. */
  readonly named: NamedPrompts;
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
  const { drift: settings } = whole;
  const kept = await history.read();
  const accepted = await request.accepted?.(whole, kept);
  const at = new Date(ports.clock.now()).toISOString();
  const limits = { calls: whole.maxCalls, usd: whole.maxCostUsd };
  const seen = await ask(request, ports, { trials: settings.trials, prompts: request.named, ...limits });
  const place = { at, run: request.run };
  const lines: readonly DriftRun[] = linesOfReport(seen, place, isRefusal).filter(hasReply);
  const taken = lines
    .filter(({ prompt, model }) => accepted?.rows.has(rowName(prompt, model)) === true)
    .map(takenAsUsual);
  const keep = history.notKept === undefined ? history.append : async () => undefined;
  if (lines.length > 0) await keep([...lines, ...taken]);
  const before = rowsOfHistory(kept.lines);
  const rows = lines.map((line) => ({
    line,
    earlier: before.get(rowName(line.prompt, line.model)) ?? [],
    taken: taken.filter(({ prompt, model }) => prompt === line.prompt && model === line.model),
  }));
  const states = rows.flatMap(({ line, earlier, taken: own }) => followRow([...earlier, line, ...own]) ?? []);

  const suspected = states.filter((state) => watchedSuspicions(state, settings).length > 0);
  const more = suspected.length === 0 ? undefined : await confirm(suspected, leftOf(limits, seen), request, ports);
  const confirmations = (more === undefined ? [] : linesOfReport(more, place, isRefusal)).flatMap((fresh) => {
    const state = suspected.find(({ latest }) => latest.prompt === fresh.prompt && latest.model === fresh.model);
    return state === undefined ? [] : lookAgain(watchedSuspicions(state, settings), state.runs, fresh);
  });
  if (confirmations.length > 0) await keep(confirmations);
  const settled = rows.flatMap(({ line, earlier, taken: usual }) => {
    const own = confirmations.filter(({ prompt, model }) => prompt === line.prompt && model === line.model);
    return followRow([...earlier, line, ...usual, ...own]) ?? [];
  });
  const report = reportDrift(
    settled,
    [seen, ...(more === undefined ? [] : [more])],
    kept,
    [...(history.notKept === undefined ? [] : [history.notKept]), ...(accepted?.notes ?? [])],
    settings,
    at,
  );
  return { report, settings: whole };
}

function takenAsUsual({ version, at, run, prompt, model }: DriftRun): DriftLine {
  return { kind: 'accepted', version, at, run, prompt, model };
}

/** What a run may spend, both askings together. */
type Limits = { readonly calls: number; readonly usd: number };

function leftOf({ calls, usd }: Limits, { calls: { made }, costUsd: { actual = 0 } }: Report): Limits {
  return { calls: Math.max(1, calls - made), usd: Math.max(0, usd - actual) };
}

/** Golden cases asked of head, each so often, none of them kept from before. */
async function ask(
  { inputs, signal }: DriftRequest,
  ports: ReviewPorts,
  { trials, prompts, calls, usd }: { readonly trials: number; readonly prompts: NamedPrompts } & Limits,
): Promise<Report> {
  const { report } = await check(
    {
      inputs: {
        ...inputs,
        mode: 'check',
        sampling: 'fixed',
        trials,
        'baseline-age': 0,
        'max-calls': calls,
        'max-cost': usd,
      },
      named: prompts,
      signal,
    },
    ports,
  );
  return report;
}

function confirm(
  suspected: readonly RowState[],
  left: Limits,
  request: DriftRequest,
  ports: ReviewPorts,
): Promise<Report> {
  const prompts = [...new Set(suspected.map(({ latest }) => latest.prompt))];
  ports.progress.say(`${prompts.join(', ')}: something moved. ${freshReplies} fresh replies a case will tell.`);
  return ask(request, ports, { trials: freshReplies, prompts: { written: prompts, folder: '' }, ...left });
}

function isRefusal(text: string): boolean {
  return findRefusal(text) !== undefined;
}

/** A prompt of which no reply came leaves no line: it would say nothing. */
function hasReply({ cases }: DriftRun): boolean {
  return cases.some(({ values }) => Object.keys(values).length > 0);
}
