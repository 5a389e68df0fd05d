import { markdownTable } from 'markdown-table';
import type { PortabilityVerdict } from '../../core/portability/portability-report.ts';
import type { Report, ReportPrompt, ReportRow } from '../../core/report/report.ts';
import type { Verdict } from '../../core/verdict.ts';
import { type CandidateFigures, columnsOf } from '../model-columns.ts';
import { safeModels } from '../safe-models.ts';
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

/** What a verdict on the new prompt says of the model that it runs on. */
const portable = {
  regressed: 'unsafe',
  failing: 'unsafe',
  invalid: 'unusable',
  inconclusive: 'unclear',
  unreviewed: 'unclear',
  skipped: 'unclear',
  pass: 'safe',
} as const satisfies Record<Verdict, PortabilityVerdict>;

/** The models at hand as `portability` shows them: the new prompt on each. */
function matrixOf({ models }: ReportPrompt): string {
  const lines = models.map((row) => ({ kind: 'model', figures: figuresOf(row) }) as const);
  const columns = columnsOf(lines);
  return markdownTable(
    [
      ['Model', ...columns.map(({ head }) => head)],
      ...lines.map((line) => [escapeName(line.figures.model), ...columns.map(({ cell }) => cell(line))]),
    ],
    { align: ['l', 'l', ...columns.slice(1).map(() => 'r')], alignDelimiters: false },
  );
}

function figuresOf(row: ReportRow): CandidateFigures {
  const months = Object.values(row.cost.monthly).map((month) => month.new);
  const known = months.flatMap((month) => month ?? []);
  return {
    model: row.id,
    verdict: portable[row.verdict],
    score: row.score.new,
    failing: row.cases
      .filter(({ state, new: now }) => state === 'regressed' || state === 'fell' || (now.of > 0 && now.passes === 0))
      .map(({ id }) => id),
    usdPer1000: row.cost.new === null ? null : row.cost.new * 1000,
    usdMonth: months.length === 0 || known.length < months.length ? null : known.reduce((sum, one) => sum + one, 0),
    latencyMs: { p50: row.latency.p50.new, p95: row.latency.p95.new },
    retires: row.retires ?? null,
  };
}
