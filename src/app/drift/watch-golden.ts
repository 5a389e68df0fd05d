import type { DriftLine, DriftRun } from '../../core/drift/drift-line.ts';
import { followRow, type RowState } from '../../core/drift/follow-row.ts';
import { withTexts } from '../../core/drift/kept-texts.ts';
import { linesOfReport } from '../../core/drift/lines-of-report.ts';
import { freshReplies, lookAgain } from '../../core/drift/look-again.ts';
import { rowName } from '../../core/drift/read-history.ts';
import type { Report, ReportCase } from '../../core/report/report.ts';
import { findRefusal } from '../../scorers/index.ts';
import { check } from '../check/check.ts';
import type { NamedPrompts } from '../check/pick-checked.ts';
import type { ReviewPorts } from '../review/review-ports.ts';
import { type DriftLimits, type DriftPlace, type DriftRequest, leftOf } from './drift-run.ts';
import { watchedSuspicions } from './report-drift.ts';

/** What the golden cases came to, row by row, and the reports of all that was asked. */
export type GoldenWatched = { readonly states: readonly RowState[]; readonly asked: readonly Report[] };

/** Asks the golden cases, holds the replies to the history, and has alarms confirmed by fresh ones. What is seen is kept first. */
export async function watchGolden(
  request: DriftRequest,
  ports: ReviewPorts,
  place: DriftPlace,
  limits: DriftLimits,
): Promise<GoldenWatched> {
  const { drift: settings } = place.settings;
  const when = { at: place.at, run: place.run };
  const seen = await ask(request, ports, { trials: settings.trials, prompts: request.named, ...limits });
  const lines: readonly DriftRun[] = linesOfReport(seen, when, isRefusal)
    .filter(hasReply)
    .map((line) => (settings.historyTexts ? withTexts(line, casesOf(line, seen), earlierOf(line, place)) : line));
  const taken = lines.filter(({ prompt, model }) => place.accepted.has(rowName(prompt, model))).map(takenAsUsual);
  if (lines.length > 0) await place.keep([...lines, ...taken]);
  const rows = lines.map((line) => ({
    line,
    earlier: earlierOf(line, place),
    taken: taken.filter(({ prompt, model }) => prompt === line.prompt && model === line.model),
  }));
  const states = rows.flatMap(({ line, earlier, taken: own }) => followRow([...earlier, line, ...own]) ?? []);

  const suspected = states.filter((state) => watchedSuspicions(state, settings).length > 0);
  const more = suspected.length === 0 ? undefined : await confirm(suspected, leftOf(limits, seen), request, ports);
  const confirmations = (more === undefined ? [] : linesOfReport(more, when, isRefusal)).flatMap((fresh) => {
    const state = suspected.find(({ latest }) => latest.prompt === fresh.prompt && latest.model === fresh.model);
    return state === undefined ? [] : lookAgain(watchedSuspicions(state, settings), state.runs, fresh);
  });
  if (confirmations.length > 0) await place.keep(confirmations);
  const settled = rows.flatMap(({ line, earlier, taken: usual }) => {
    const own = confirmations.filter(({ prompt, model }) => prompt === line.prompt && model === line.model);
    return followRow([...earlier, line, ...usual, ...own]) ?? [];
  });
  return { states: settled, asked: [seen, ...(more === undefined ? [] : [more])] };
}

/** The line that says so. */
export function takenAsUsual({
  version,
  at,
  run,
  prompt,
  model,
}: Pick<DriftRun, 'version' | 'at' | 'run' | 'prompt' | 'model'>): DriftLine {
  return { kind: 'accepted', version, at, run, prompt, model };
}

/** Golden cases asked of head, each so often, none of them kept from before. */
async function ask(
  { inputs, signal }: DriftRequest,
  ports: ReviewPorts,
  { trials, prompts, calls, usd }: { readonly trials: number; readonly prompts: NamedPrompts } & DriftLimits,
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
  left: DriftLimits,
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

function earlierOf({ prompt, model }: DriftRun, { rows }: DriftPlace): readonly DriftLine[] {
  return rows.get(rowName(prompt, model)) ?? [];
}

function casesOf({ prompt, model }: DriftRun, { prompts }: Report): readonly ReportCase[] {
  const rows = prompts.find(({ path }) => path === prompt)?.models ?? [];
  return rows.find((row) => row.model.new === model)?.cases ?? [];
}
