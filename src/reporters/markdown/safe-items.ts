import { markdownTable } from 'markdown-table';
import type { Report, ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { columnsOf } from '../model-columns.ts';
import { portedFigures, safeModels } from '../safe-models.ts';
import { showDelta, showMoney, showPercent } from '../show-quantity.ts';
import { escapeName } from './escape.ts';

/** For each prompt on several models: where it is safe, the cheapest of those, and how far each bound reaches where it tells. */
export function modelItems(report: Report): readonly string[] {
  return report.prompts
    .filter(({ models }) => models.length > 1)
    .flatMap((prompt) => {
      const where = report.prompts.length > 1 ? `${escapeName(prompt.path)}: ` : '';
      const { safe, unsafe, cheapest } = safeModels(prompt);
      const names = (rows: readonly ReportRow[]) => rows.map(({ id }) => escapeName(id)).join(', ');
      const price =
        cheapest === undefined
          ? ''
          : `; cheapest: ${escapeName(cheapest.id)} at ${showMoney((cheapest.cost.new ?? 0) * 1000)} per 1,000 replies`;
      return [
        `- ${where}${safe.length === 0 ? 'Safe on none of them' : `Safe on ${names(safe)}${price}`}.`,
        ...(safe.length === 0 || unsafe.length === 0 ? [] : [`- ${where}Not shown safe on ${names(unsafe)}.`]),
        ...prompt.models.flatMap((row) => interval(row, prompt.level)),
        `\n${matrixOf(prompt)}\n`,
      ];
    });
}

function interval(row: ReportRow, level: number | undefined): readonly string[] {
  const { low, high, delta } = row.score;
  if (!row.showInterval || low === null || high === null || delta === null) return [];
  const confidence = level === undefined ? '' : `${showPercent(2 * level - 1)} interval `;
  return [`- ${escapeName(row.id)}: score ${showDelta(delta)}, ${confidence}${showDelta(low)} to ${showDelta(high)}.`];
}

/** The models at hand as `portability` shows them: the new prompt on each. */
function matrixOf({ models }: ReportPrompt): string {
  const lines = models.map((row) => ({ kind: 'model', figures: portedFigures(row) }) as const);
  const columns = columnsOf(lines);
  return markdownTable(
    [
      ['Model', ...columns.map(({ head }) => head)],
      ...lines.map((line) => [escapeName(line.figures.model), ...columns.map(({ cell }) => cell(line))]),
    ],
    { align: ['l', 'l', ...columns.slice(1).map(() => 'r')], alignDelimiters: false },
  );
}
