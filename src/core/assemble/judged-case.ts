import type { CaseComparison } from '../gate/comparison.ts';
import type { ReportCase } from '../report/report.ts';

/** The gate's part of a case of the report, wherever its scores came from. */
export function judgedCase(found: CaseComparison): Omit<ReportCase, 'segment' | 'replies'> {
  return {
    id: found.case,
    family: found.family,
    identical: found.identical,
    old: found.old,
    new: found.new,
    delta: found.delta,
    p: found.p,
    method: found.method,
    state: found.state,
    ...(found.falls.length === 0
      ? {}
      : {
          falls: found.falls.map(({ confirmed, ...fall }) => ({
            ...fall,
            state: confirmed === null ? ('fell' as const) : ('regressed' as const),
          })),
        }),
    ...(found.diagnosed === undefined ? {} : { diagnosed: found.diagnosed }),
  };
}
