import type { PromptResult } from '../../core/assemble/assemble-prompt.ts';
import { diagnosedCase } from '../../core/gate/compare-case.ts';
import { type DiagnosedCell, planDiagnosis } from '../../core/gate/plan-diagnosis.ts';
import type { GateSettings } from '../../core/gate/settings.ts';
import { cellOf } from '../../core/run/cell-of.ts';
import type { TrialRun } from '../../core/run/trial-run.ts';
import { countReplies, type Job, runJobs } from './run-jobs.ts';
import type { RoundsDeps } from './run-rounds.ts';

export type Diagnosed = { readonly results: readonly PromptResult[]; readonly notes: readonly string[] };

/**
 * Asks cases again that fell without proof in prompts that are regressed, so that the report can name them: "6/6 → 0/6" instead
 * of "1/1 → 0/1". The verdict stands already, and stays as it is. Within the budget, or not at all.
 */
export async function diagnose(
  results: readonly PromptResult[],
  gate: Pick<GateSettings, 'sampling' | 'trials'>,
  limit: number,
  deps: RoundsDeps,
): Promise<Diagnosed> {
  const planned = planDiagnosis(results, gate, limit);
  const jobs = planned.flatMap((one) => jobsOf(one, results));
  if (jobs.length === 0) return { results, notes: [] };
  const may = deps.mayAsk(countReplies(jobs), jobs);
  const asked = may === 'complete' ? await runJobs(jobs, deps) : { trials: new Map<Job, TrialRun>(), ended: may };
  // A part of it would show some cases as they are and others by chance.
  if (asked.ended !== 'complete') return { results, notes: [leftOut(planned.length)] };
  const byCell = Map.groupBy(asked.trials, ([job]) => job.cell);
  const named = results.map((result, prompt): PromptResult => {
    const here = planned.filter((one) => one.prompt === prompt);
    return here.length === 0 ? result : name(result, here, byCell);
  });
  const cases = new Set(planned.map((one) => JSON.stringify([one.prompt, one.case]))).size;
  const told = `${cases} ${cases === 1 ? 'case that fell was' : 'cases that fell were'} asked again once the verdict stood, to name ${cases === 1 ? 'it' : 'them'}: no test saw these replies.`;
  return { results: named, notes: [told] };
}

function jobsOf({ prompt, row, case: key, trials }: DiagnosedCell, results: readonly PromptResult[]): readonly Job[] {
  const result = results[prompt];
  const held = result?.run.cells.find(({ cell }) => cell.row === row && cell.exam.key === key);
  if (result === undefined || held === undefined) return [];
  const round = result.comparison.rounds + 1;
  return Array.from({ length: trials }, (_, at) => ({
    cell: held.cell,
    trial: held.trials.length + at,
    round,
    uniform: false,
  }));
}

function name(
  result: PromptResult,
  planned: readonly DiagnosedCell[],
  trials: ReadonlyMap<Job['cell'], readonly (readonly [Job, TrialRun])[]>,
): PromptResult {
  const cells = result.run.cells.map((held) => {
    const more = trials.get(held.cell)?.map(([, trial]): TrialRun => ({ ...trial, diagnosis: true })) ?? [];
    return more.length === 0 ? held : { ...held, trials: [...held.trials, ...more] };
  });
  const rows = result.comparison.rows.map((row) => ({
    ...row,
    cases: row.cases.map((one) => {
      const asked = planned.find((cell) => cell.row === row.row && cell.case === one.case);
      const held = cells.find(({ cell }) => cell.row === row.row && cell.exam.key === one.case);
      return asked === undefined || held === undefined ? one : diagnosedCase(one, cellOf(held), asked.trials);
    }),
  }));
  return { ...result, run: { ...result.run, cells }, comparison: { ...result.comparison, rows } };
}

function leftOut(cells: number): string {
  return `What fell without proof was not asked again to name it: what is left of \`max-calls\`, \`max-cost\` and \`timeout\` did not allow for ${cells === 1 ? 'one case' : `${cells} cases and models`}.`;
}
