import type { Report } from '../../core/report/report.ts';
import { problemsOf } from '../../core/report/report-outcome.ts';
import { openingOf } from '../opening/opening-of.ts';
import { plain, quote, say } from '../wording/say.ts';
import { unreviewedToTell } from '../wording/unreviewed-to-tell.ts';
import { wordExam } from '../wording/word-exam.ts';
import { wordProblem } from '../wording/word-problem.ts';
import { mendUnreviewed } from '../wording/word-unreviewed.ts';
import { escapeName, toMarkdown } from './escape.ts';

/**
 * What a reader must know to trust the verdict, a line each: faults with their place, prompts that nothing checked, golden
 * cases that this very pull request takes away, and what happened while asking.
 */
export function findingsOf(report: Report, most: number): readonly string[] {
  const opened = openedWith(report);
  const lines = [
    ...problemsOf(report)
      .filter(({ problem: { what, fix = '' }, prompts }) => prompts.length > 1 || !opened(what, fix))
      .map((told) => toMarkdown(say`- ${wordProblem(told)}`)),
    ...unreviewedToTell(report)
      .filter(() => !isUncheckedTold(report, opened))
      .map((told) => `- ${toMarkdown(told)}`),
    ...wordExam(report).map((told) => `- ${toMarkdown(told)}`),
    ...report.prompts
      .filter(({ change }) => change === 'removed')
      .map(({ path }) => `- ${escapeName(path)} was removed.`),
    ...report.notes.map((note) => toMarkdown(say`- ${quote(note)}`)),
  ];
  return capped(lines, most);
}

/** Whether the comment opens with all of some words: what is said there is not said again. */
function openedWith(report: Report): (...told: readonly string[]) => boolean {
  const { line, sentence } = openingOf(report);
  const said = lettersOf(plain([...line, ...sentence], (text) => text));
  // Words without a letter are said nowhere: they must not hide what they stand for.
  const isSaid = (letters: string) => letters !== '' && said.includes(letters);
  return (...told) => told.every((text) => text === '' || isSaid(lettersOf(text)));
}

function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/** Whether the opening names every prompt that nothing checked, with the one cause of all and the way to mend it. */
function isUncheckedTold({ unreviewed, verdict }: Report, opened: ReturnType<typeof openedWith>): boolean {
  const [first, ...more] = unreviewed;
  if (verdict !== 'unreviewed' || first === undefined || more.some(({ why }) => why !== first.why)) return false;
  const mend = plain(mendUnreviewed(first), (text) => text);
  return opened(mend, ...unreviewed.flatMap(({ path, detail = '' }) => [path, detail]));
}

function capped(lines: readonly string[], most: number): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length - most;
  return [[...lines.slice(0, most), ...(more > 0 ? [`- … and ${more} more`] : [])].join('\n')];
}
