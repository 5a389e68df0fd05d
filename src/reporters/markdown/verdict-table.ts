import { markdownTable } from 'markdown-table';
import type { Report, ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { showChange, showDelta, showDuration, showMoney, showPercent, showScore } from '../show-quantity.ts';
import { verdictMark } from '../wording/verdict-mark.ts';
import { worstFirst } from '../worst-first.ts';
import { escapeName } from './escape.ts';

type Line = { readonly prompt: ReportPrompt; readonly row: ReportRow };

/** A row per prompt and model, at most `most`, the worst of them where they are more. Empty where nothing was compared. */
export function verdictTable(report: Report, most: number): string {
  const all = report.prompts.flatMap((prompt) => prompt.models.map((row): Line => ({ prompt, row })));
  if (all.length === 0) return '';
  const shown = all.length > most ? worstFirst(all).slice(0, most) : all;
  const several = new Set(all.map(({ prompt }) => prompt)).size > 1;
  const head = ['Model', 'Pass rate', 'Score', 'Worse', 'Better', 'Per 1,000 replies', 'p50', 'Verdict'];
  const lines = shown.map((line) => [...(several ? [escapeName(line.prompt.path)] : []), ...cells(line, report)]);
  const table = markdownTable([[...(several ? ['Prompt'] : []), ...head], ...lines], {
    align: [...(several ? ['l'] : []), 'l', 'r', 'r', 'r', 'r', 'r', 'r', 'l'],
    alignDelimiters: false,
  });
  return all.length > shown.length ? `${table}\n\n… and ${all.length - shown.length} more rows.` : table;
}

function cells({ row }: Line, report: Report): readonly string[] {
  const { score, cost, latency } = row;
  const delta = score.delta === null || Math.abs(score.delta) < 0.005 ? '' : ` (${showDelta(score.delta)})`;
  const number = (state: string) => row.cases.filter((one) => one.state === state).length;
  const perThousand = (side: number | null) => (side === null ? null : side * 1000);
  return [
    row.model.old === row.model.new
      ? escapeName(row.id)
      : `${escapeName(row.model.old)} → ${escapeName(row.model.new)}`,
    showChange(row.passRate.old, row.passRate.new, showPercent),
    `${showChange(score.old, score.new, showScore)}${delta}`,
    number('regressed') === 0 ? '–' : `**${number('regressed')}**`,
    number('improved') === 0 ? '–' : `${number('improved')}`,
    cost.old === null && cost.new === null
      ? 'unknown'
      : showChange(perThousand(cost.old), perThousand(cost.new), showMoney),
    latency.p50.old === null && latency.p50.new === null
      ? '–'
      : showChange(latency.p50.old, latency.p50.new, showDuration),
    `${verdictMark({ verdict: row.verdict, accepted: report.accepted })} ${row.verdict}${row.pooledOnly ? ' (pooled)' : ''}`,
  ];
}
