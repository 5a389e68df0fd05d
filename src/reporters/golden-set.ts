import type { CheckedPrompt, GoldenSetReport } from '../core/golden-set/golden-set-report.ts';
import { showPosition } from '../core/position.ts';
import type { Screen } from '../core/screen.ts';
import { showNumberOf } from './show-quantity.ts';
import { judgeBlock } from './terminal/judge-block.ts';
import { type Pen, penFor } from './terminal/pen.ts';
import { list, own, type Phrase, quote, say } from './wording/say.ts';

type Finding = GoldenSetReport['findings'][number];

/** Findings of one prompt that are shown; of more it says how many. */
const mostFindings = 20;

/** What a check of the golden cases found, for a terminal: the verdict line, then prompt by prompt. */
export function writeGoldenSet(report: GoldenSetReport, screen: Screen): string {
  const pen = penFor(screen);
  const blocks = [
    pen.lines(headlineOf(report)).map((line) => pen.paint(moodOf(report), line)),
    judgeBlock(report.judge, pen),
    ...report.prompts.map((prompt) => promptBlock(prompt, pen)),
    findingLines(report.findings, pen, ''),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function moodOf({ wrong, weak }: Pick<GoldenSetReport, 'wrong' | 'weak'>): 'invalid' | 'unreviewed' | 'pass' {
  if (wrong > 0) return 'invalid';
  return weak > 0 ? 'unreviewed' : 'pass';
}

function headlineOf({ prompts, wrong, weak }: GoldenSetReport): Phrase {
  const cases = prompts.reduce((sum, prompt) => sum + prompt.cases, 0);
  const counted = `${showNumberOf(prompts.length, 'prompt')}, ${showNumberOf(cases, 'golden case')}`;
  const weaknesses = showNumberOf(weak, 'weakness', 'weaknesses');
  if (wrong > 0) {
    const also = weak === 0 ? '' : `; ${weaknesses} besides`;
    return own(`${showNumberOf(wrong, 'fault')} would make a review invalid${also} (${counted})`);
  }
  return own(weak === 0 ? `Nothing is wrong with ${counted}` : `Nothing is wrong, ${weaknesses} (${counted})`);
}

function promptBlock(prompt: CheckedPrompt, pen: Pen): readonly string[] {
  const checks = Object.entries(prompt.checks).map(([kind, count]) => say`${kind} ${count}`);
  const labelled = prompt.labelled === 0 ? [] : say`, ${prompt.labelled} labelled`;
  const files = prompt.files.filter((file) => file !== prompt.path);
  const about = [
    say`${own(showNumberOf(prompt.cases, 'case'))}${labelled}`,
    ...(files.length === 0 ? [] : [say`in ${list(files.map((file) => say`${file}`))}`]),
    ...(checks.length === 0 ? [] : [say`checks: ${list(checks)}`]),
  ];
  return [
    ...pen.lines(say`${prompt.path}`).map((line) => pen.paint('head', line)),
    ...pen.lines(list(about, '; '), '  '),
    ...findingLines(prompt.findings, pen, '  '),
  ];
}

function findingLines(findings: readonly Finding[], pen: Pen, indent: string): readonly string[] {
  const lines = findings.slice(0, mostFindings).flatMap(({ severity, what, at, fix }) => {
    const where = at === undefined ? [] : say`${showPosition(at)}: `;
    const mend = fix === undefined ? [] : say` ${quote(fix)}`;
    const told = pen.lines(say`${own(severity)} ${where}${quote(what)}${mend}`, `${indent}  `);
    // Where a finding begins must be seen among those that take several lines.
    const hanging = told.map((line, index) => (index === 0 ? line.slice(2) : line));
    return hanging.map((line) => pen.paint(severity === 'wrong' ? 'invalid' : 'unreviewed', line));
  });
  const more = findings.length - mostFindings;
  return more > 0 ? [...lines, `${indent}… and ${more} more`] : lines;
}
