import { markdownTable } from 'markdown-table';
import type { Report } from '../../core/report/report.ts';
import { casesOf, type PlacedCase } from '../cases-of.ts';
import { failedChecks } from '../pick-replies.ts';
import { showP, showTally } from '../show-quantity.ts';
import { escapeName } from './escape.ts';

/** The cases that broke: from what to what, by which test, and which check fails now. Empty where none did. */
export function regressedTable(report: Report, most: number): string {
  const all = casesOf(report, 'regressed');
  if (all.length === 0) return '';
  const several = report.prompts.length > 1;
  const head = ['Broken case', ...(several ? ['Prompt'] : []), 'Model', 'Old → new', 'p', 'Fails now'];
  const lines = all.slice(0, most).map((placed) => cells(placed, several));
  const table = markdownTable([head, ...lines], { alignDelimiters: false });
  return all.length > most ? `${table}\n\n… and ${all.length - most} more cases.` : table;
}

function cells({ prompt, row, case: one }: PlacedCase, several: boolean): readonly string[] {
  const [first, ...more] = failedChecks(one.replies);
  const fails = first === undefined ? '' : `${escapeName(first)}${more.length === 0 ? '' : ` and ${more.length} more`}`;
  return [
    escapeName(one.id) + (one.family === 'added' ? ' (added here)' : ''),
    ...(several ? [escapeName(prompt.path)] : []),
    escapeName(row.id),
    `${showTally(one.old)} → ${showTally(one.new)}`,
    one.p === null ? '–' : showP(one.p).replace(/^p = /u, ''),
    fails,
  ];
}
