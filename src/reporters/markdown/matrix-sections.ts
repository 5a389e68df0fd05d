import { markdownTable } from 'markdown-table';
import type { Report, ReportCase, ReportPrompt } from '../../core/report/report.ts';
import { showCount } from '../show-quantity.ts';
import { outcomeOf, outcomes, wordOutcome } from '../wording/outcome.ts';
import { own, say } from '../wording/say.ts';
import { worstPromptsFirst } from '../worst-prompts-first.ts';
import { escapeName, toSummary } from './escape.ts';
import { showCell } from './evidence-table.ts';
import { linkToCase } from './link-to.ts';
import type { Section } from './section.ts';

/** Every case of every prompt on every model, the worst first: a section a prompt, each line of which may give way. */
export function matrixSections(report: Report): readonly Section[] {
  return worstPromptsFirst(report).prompts.flatMap((prompt) => {
    const ids = [...new Set(prompt.models.flatMap(({ cases }) => cases.map(({ id }) => id)))];
    if (ids.length === 0) return [];
    const of = report.prompts.length > 1 ? say` of ${prompt.path}` : [];
    const title = toSummary(say`All cases${of} (${own(showCount(ids.length))})`);
    return [{ title, items: linesOf(prompt, ids, report), between: '\n' }];
  });
}

/** A table's head and delimiter as one item, since neither is worth a thing alone, then its rows. */
function linesOf(prompt: ReportPrompt, ids: readonly string[], report: Report): readonly string[] {
  const held = prompt.models.map(({ cases }) => new Map(cases.map((one) => [one.id, one])));
  const rows = ids
    .map((id) => ({ id, cells: held.map((cases) => cases.get(id)) }))
    .map((row) => ({
      ...row,
      worst: Math.min(...row.cells.flatMap((one) => (one === undefined ? [] : [outcomes.indexOf(outcomeOf(one))]))),
    }))
    .toSorted((one, other) => one.worst - other.worst);
  const table = markdownTable(
    [
      ['Case', 'Outcome', ...prompt.models.map(({ id }) => escapeName(id))],
      ...rows.map(({ id, cells, worst }) => [
        linkToCase({ prompt, case: { id } }, report),
        wordWorst(worst, cells),
        ...cells.map(showCell),
      ]),
    ],
    { align: 'l', alignDelimiters: false },
  );
  const [head = '', delimiter = '', ...lines] = table.split('\n');
  return [`${head}\n${delimiter}`, ...lines];
}

function wordWorst(worst: number, cells: readonly (ReportCase | undefined)[]): string {
  const outcome = outcomes[worst];
  return outcome === undefined
    ? ''
    : wordOutcome(
        outcome,
        cells.every((one) => one === undefined || one.old.of === 0),
      );
}
