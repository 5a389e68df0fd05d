import type { Report } from '../core/report/report.ts';
import { mean } from '../core/statistics/quantile.ts';
import { showHidden } from '../core/text/show-hidden.ts';
import { failedChecks } from './pick-replies.ts';
import { outcomeOf, wordOutcome } from './wording/outcome.ts';

const columns = [
  'prompt',
  'model',
  'case',
  'segment',
  'tags',
  'outcome',
  'old_passes',
  'old_replies',
  'new_passes',
  'new_replies',
  'old_score',
  'new_score',
  'p',
  'fails_now',
  'file',
  'line',
] as const;

/** The report as a table for spreadsheets (RFC 4180): a line a case and model. */
export function* writeCsv(report: Report): Generator<string> {
  yield `${columns.join(',')}\r\n`;
  for (const prompt of report.prompts) {
    const exam = new Map(prompt.exam.map((one) => [one.id, one]));
    for (const row of prompt.models) {
      for (const one of row.cases) {
        const { segment = '', tags = [], at } = exam.get(one.id) ?? {};
        const cells = [
          prompt.path,
          row.id,
          one.id,
          one.segment ?? segment,
          tags.join(' '),
          wordOutcome(outcomeOf(one), one.old.of === 0),
          one.old.passes,
          one.old.of,
          one.new.passes,
          one.new.of,
          meanOf(one.old.scores),
          meanOf(one.new.scores),
          one.p,
          failedChecks(one).join('; '),
          at?.file,
          at?.line,
        ];
        yield `${cells.map(cellOf).join(',')}\r\n`;
      }
    }
  }
}

function meanOf(scores: readonly number[]): number | undefined {
  const found = mean(scores);
  return found === null ? undefined : Number(found.toFixed(4));
}

/** What begins a formula, also in full width, which some settings of Excel read alike. */
const formula = String.raw`[=+\-@\uff1d\uff0b\uff0d\uff20]`;
/** At the beginning of a cell; behind a semicolon too, where half of the world's spreadsheets part their cells. */
const beginsFormula = new RegExp(String.raw`(^|[;\t\n])(["' ]*)(?=${formula})`, 'gu');

/**
 * A text that a spreadsheet would take for a formula is put behind an apostrophe (OWASP, "CSV injection"). Quoting is one line;
 * what a library would add (`csv-stringify`) is its stream, and it leaves formulas to its caller as well.
 */
function cellOf(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = showHidden(value).replaceAll(beginsFormula, "$1$2'");
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
