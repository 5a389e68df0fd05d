import type { JudgeRow } from './drift-report.ts';
import type { RowState } from './follow-row.ts';
import { rowOfState } from './row-of-state.ts';

/** What is told of the judge: where the texts that it grades again stand. */
export function rowOfJudge(state: RowState): JudgeRow {
  const row = rowOfState(state, ['served', 'cases']);
  const { model, verdict, served, servedBefore, since, ended, settled, found, metrics, runs } = row;
  const grades = found.find(({ channel }) => channel === 'grade');
  const { grade } = metrics;
  return {
    ...{ model, verdict, served, runs },
    ...(servedBefore === undefined ? {} : { servedBefore }),
    ...(since === undefined ? {} : { since }),
    ...(ended === undefined ? {} : { ended }),
    ...(settled === undefined ? {} : { settled }),
    ...(found.length === 0 ? {} : { told: grades === undefined ? ('served' as const) : ('grades' as const) }),
    ...(grades?.towards === undefined ? {} : { towards: grades.towards }),
    ...(grade === undefined ? {} : { grade }),
    anchors: state.latest.cases.filter(({ values }) => values['grade'] !== undefined).length,
  };
}
