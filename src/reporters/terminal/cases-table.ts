import type { Report } from '../../core/report/report.ts';
import type { PlacedCase } from '../cases-of.ts';
import { failedChecks } from '../pick-replies.ts';
import { casesBehindFall, worstCases } from '../telling-cases.ts';
import { plain } from '../wording/say.ts';
import { wordChange } from '../wording/word-change.ts';
import { fitTable } from './fit-table.ts';
import { harmless, type Pen } from './pen.ts';

const most = 20;

/** The cases that the table shows, the worst first. */
export function casesShown(report: Report): readonly PlacedCase[] {
  return listed(report).slice(0, most);
}

/** What is proven or fell by half; where that is none, what went down with the rest. */
function listed(report: Report): readonly PlacedCase[] {
  const worst = worstCases(report);
  return worst.length > 0 ? worst : casesBehindFall(report);
}

/** The cases that broke or fell, from what to what, and what fails now. Empty where none did. */
export function casesTable(report: Report, { columns: width, paint }: Pen): readonly string[] {
  const all = listed(report);
  if (all.length === 0) return [];
  const shown = casesShown(report);
  const several = report.prompts.length > 1;
  const [head = '', ...lines] = fitTable(
    [
      { head: 'case', cells: shown.map(({ case: one }) => harmless(one.id)), least: 16 },
      ...(several
        ? [
            {
              head: 'prompt',
              cells: shown.map(({ prompt }) => harmless(prompt.path)),
              cutAt: 'start',
              least: 14,
            } as const,
          ]
        : []),
      { head: 'model', cells: shown.map(({ row }) => harmless(row.id)), least: 8 },
      { head: 'before → now', cells: shown.map(({ case: one }) => plain(wordChange(one), harmless)) },
      {
        head: 'fails now',
        cells: shown.map(({ case: one }) => wordFailed(failedChecks(one))),
        least: several ? 9 : 14,
      },
    ],
    width,
  );
  const unproven = casesBehindFall(report).length > 0 ? ['None of these is proven by itself.'] : [];
  return [
    paint('head', head),
    ...lines,
    ...unproven,
    ...(all.length > most ? [`… and ${all.length - most} more`] : []),
  ];
}

function wordFailed([first, ...more]: readonly string[]): string {
  if (first === undefined) return '';
  return `${harmless(first)}${more.length === 0 ? '' : ` and ${more.length} more`}`;
}
