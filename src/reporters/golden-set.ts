import type { CheckedPrompt, GoldenSetReport } from '../core/golden-set/golden-set-report.ts';
import { showPosition } from '../core/problem.ts';
import type { Screen } from '../core/screen.ts';
import { showNumberOf } from './show-quantity.ts';
import { judgeBlock } from './terminal/judge-block.ts';
import { type Pen, penFor } from './terminal/pen.ts';
import { list, own, type Phrase, quote, say } from './wording/say.ts';

type Finding = GoldenSetReport['findings'][number];

/** Findings of one prompt that are shown; of more it says how many. */
const mostFindings = 20;

/** Clean prompts that are listed one by one; of more only their number is told. */
const mostClean = 5;

/**
 * What a check of the golden cases found, for a terminal: the verdict line, findings by kind where there are many, then
 * prompt by prompt.
 * @param only `faults`: nothing but what is wrong
 */
export function writeGoldenSet(report: GoldenSetReport, screen: Screen, only?: 'faults'): string {
  const pen = penFor(screen);
  const told = (findings: readonly Finding[]) =>
    only === undefined ? findings : findings.filter(({ severity }) => severity === 'wrong');
  const prompts = report.prompts.map((prompt) => ({ ...prompt, findings: told(prompt.findings) }));
  const others = told(report.findings);
  const clean = report.prompts.filter(({ findings }) => findings.length === 0).length;
  const isListed = ({ findings }: CheckedPrompt) => findings.length > 0 || (only === undefined && clean <= mostClean);
  const blocks = [
    pen.lines(headlineOf(report)).map((line) => pen.paint(moodOf(report), line)),
    summaryLines([...prompts.flatMap(({ findings }) => findings), ...others], clean, pen),
    judgeBlock(report.judge, pen),
    ...prompts.filter(isListed).map((prompt) => promptBlock(prompt, pen)),
    findingLines(others, pen, ''),
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

/** Findings by their kind, the wrong and the many first, each with one example; where there are few they speak for themselves. */
function summaryLines(findings: readonly Finding[], clean: number, pen: Pen): readonly string[] {
  const kinds = [...Map.groupBy(findings, ({ severity, what }) => `${severity} ${kindOf(what)}`).values()]
    .flatMap((held) => (held[0] === undefined ? [] : [{ first: held[0], count: held.length }]))
    .toSorted((a, b) => rank(a.first) - rank(b.first) || b.count - a.count);
  const cleanly = clean <= mostClean ? [] : pen.lines(own(`${showNumberOf(clean, 'prompt is', 'prompts are')} clean.`));
  if (kinds.every(({ count }) => count === 1)) return cleanly;
  const lines = kinds.flatMap(({ first, count }) => {
    const where = first.at === undefined ? [] : say`, such as ${showPosition(first.at)}`;
    return pen.lines(
      say`${own(`${count} × ${first.severity}`)} ${quote(kindOf(first.what).replace(/\.$/u, ''))}${where}`,
      '  ',
    );
  });
  return [...cleanly, ...lines];
}

function rank({ severity }: Finding): number {
  return severity === 'wrong' ? 0 : 1;
}

/** What findings of one kind have in common: the sentence without its names and numbers. */
function kindOf(what: string): string {
  return what
    .replaceAll(/`[^`]*`/gu, '`…`')
    .replaceAll(/\d+/gu, 'N')
    .replaceAll(/(?:`…`, )+`…`(?: and N more)?/gu, '`…`');
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
