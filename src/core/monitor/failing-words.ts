import type { Settings } from '../settings/settings.ts';
import type { MonitorReport } from './monitor-report.ts';
import { isUntested, isWorse, movedOf } from './moved.ts';

/** What a monitor run ends with, as far as `fail-on` may name it. */
export type MonitorWord = Settings['monitorFailOn'][number];

/** Whether anything got worse beyond chance; `unknown`: nothing could be tested. */
export function movementOf(report: MonitorReport): 'moved' | 'unknown' | 'steady' {
  if (movedOf(report).some(isWorse)) return 'moved';
  return isUntested(report) ? 'unknown' : 'steady';
}

/**
 * The words of `fail-on` that fail this run.
 * @param open alerts of rules that are open after it; undefined where nobody knows
 */
export function failingWords(
  report: MonitorReport,
  { monitorFailOn }: Pick<Settings, 'monitorFailOn'>,
  open: number | undefined,
): readonly MonitorWord[] {
  const movement = movementOf(report);
  return monitorFailOn.filter((word) => (word === 'alert' ? open !== 0 : word === movement));
}
