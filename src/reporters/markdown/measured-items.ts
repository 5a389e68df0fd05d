import { markdownTable } from 'markdown-table';
import type { Report } from '../../core/report/report.ts';
import { type GradedMetric, gradedMetrics } from '../graded-metrics.ts';
import { showChange, showCount, showDelta, showMoney, showP, showPercent, showScore } from '../show-quantity.ts';
import { showMonth } from '../wording/word-cost.ts';
import { fieldsThatMoved, showRight } from '../wording/word-fields.ts';
import { confusionsOf, withheldRows, wordAdds } from '../wording/word-skills.ts';
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

/** One table: in how many replies each field is right, before and now; what fell furthest comes first. */
export function fieldItems(report: Report): readonly string[] {
  const all = fieldsThatMoved(report);
  if (all.length === 0) return [];
  const several = report.prompts.length > 1;
  const lines = all
    .slice(0, most)
    .map(({ prompt, row, count }) => [
      ...(several ? [escapeName(prompt.path)] : []),
      escapeName(count.field),
      escapeName(count.check),
      escapeName(row.id),
      showRight(count),
    ]);
  const head = [...(several ? ['Prompt'] : []), 'Field', 'Check', 'Model', 'Replies in which it is right'];
  const align = [...(several ? ['l'] : []), 'l', 'l', 'l', 'r'];
  const more = all.length - lines.length;
  return [
    markdownTable([head, ...lines], { align, alignDelimiters: false }),
    ...(more > 0 ? [`… and ${more} more in the full report.`] : []),
  ];
}

/** One table: which skills replies pick instead of those that they should. */
export function confusionItems(report: Report): readonly string[] {
  const all = confusionsOf(report);
  if (all.length === 0) return [];
  const name = (skill: string | null) => (skill === null ? 'no skill' : escapeName(skill));
  const lines = all
    .slice(0, most)
    .map(({ row, wanted, picked, cases, ...replies }) => [
      wanted === null ? `not ${name(picked)}` : name(wanted),
      name(picked),
      escapeName(row.id),
      showChange(replies.old, replies.new, showCount),
      cases.slice(0, 5).map(escapeName).join(', '),
    ]);
  const head = ['Should pick', 'Picks', 'Model', 'Replies', 'Cases'];
  return [markdownTable([head, ...lines], { align: ['l', 'l', 'l', 'r', 'l'], alignDelimiters: false })];
}

/** One table: how instructions do, how they did, and how their cases do without them. */
export function withheldItems(report: Report): readonly string[] {
  const all = withheldRows(report);
  if (all.length === 0) return [];
  const rate = (share: number | null) => (share === null ? '–' : showPercent(share));
  const lines = all.slice(0, most).map(({ prompt, row, withheld }) => [
    escapeName(prompt.path),
    escapeName(row.id),
    rate(withheld.passRate.without),
    rate(row.passRate.old),
    rate(withheld.passRate.with),
    wordAdds(withheld)
      .filter((part) => part !== '')
      .join(', '),
    withheld.cases.needed.slice(0, 5).map(escapeName).join(', ') || '–',
  ]);
  const head = ['Instructions', 'Model', 'Without', 'Before', 'Now', 'What they add', 'Break without'];
  return [markdownTable([head, ...lines], { align: ['l', 'l', 'r', 'r', 'r', 'l', 'l'], alignDelimiters: false })];
}

/** What stayed the same says nothing. */
function hasMoved({ delta }: GradedMetric['mean']): boolean {
  return delta === null || Math.abs(delta) >= 0.005;
}

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
