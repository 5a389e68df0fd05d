import type { ReportCase, ReportRow } from '../../core/report/report.ts';
import { showNumberOf } from '../show-quantity.ts';

/** Cases of some rows by what became of them; one that is several things on several rows counts as the worst of them. */
export type CaseCounts = {
  readonly all: number;
  readonly same: number;
  /** Their ids. */
  readonly fell: readonly string[];
  readonly improved: readonly string[];
  readonly flaky: number;
  readonly failing: number;
  /** Of those that fail, how many have no old side to compare with: of a new prompt, or on a model that came in addition. */
  readonly failingAlone: number;
  readonly unscored: number;
};

/** From the worst on. */
const states = ['regressed', 'fell', 'unscored', 'failing', 'flaky', 'improved', 'same'] as const;

export function countCases(rows: readonly Pick<ReportRow, 'cases'>[]): CaseCounts {
  const found = Map.groupBy(
    rows.flatMap(({ cases }) => cases),
    ({ id }) => id,
  );
  const ids = Map.groupBy([...found.keys()], (id) =>
    states.find((state) => found.get(id)?.some((one) => one.state === state)),
  );
  const count = (state: (typeof states)[number]): number => ids.get(state)?.length ?? 0;
  return {
    all: found.size,
    same: count('same'),
    fell: ids.get('fell') ?? [],
    improved: ids.get('improved') ?? [],
    flaky: count('flaky'),
    failing: count('failing'),
    failingAlone: ids.get('failing')?.filter((id) => found.get(id)?.every(isAlone)).length ?? 0,
    unscored: count('unscored'),
  };
}

/** Whether there is no old side that a case could be compared with. */
export function isAlone({ old }: Pick<ReportCase, 'old'>): boolean {
  return old.of === 0;
}

/** The unsteady ones: `1 is flaky`, `2 fail on both sides`. */
export function wordUnsteady({ flaky, failing, failingAlone, unscored }: CaseCounts): readonly string[] {
  const onBoth = failing - failingAlone;
  return [
    ...(flaky > 0 ? [`${flaky} ${flaky === 1 ? 'is' : 'are'} flaky`] : []),
    ...(onBoth > 0 ? [`${onBoth} ${onBoth === 1 ? 'fails' : 'fail'} on both sides`] : []),
    ...(failingAlone > 0 ? [`${failingAlone} ${failingAlone === 1 ? 'fails' : 'fail'}`] : []),
    ...(unscored > 0 ? [`${showNumberOf(unscored, 'case')} without a score`] : []),
  ];
}
