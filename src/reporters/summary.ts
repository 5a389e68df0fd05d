import { utf8ToBytes } from '@noble/hashes/utils.js';
import { markdownTable } from 'markdown-table';
import type { Report, ReportCase, ReportPrompt } from '../core/report/report.ts';
import { escapeName, toSummary } from './markdown/escape.ts';
import { showCell } from './markdown/evidence-table.ts';
import { linkToCase } from './markdown/link-to.ts';
import { reportMarkdown } from './markdown/report-markdown.ts';
import type { Section } from './markdown/section.ts';
import { showCount } from './show-quantity.ts';
import { outcomeOf, outcomes, wordOutcome } from './wording/outcome.ts';
import { own, say } from './wording/say.ts';
import { worstPromptsFirst } from './worst-first.ts';

/** GitHub drops a step's whole summary over 1 MiB; other steps' text is counted apart. A little is left for what else this step adds. */
export const summaryLimit = 1_048_576 - 16_384;

/** The job summary: the comment's content with more room, and every case on every model. At most `summaryLimit` bytes of UTF-8. */
export function writeSummary(report: Report): string {
  return reportMarkdown(report, '', matrixSections(report), {
    length: summaryLimit,
    measure: (text) => utf8ToBytes(text).length,
    rows: 200,
    fence: { lines: 200, characters: 12_000 },
  });
}

/** Every case of every prompt on every model, the worst first: a section a prompt, each line of which may give way. */
function matrixSections(report: Report): readonly Section[] {
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
