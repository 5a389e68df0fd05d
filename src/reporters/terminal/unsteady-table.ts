import type { Report } from '../../core/report/report.ts';
import { showNumberOf, showTally } from '../show-quantity.ts';
import { modelsOf, unsteadyCases } from '../unsteady-cases.ts';
import { type Column, fitTable } from './fit-table.ts';
import { harmless, type Pen } from './pen.ts';

/** Most lines of the table: the page has them all. */
const most = 20;

/** The cases of a check that do not pass everywhere, models side by side, and what fails. Empty where all pass. */
export function unsteadyTable(report: Report, { columns: width, paint }: Pen): readonly string[] {
  const all = unsteadyCases(report);
  if (all.length === 0) return [];
  const shown = all.slice(0, most);
  const prompt: Column = {
    head: 'prompt',
    cells: shown.map((one) => harmless(one.prompt.path)),
    cutAt: 'start',
    least: 14,
  };
  const models = modelsOf(report).map((id, at): Column => {
    const cells = shown.map(({ onModels }) => (onModels[at] === undefined ? '–' : showTally(onModels[at].new)));
    return { head: harmless(id), cells, align: 'right', mayGo: true };
  });
  const [head = '', ...lines] = fitTable(
    [
      { head: 'case', cells: shown.map(({ id }) => harmless(id)), least: 16 },
      ...(report.prompts.length > 1 ? [prompt] : []),
      ...models,
      { head: 'fails', cells: shown.map(({ fails }) => harmless(fails[0] ?? '')), least: 14 },
    ],
    width,
  );
  const more = all.length - shown.length;
  return [paint('head', head), ...lines, ...(more > 0 ? [`… and ${showNumberOf(more, 'more case')}`] : [])];
}
