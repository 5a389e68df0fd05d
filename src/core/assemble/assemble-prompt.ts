import type { Comparison } from '../gate/comparison.ts';
import type { GateVerdict } from '../gate/gate-verdict.ts';
import type { GateQuality } from '../report/gate-quality.ts';
import type { ReportPrompt } from '../report/report.ts';
import type { PromptRun } from '../run/prompt-run.ts';
import type { Settings } from '../settings/settings.ts';
import { assembleRow, type ReadText } from './assemble-row.ts';
import { pooledOf } from './pooled-of.ts';
import { wordHistory } from './word-history.ts';
import { wordRepeats } from './word-repeats.ts';
import { wordStarters } from './word-starters.ts';

/** What became of one prompt: its run, what the gate found, and what it decided. */
export type PromptResult = {
  readonly run: PromptRun;
  readonly comparison: Comparison;
  readonly verdict: GateVerdict;
  /** What the gate does with kept replies of the prompt, where enough are. */
  readonly quality?: GateQuality;
};

/** One prompt of the report. */
export function assemblePrompt(
  { run, comparison, verdict, quality }: PromptResult,
  settings: Settings,
  readText: ReadText,
): ReportPrompt {
  const { change, rows } = run.design;
  const byRow = Map.groupBy(run.cells, (held) => held.cell.row);
  const models = rows.flatMap((row) => {
    const compared = comparison.rows.find((found) => found.row === row.id);
    const judged = verdict.rows.find((found) => found.row === row.id);
    if (compared === undefined || judged === undefined) return [];
    return [assembleRow(row, byRow.get(row.id) ?? [], compared, judged, settings, readText)];
  });
  return {
    path: change.path,
    ...(change.previousPath === undefined ? {} : { previousPath: change.previousPath }),
    change: change.change,
    verdict: verdict.verdict,
    diff: change.diff,
    reasons: verdict.reasons,
    pooled: pooledOf(comparison),
    level: comparison.level,
    rounds: comparison.rounds,
    casesChanged: change.exam.changed,
    unchecked: change.exam.unchecked,
    ...(quality === undefined ? {} : { gateQuality: quality }),
    ...(change.setAside === undefined ? {} : { setAside: change.setAside }),
    notes: [
      ...change.notes,
      ...wordStarters(change.exam.cases.map(({ golden }) => golden)),
      ...wordRepeats(comparison, settings),
      ...wordHistory(comparison),
    ],
    exam: change.exam.cases.map(({ key, golden, weight }) => ({
      id: key,
      ...(golden.segment === undefined ? {} : { segment: golden.segment }),
      tags: golden.tags,
      weight,
      vars: golden.vars,
      ...(golden.reference === undefined ? {} : { reference: golden.reference }),
      checks: golden.checks.map(({ name, required }) => ({ name, required })),
      ...(golden.notRun.length === 0 ? {} : { notRun: golden.notRun.map(({ name }) => name) }),
      at: golden.at,
    })),
    models,
  };
}
