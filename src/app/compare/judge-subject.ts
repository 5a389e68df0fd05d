import { pooledOf } from '../../core/assemble/assemble-prompt.ts';
import { compareRows } from '../../core/gate/compare-rows.ts';
import type { Comparison } from '../../core/gate/comparison.ts';
import { decideVerdict } from '../../core/gate/decide-verdict.ts';
import type { GateSettings } from '../../core/gate/settings.ts';
import type { Cell } from '../../core/outcome.ts';
import type { ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { worst } from '../../core/verdict.ts';
import type { ScoreTrial } from '../../formats/scores/types.ts';
import { closeRow, comparedCells, freshCells } from './close-row.ts';
import type { PairedCase, PairedRow, PairedSubject } from './pair-score-files.ts';

/** Judges a subject by the gate's own tests; rows and cases that only the new file has are shown beside. */
export function judgeSubject(subject: PairedSubject, gate: GateSettings, file: string): ReportPrompt {
  const rows = subject.rows.map(inferPasses);
  const isFresh = (row: PairedRow) => row.cases.every((one) => one.old === undefined);
  const shared = rows.filter((row) => !isFresh(row));
  const compared = judge(shared, shared.flatMap(comparedCells), gate);
  const fresh = rows.filter(isFresh);
  const shown = judge(
    fresh,
    fresh.flatMap((row) => freshCells(row)),
    gate,
  );
  const { comparison, verdict } = compared;
  return {
    path: subject.name,
    ...(subject.previousName === undefined ? {} : { previousPath: subject.previousName }),
    change: subject.compared ? 'modified' : 'added',
    verdict: worst([verdict.verdict, shown.verdict.verdict]),
    diff: '',
    reasons: verdict.reasons,
    pooled: pooledOf(comparison),
    level: comparison.level,
    rounds: 1,
    casesChanged: { added: subject.added, removed: subject.removed, edited: [], weakened: [] },
    unchecked: [],
    notes: subject.notes,
    exam: examOf(subject, file),
    models: [...compared.models, ...shown.models],
  };
}

function judge(rows: readonly PairedRow[], cells: readonly Cell[], gate: GateSettings) {
  const comparison: Comparison = compareRows(cells, gate);
  const verdict = decideVerdict(comparison, gate);
  const models = rows.flatMap((row): readonly ReportRow[] => {
    const compared = comparison.rows.find((found) => found.row === row.id);
    const judged = verdict.rows.find((found) => found.row === row.id);
    if (compared === undefined || judged === undefined) return [];
    const beside = comparison.kind === 'both' ? compareRows(freshCells(row), gate).rows : [];
    const added = beside.flatMap((found) => found.cases.map((one) => ({ ...one, family: 'added' }) as const));
    const cases = [...compared.cases, ...added];
    return [closeRow(row, { ...compared, cases }, judged)];
  });
  return { comparison, verdict, models };
}

function examOf({ rows }: PairedSubject, file: string): ReportPrompt['exam'] {
  const cases = new Map(rows.flatMap((row) => row.cases.map((one) => [one.id, one] as const)));
  return [...cases.values()].map(({ id, weight, segment }) => ({
    id,
    ...(segment === undefined ? {} : { segment }),
    tags: [],
    weight,
    vars: {},
    checks: [],
    at: { file },
  }));
}

/** Takes scores for passes where a row has nothing but 0 and 1 on both sides, and says nothing of passes itself. */
function inferPasses(row: PairedRow): PairedRow {
  const all = row.cases.flatMap((one) => [...(one.old ?? []), ...one.new]);
  const bare = all.every(
    ({ outcome }) =>
      'missing' in outcome || (outcome.passes === undefined && (outcome.score === 0 || outcome.score === 1)),
  );
  return bare ? { ...row, cases: row.cases.map(withPasses) } : row;
}

function withPasses(one: PairedCase): PairedCase {
  const { old, ...rest } = one;
  return { ...rest, new: one.new.map(mark), ...(old === undefined ? {} : { old: old.map(mark) }) };
}

function mark(trial: ScoreTrial): ScoreTrial {
  const { outcome } = trial;
  return 'missing' in outcome ? trial : { ...trial, outcome: { ...outcome, passes: outcome.score === 1 } };
}
