import type { PortabilityReport, PortedPrompt } from '../../core/portability/portability-report.ts';
import type { Screen } from '../../core/screen.ts';
import { columnsOf, linesOf } from '../model-columns.ts';
import { fitTable } from '../terminal/fit-table.ts';
import { harmless, type Pen, penFor } from '../terminal/pen.ts';
import { own, say } from '../wording/say.ts';
import { wordAll, wordAsked, wordBeside, wordChosen, wordHeading, wordPrompt } from './word-ported.ts';

/** The matrix for a terminal: a table for each prompt, with what each model comes to. */
export function writePortedTerminal(report: PortabilityReport, screen: Screen): string {
  const pen = penFor(screen);
  const blocks = [
    pen.lines(wordHeading(report)).map((line) => pen.paint('head', line)),
    ...report.prompts.map((prompt) => promptBlock(prompt, report, pen)),
    ...wordBeside(report).map((phrase) => pen.lines(phrase)),
    ...(report.prompts.length === 0 ? [] : [pen.lines(wordAsked(report))]),
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

function promptBlock(prompt: PortedPrompt, report: PortabilityReport, pen: Pen): readonly string[] {
  const lines = linesOf(prompt);
  const table = fitTable(
    [
      { head: 'Model', cells: lines.map(({ figures }) => harmless(figures.model)), least: 16 },
      ...columnsOf(linesOf(prompt)).map(({ head, cell }) => ({
        head,
        cells: lines.map(cell),
        ...(head === 'Verdict' ? {} : { align: 'right' as const, mayGo: true as const }),
      })),
    ],
    pen.columns,
  );
  const chosen = wordChosen(prompt);
  const alone = report.prompts.length === 1;
  return [
    ...(alone ? [] : pen.lines(wordPrompt(prompt)).map((line) => pen.paint('head', line))),
    ...table,
    ...prompt.models.flatMap((model) => pen.lines(say`${model.model}: ${wordAll(model, report)}`, '  ')),
    ...(chosen.length === 0 ? [] : pen.lines(say`${own('Of the safe ones, ')}${chosen}.`)),
  ];
}
