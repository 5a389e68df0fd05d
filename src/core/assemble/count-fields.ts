import type { ReportRow } from '../report/report.ts';
import type { CellRun, SideRun } from '../run/trial-run.ts';
import { fieldsOf } from '../score.ts';
import { metricsOf } from '../scoring/named-checks.ts';
import { type Side, sides } from '../side.ts';

type FieldCount = NonNullable<ReportRow['fields']>[number];
type Counted = {
  readonly check: string;
  readonly field: string;
  readonly tally: Record<Side, { right: number; of: number }>;
};

/**
 * In how many replies each field is right that a check compares by itself, those that fell furthest first. Only whole rounds count:
 * what was asked again, because of what came of it, would lean to one side.
 */
export function countFields(cells: readonly CellRun[]): readonly FieldCount[] {
  const counted = new Map<string, Counted>();
  for (const { cell, trials } of cells) {
    for (const trial of trials) {
      if (!trial.uniform || trial.diagnosis === true) continue;
      for (const side of sides) countRun(trial[cell.identical ? 'new' : side], side, counted);
    }
  }
  return [...counted.values()]
    .map(({ check, field, tally }) => ({ check, field, ...tally }))
    .toSorted((one, other) => fallOf(other) - fallOf(one));
}

function countRun(run: SideRun | undefined, side: Side, counted: Map<string, Counted>): void {
  for (const check of run?.score.checks ?? []) {
    const name = metricsOf(check.scorer, check.check).at(-1) ?? check.check;
    for (const { field, right } of fieldsOf(check)) {
      const key = JSON.stringify([name, field]);
      const found = counted.get(key) ?? newCount(name, field);
      counted.set(key, found);
      found.tally[side].of += 1;
      if (right) found.tally[side].right += 1;
    }
  }
}

function newCount(check: string, field: string): Counted {
  return { check, field, tally: { old: { right: 0, of: 0 }, new: { right: 0, of: 0 } } };
}

/** By how much the share of right replies fell; 0 where there is no old side. */
function fallOf({ old, new: now }: FieldCount): number {
  return old.of === 0 || now.of === 0 ? 0 : old.right / old.of - now.right / now.of;
}
