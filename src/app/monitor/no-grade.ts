import type { MonitorReport } from '../../core/monitor/monitor-report.ts';
import type { Observed } from '../../core/monitor/observed.ts';
import type { InvalidReason, Problem } from '../../core/problem.ts';

/** Grades were asked for, and none is known, be it that no log holds a reply: nobody is to take that for good. */
export function hasNoGrade({ observed }: Pick<MonitorReport, 'observed'>): boolean {
  return observed?.quality.every(({ n }) => n === 0) ?? false;
}

/** Where the fault lies that no grade is known. */
export function reasonOfNoGrade({ sample, calls }: Observed): InvalidReason {
  if (sample.of === 0) return 'files';
  return calls === 0 ? 'budget' : 'judge';
}

/** What a run that is to take offered cases somewhere is told where none is chosen. */
export function nothingOffered(file: string): Problem {
  return {
    reason: 'config',
    what: 'No case is offered: the config has no sample judged.',
    at: { file },
    fix: 'Write `monitor: { quality: {} }` in it, or choose cases by `promptgate cases add --from LOGS`.',
  };
}
