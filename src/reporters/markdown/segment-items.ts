import { markdownTable } from 'markdown-table';
import type { Report } from '../../core/report/report.ts';
import { showChange, showCount, showMoney } from '../show-quantity.ts';
import { escapeName } from './escape.ts';

const thousand = (side: number | null) => (side === null ? null : side * 1000);

/** One table: what 1,000 replies of each segment cost, and a month of its traffic. */
export function segmentItems(report: Report): readonly string[] {
  const several = report.prompts.length > 1;
  const lines = report.prompts.flatMap((prompt) =>
    prompt.models.flatMap((row) =>
      Object.entries(row.cost.perSegment).map(([segment, cost]) => {
        const month = row.cost.monthly[segment];
        return [
          ...(several ? [escapeName(prompt.path)] : []),
          escapeName(segment),
          escapeName(row.id),
          cost.old === null && cost.new === null
            ? 'unknown'
            : showChange(thousand(cost.old), thousand(cost.new), showMoney),
          month === undefined ? '–' : showCount(month.replies),
          month === undefined ? '–' : showMonth(month),
        ];
      }),
    ),
  );
  if (lines.length === 0) return [];
  const head = ['Segment', 'Model', 'Per 1,000 replies', 'Replies a month', 'A month'];
  const align = ['l', 'l', 'r', 'r', 'r'];
  return [
    markdownTable([[...(several ? ['Prompt'] : []), ...head], ...lines.slice(0, 60)], {
      align: [...(several ? ['l'] : []), ...align],
      alignDelimiters: false,
    }),
  ];
}

function showMonth({ old, new: now }: { readonly old: number | null; readonly new: number | null }): string {
  if (old === null && now === null) return 'unknown';
  const shown = showChange(old, now, showMoney);
  if (old === null || now === null || !shown.includes('→')) return shown;
  return `${shown} (${now < old ? '−' : '+'}${showMoney(Math.abs(now - old))})`;
}
