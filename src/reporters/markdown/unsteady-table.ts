import { markdownTable } from 'markdown-table';
import type { Report, ReportCase } from '../../core/report/report.ts';
import { showTally } from '../show-quantity.ts';
import { modelsOf, type UnsteadyCase, unsteadyCases } from '../unsteady-cases.ts';
import { escapeName } from './escape.ts';

/** Most models side by side: a comment is narrow. */
const mostModels = 6;

/** The cases of a check that do not pass on every model, models side by side, and which check fails. Empty where all pass. */
export function unsteadyTable(report: Report, most: number): string {
  const all = unsteadyCases(report);
  if (all.length === 0) return '';
  const models = modelsOf(report).slice(0, mostModels);
  const several = report.prompts.length > 1;
  const head = ['Case that fails', ...(several ? ['Prompt'] : []), ...models.map(escapeName), 'Fails'];
  const lines = all
    .slice(0, most)
    .map((one) => [
      escapeName(one.id),
      ...(several ? [escapeName(one.prompt.path)] : []),
      ...one.onModels.slice(0, mostModels).map(showPasses),
      showFails(one),
    ]);
  const align = ['l', ...(several ? ['l'] : []), ...models.map(() => 'r'), 'l'];
  const table = markdownTable([head, ...lines], { align, alignDelimiters: false });
  return all.length > most ? `${table}\n\n… and ${all.length - most} more cases.` : table;
}

function showPasses(one: ReportCase | undefined): string {
  if (one === undefined) return '–';
  return one.state === 'failing' || one.state === 'unscored' ? `**${showTally(one.new)}**` : showTally(one.new);
}

function showFails({ fails: [first, ...more] }: UnsteadyCase): string {
  if (first === undefined) return '';
  return `${escapeName(first)}${more.length === 0 ? '' : ` and ${more.length} more`}`;
}
