import { offeredSkills, pickedSkills } from '../agents/skills.ts';
import { triggerKind } from '../agents/trigger-cases.ts';
import type { ReportRow } from '../report/report.ts';
import type { CellRun, SideRun } from '../run/trial-run.ts';
import type { Side } from '../side.ts';

type Picks = NonNullable<ReportRow['picks']>;

/** Which skills replies picked, case by case and side by side; nothing where no case asks for a pick. */
export function countPicks(cells: readonly CellRun[]): Pick<ReportRow, 'picks'> {
  const picks = cells.flatMap((held): Picks => {
    const { skills, exam } = held.cell;
    const asked = exam.golden.checks.find(({ kind }) => kind === triggerKind)?.argument;
    if (skills === undefined || asked === undefined) return [];
    const skill = skills.new ?? skills.old ?? '';
    const wanted = asked === true ? skill : typeof asked === 'string' ? asked : null;
    return [{ case: exam.key, skill, wanted, old: tally(held, 'old'), new: tally(held, 'new') }];
  });
  return picks.length === 0 ? {} : { picks };
}

/** Replies by what they pick first; `null`: none of the skills that are offered. Another name is the model's own text, and is not told. */
function tally({ cell, trials }: CellRun, side: Side): Picks[number]['old'] {
  const runs = trials.flatMap((trial): readonly SideRun[] => {
    const run = trial[cell.identical ? 'new' : side];
    return run === undefined ? [] : [run];
  });
  const offered = offeredSkills(cell[cell.identical ? 'new' : side]?.params ?? {});
  const picked = runs.flatMap(({ reply }) => {
    if (reply.kind !== 'answered') return [];
    return [pickedSkills(reply.answer.toolCalls).find((name) => offered.has(name)) ?? null];
  });
  return [...Map.groupBy(picked, (skill) => skill)]
    .map(([skill, held]) => ({ skill, replies: held.length }))
    .toSorted((one, other) => other.replies - one.replies);
}
