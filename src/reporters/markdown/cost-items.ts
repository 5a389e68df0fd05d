import type { Report, ReportRow } from '../../core/report/report.ts';
import { own, say } from '../wording/say.ts';
import { nameRow, ratioOf, wordGrowth } from '../wording/word-cost.ts';
import { costLines, hasMoved, wordOverModels } from '../wording/word-cost-lines.ts';
import { wordHeads, wordIgnored } from '../wording/word-heads.ts';
import { wordPast } from '../wording/word-past.ts';
import { toMarkdown, toSummary } from './escape.ts';
import { segmentItems } from './measured-items.ts';

/** What of a review's costs moved and why, what of its prompts is cached, what is ignored; then what each segment costs. */
export function costItems(report: Report): readonly string[] {
  const several = report.prompts.length > 1;
  const { alpha } = report.method;
  const lines = report.prompts.flatMap((prompt) => {
    const all = wordOverModels(prompt, alpha);
    return [
      ...(all.length === 0 ? [] : [`- ${toMarkdown(say`${several ? say`${prompt.path}: ` : []}${all}`)}`]),
      ...prompt.models.flatMap((row) => {
        const where = say`${several ? say`${prompt.path}, ` : []}${nameRow(row)}: `;
        return costLines(row, alpha).map((line) => `- ${toMarkdown(say`${where}${line}`)}`);
      }),
    ];
  });
  const table = segmentItems(report);
  return [...(lines.length === 0 ? [] : [lines.join('\n')]), ...table];
}

/** Rows whose merged versions are told. */
const mostPast = 20;

/** What merged versions of each prompt came to on each model, as small lines of text. */
export function pastItems({ prompts }: Report): readonly string[] {
  const lines = prompts.flatMap(({ path, models }) =>
    models.flatMap((row) => {
      const told = wordPast(row);
      return told.length === 0 ? [] : [`- ${toMarkdown(say`${prompts.length > 1 ? say`${path}, ` : []}${told}`)}`];
    }),
  );
  const more = lines.length - mostPast;
  return [...lines.slice(0, mostPast), ...(more > 0 ? [`- … and ${more} more`] : [])];
}

/** `Cost: +148% a reply on clerk-mini`, or what else the fold has to say. */
export function titleOfCost(report: Report): string {
  const rows = report.prompts.flatMap(({ models }) => models);
  const [first] = rows
    .filter(({ spending }) => spending !== undefined && hasMoved(spending, report.method.alpha))
    .toSorted((one, other) => distance(other) - distance(one));
  if (first?.spending !== undefined)
    return `Cost: ${toSummary(say`${own(wordGrowth(first.spending))} on ${nameRow(first)}`)}`;
  if (rows.some((row) => wordHeads(row).length > 0)) return 'Cost: what is cached of the prompt';
  if (rows.some((row) => wordIgnored(row).length > 0)) return 'Cost: a parameter changes nothing';
  return report.prompts.some(({ models }) => models.some(({ cost }) => Object.keys(cost.monthly).length > 0))
    ? 'Cost a month'
    : 'Cost';
}

function distance({ spending }: ReportRow): number {
  return spending === undefined ? 0 : Math.abs(Math.log(ratioOf(spending)));
}
