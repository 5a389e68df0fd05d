import { markdownTable } from 'markdown-table';
import type { Report } from '../../core/report/report.ts';
import { type GradedMetric, gradedMetrics } from '../graded-metrics.ts';
import { showChange, showDelta, showP, showScore } from '../show-quantity.ts';
import { escapeName } from './escape.ts';

/** Rows of the table: what fell most comes first. */
const most = 40;

const parts = { gates: 'gates', advises: 'only advises', shown: '–' } as const satisfies Record<
  GradedMetric['part'],
  string
>;

/** One table: what graded checks came to, old and new, and what part they have in the verdict. */
export function metricItems(report: Report): readonly string[] {
  const all = gradedMetrics(report).filter(({ mean }) => report.mode === 'check' || hasMoved(mean));
  if (all.length === 0) return [];
  const several = report.prompts.length > 1;
  const decides = all.some(({ part }) => part !== 'shown');
  const lines = all
    .slice(0, most)
    .map(({ prompt, row, name, together, mean, part }) => [
      ...(several ? [escapeName(prompt.path)] : []),
      `${together ? 'all ' : ''}${escapeName(name)}`,
      escapeName(row.id),
      showChange(mean.old, mean.new, showScore),
      mean.delta === null ? '–' : showDelta(mean.delta),
      mean.p === null ? '–' : showP(mean.p).replace(/^p = /u, ''),
      ...(decides ? [parts[part]] : []),
    ]);
  const head = [
    ...(several ? ['Prompt'] : []),
    'Check',
    'Model',
    'Mean',
    'Change',
    'p',
    ...(decides ? ['Own gate'] : []),
  ];
  const table = markdownTable([head, ...lines], {
    align: [...(several ? ['l'] : []), 'l', 'l', 'r', 'r', 'r', ...(decides ? ['l'] : [])],
    alignDelimiters: false,
  });
  const more = all.length - lines.length;
  return more > 0 ? [table, `… and ${more} more in the full report.`] : [table];
}

/** What stayed the same says nothing. */
function hasMoved({ delta }: GradedMetric['mean']): boolean {
  return delta === null || Math.abs(delta) >= 0.005;
}
