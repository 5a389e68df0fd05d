import { markdownTable } from 'markdown-table';
import type { Report } from '../../core/report/report.ts';
import type { PlacedCase } from '../cases-of.ts';
import { failedChecks } from '../pick-replies.ts';
import { showP } from '../show-quantity.ts';
import { plain } from '../wording/say.ts';
import { pOfChange, wordChange } from '../wording/word-change.ts';
import { worstCases } from '../worst-cases.ts';
import { escapeName } from './escape.ts';

/** The cases that broke, then those that fell: from what to what, and which check fails now. Empty where none did. */
export function worstTable(report: Report, most: number): string {
  const all = worstCases(report);
  if (all.length === 0) return '';
  const several = report.prompts.length > 1;
  const states = new Set(all.map(({ case: { state } }) => state));
  const proven = states.has('regressed');
  const name = states.size > 1 ? 'Case' : proven ? 'Broken case' : 'Case that fell';
  const head = [name, ...(several ? ['Prompt'] : []), 'Model', 'Old → new', ...(proven ? ['p'] : []), 'Fails now'];
  const lines = all.slice(0, most).map((placed) => cells(placed, { several, proven, mixed: states.size > 1 }));
  const table = markdownTable([head, ...lines], { alignDelimiters: false });
  return all.length > most ? `${table}\n\n… and ${all.length - most} more cases.` : table;
}

type Shape = { readonly several: boolean; readonly proven: boolean; readonly mixed: boolean };

function cells({ prompt, row, case: one }: PlacedCase, { several, proven, mixed }: Shape): readonly string[] {
  const p = pOfChange(one);
  const [first, ...more] = failedChecks(one);
  const fails = first === undefined ? '' : `${escapeName(first)}${more.length === 0 ? '' : ` and ${more.length} more`}`;
  const notes = [
    ...(one.family === 'added' ? ['added here'] : []),
    ...(mixed && one.state === 'fell' ? ['fell, not proven by itself'] : []),
  ];
  return [
    escapeName(one.id) + (notes.length === 0 ? '' : ` (${notes.join('; ')})`),
    ...(several ? [escapeName(prompt.path)] : []),
    escapeName(row.id),
    plain(wordChange(one), escapeName),
    ...(proven ? [p === null || one.state === 'fell' ? '–' : showP(p).replace(/^p = /u, '')] : []),
    fails,
  ];
}
