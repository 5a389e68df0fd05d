import type { Settings } from '../settings/settings.ts';
import type { MonitorReport } from './monitor-report.ts';
import type { Observed, OfferedCase } from './observed.ts';

/**
 * The report as far as a run of the action may publish it, by `publish-replies`: inputs of production that may become golden cases only
 * where it is `full`, though they are masked, for names have no form; and what a judge said of a call not where it is `none`. Grades,
 * and how many inputs there are, stay.
 */
export function asPublishedMonitor(
  report: MonitorReport,
  { publishReplies }: Pick<Settings, 'publishReplies'>,
): MonitorReport {
  const { observed } = report;
  if (observed === undefined || publishReplies === 'full') return report;
  return { ...report, observed: withoutTexts(observed, publishReplies === 'none') };
}

function withoutTexts(observed: Observed, isWithheld: boolean): Observed {
  const { candidates, unknown, notes } = observed;
  return {
    ...observed,
    unknown: isWithheld ? unknown.map((one) => ({ ...one, why: 'not published' })) : unknown,
    candidates: [],
    notes: candidates.length === 0 ? notes : [...notes, wordWithheld(candidates)],
  };
}

function wordWithheld(candidates: readonly OfferedCase[]): string {
  const counts = [...Map.groupBy(candidates, ({ reason }) => words[reason])].map(
    ([reason, held]) => `${held.length} ${reason}`,
  );
  const what =
    candidates.length === 1
      ? '1 input may become a golden case'
      : `${candidates.length} inputs may become golden cases`;
  return `${what} (${counts.join(', ')}). What they say is published with \`publish-replies: full\` only; \`promptgate monitor --write\` adds them to the cases files.`;
}

const words: Readonly<Record<OfferedCase['reason'], string>> = {
  failed: 'failed',
  poor: 'graded low',
  refused: 'refused',
  cut: 'cut off',
  rare: 'like no golden case',
};
