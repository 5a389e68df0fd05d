import type { Report, ReportPrompt } from '../../core/report/report.ts';
import { showOnOneLine } from '../../core/text/show-hidden.ts';
import { type PairedLine, pairLines } from '../paired-lines.ts';
import { readDiff } from '../read-diff.ts';
import { own, say } from '../wording/say.ts';
import { filesBehind, wordEdit } from '../wording/word-edit.ts';
import { type Pen, wrap } from './pen.ts';

/** Prompts and files that are shown, changed lines of one, and lines of the screen that such a line is cut down to. */
const most = { shown: 3, lines: 6, screen: 2 } as const;
const indent = '  ';

/** What the edit did to the prompts and to the files behind them, message by message, in few lines: the page has all. */
export function editBlock(report: Report, pen: Pen): readonly string[] {
  const prompts = report.prompts.filter((prompt) => prompt.diff.trim() !== '' || wordEdit(prompt).length > 0);
  const blocks = [
    ...prompts.map((prompt) => promptBlock(prompt, pen)),
    ...filesBehind(report)
      .filter(({ diff }) => diff !== '')
      .map(({ path, diff }) => [...headOf(path, pen), ...linesOf(diff, '', pen)]),
  ];
  const more = blocks.length - most.shown;
  return [...blocks.slice(0, most.shown).flat(), ...(more > 0 ? [`… and ${more} more with changes`] : [])];
}

function headOf(path: string, pen: Pen): readonly string[] {
  return pen.lines(say`Changed in ${path}:`).map((line) => pen.paint('head', line));
}

function promptBlock(prompt: ReportPrompt, pen: Pen): readonly string[] {
  const { path, diff, promptEdit } = prompt;
  const facts = wordEdit(prompt).flatMap((told) => pen.lines(told, indent));
  const messages = promptEdit?.messages ?? [];
  const told =
    messages.length > 0
      ? messages.flatMap(({ role, kind, diff: of }) => {
          const title = kind === 'changed' ? own(`${role}:`) : own(`${role} ${kind}:`);
          return [...pen.lines(title, indent), ...linesOf(of, indent, pen)];
        })
      : facts.length > 0
        ? []
        : linesOf(diff, '', pen);
  return [...headOf(path, pen), ...facts, ...told];
}

/** Changed lines, words that differ between brackets as Git's word diff has them. */
function linesOf(diff: string, further: string, { columns }: Pen): readonly string[] {
  const changed = pairLines(readDiff(diff)).flatMap(wordRow);
  const room = columns - indent.length - further.length - 2;
  const shown = changed.slice(0, most.lines).flatMap((text) => {
    const lines = wrap(showOnOneLine(text, room * most.screen), room, '');
    return lines.slice(0, most.screen + 1).map((line, at) => `${further}${indent}${at === 0 ? '' : '  '}${line}`);
  });
  const more = changed.length - most.lines;
  return [...shown, ...(more > 0 ? [`${further}${indent}… and ${more} more ${more === 1 ? 'line' : 'lines'}`] : [])];
}

function wordRow(row: PairedLine): readonly string[] {
  switch (row.kind) {
    case 'plain':
      return [];
    case 'old':
      return [`- ${row.old.text}`];
    case 'new':
      return [`+ ${row.now.text}`];
    case 'changed': {
      const { old, now, spans } = row;
      if (spans === undefined) return [`- ${old.text}`, `+ ${now.text}`];
      const words = spans.map((span) => (span.same ? span.new : `${bracket('-', span.old)}${bracket('+', span.new)}`));
      return [`~ ${words.join('')}`];
    }
  }
}

function bracket(mark: '-' | '+', text: string): string {
  if (text === '') return '';
  return mark === '-' ? `[-${text}-]` : `{+${text}+}`;
}
