import type { PromptResult } from '../../core/assemble/assemble-prompt.ts';
import type { CheckKinds } from '../../core/check-kind.ts';
import type { Design, PromptDesign } from '../../core/design/design-review.ts';
import { compareRows } from '../../core/gate/compare-rows.ts';
import { decideVerdict } from '../../core/gate/decide-verdict.ts';
import type { GateSettings } from '../../core/gate/settings.ts';
import type { Progress } from '../../core/ports.ts';
import type { Problem } from '../../core/problem.ts';
import { cellOf } from '../../core/run/cell-of.ts';
import type { Ending, PromptRun } from '../../core/run/prompt-run.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { AskingSession } from './review-ports.ts';
import { runRounds } from './run-rounds.ts';
import { runSide } from './run-side.ts';

export type Judged = {
  readonly results: readonly PromptResult[];
  readonly ended: Ending;
  readonly problems: readonly Problem[];
};

/** Asks all rounds of all prompts, compares and decides. */
export async function askAndJudge(
  design: Design,
  settings: Settings,
  kinds: CheckKinds,
  asking: AskingSession,
  progress: Progress,
): Promise<Judged> {
  const gate = gateOf(design, settings);
  const { runs, ended } = await runRounds(design.prompts, gate, {
    runSide: (cell, side, trial) =>
      runSide(cell, side, trial, {
        ask: asking.ask,
        roles: rolesOf(settings),
        kinds,
        votes: settings.judge?.votes ?? 1,
        priceOf: asking.priceOf,
      }),
    mayAsk: asking.mayAsk,
  });
  progress.end();
  const problems = asking.stopped().map((what): Problem => ({ reason: 'provider', what }));
  return { results: runs.map((run) => judge(run, gate)), ended, problems };
}

/** Each compared prompt gets its part of the review's alpha, so that many prompts block no more often than one. */
export function gateOf(design: Design, settings: Settings): GateSettings {
  const compared = design.prompts.filter(isCompared).length;
  return {
    ...settings.gate,
    alpha: settings.gate.alpha / Math.max(1, compared),
    sampling: settings.sampling,
    trials: settings.trials,
  };
}

/** A prompt with both sides, some request of which differs. */
function isCompared({ change, cells }: PromptDesign): boolean {
  return change.old !== undefined && cells.some((cell) => !cell.identical);
}

function judge(run: PromptRun, gate: GateSettings): PromptResult {
  const comparison = compareRows(run.cells.map(cellOf), gate);
  return { run, comparison, verdict: decideVerdict(comparison, gate) };
}

function rolesOf({ judge: grader, simulate, embeddings }: Settings) {
  return {
    ...(grader === undefined ? {} : { judge: grader }),
    ...(simulate === undefined ? {} : { simulator: simulate }),
    ...(embeddings === undefined ? {} : { embeddings }),
  };
}
