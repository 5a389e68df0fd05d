import type { Report } from '../../core/report/report.ts';
import { showOnOneLine } from '../../core/text/show-hidden.ts';
import type { PlacedCase } from '../cases-of.ts';
import { casesBehindFall, mostTellingCase, shownCases } from '../telling-cases.ts';
import { exampleOnly, tellingPair } from '../telling-pair.ts';
import { own, say } from '../wording/say.ts';
import { columnsOf } from './columns-of.ts';
import { type Pen, wrap } from './pen.ts';

/** Columns of a label and the space behind it. */
const labelColumns = 10;
/** Lines that a reply is cut down to, and that what was asked and what a check says are. */
const lines = { reply: 6, asked: 3, check: 2 } as const;
const mostChecks = 3;

/** Most cases of a check that are shown. */
const mostChecked = 3;

/**
 * The most telling case: what was asked, the old and the new reply cut down to what tells them apart, and what the new one
 * fails. Of a check the first ones. Empty where no case fails.
 */
export function shownCase(report: Report, pen: Pen): readonly string[] {
  if (report.mode === 'check')
    return shownCases(report)
      .slice(0, mostChecked)
      .flatMap((placed) => linesOf(placed, report, pen));
  const placed = mostTellingCase(report);
  const note = casesBehindFall(report).length > 0 ? exampleOnly : '';
  return placed === undefined ? [] : linesOf(placed, report, pen, note);
}

function linesOf(placed: PlacedCase, report: Report, pen: Pen, note = ''): readonly string[] {
  const { prompt, row, case: one } = placed;
  const room = pen.columns - labelColumns;
  const pair = tellingPair(placed, room * (lines.reply - 1));
  const where = report.prompts.length > 1 ? say` in ${prompt.path}` : [];
  const checks = pair.failing.slice(0, mostChecks).map(({ check, reason }) => `${check}: ${reason}`);
  const more = pair.failing.length - mostChecks;
  return [
    ...pen
      .lines(say`${one.id} on ${row.id}${where}: ${pair.change}${own(note)}`)
      .map((line) => pen.paint('head', line)),
    ...labelled('Asked', pair.asked, room, lines.asked),
    ...(pair.before === undefined ? [] : labelled('Before', pair.before, room, lines.reply)),
    ...labelled(report.mode === 'check' ? 'Reply' : 'Now', pair.now, room, lines.reply),
    ...checks.flatMap((check, at) => labelled(at === 0 ? 'Fails' : '', check, room, lines.check)),
    ...(more > 0 ? labelled('', `and ${more} more`, room, 1) : []),
  ];
}

/** A text of others behind a label, in at most so many lines; none for an empty one. */
function labelled(label: string, text: string, room: number, most: number): readonly string[] {
  const shown = showOnOneLine(text, room * (most + 1));
  if (shown === '') return [];
  const all = wrap(shown, room, '');
  const kept = all.length > most ? [...all.slice(0, most - 1), `${cutLast(all[most - 1] ?? '', room)}…`] : all;
  return kept.map((line, at) => `  ${(at === 0 ? label : '').padEnd(labelColumns - 2)}${line}`);
}

function cutLast(line: string, room: number): string {
  return columnsOf(line) < room ? line : [...line].slice(0, -1).join('');
}
