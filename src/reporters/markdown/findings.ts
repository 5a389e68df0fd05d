import { problemsOf } from '../../core/report/problems-of.ts';
import type { Report } from '../../core/report/report.ts';
import { quote, say } from '../wording/say.ts';
import { unreviewedToTell } from '../wording/unreviewed-to-tell.ts';
import { wordExam } from '../wording/word-exam.ts';
import { wordProblem } from '../wording/word-problem.ts';
import { escapeName, toMarkdown } from './escape.ts';

/**
 * What a reader must know to trust the verdict, a line each: faults with their place, prompts that nothing checked, golden
 * cases that this very pull request takes away, and what happened while asking.
 */
export function findingsOf(report: Report, most: number): readonly string[] {
  const lines = [
    ...problemsOf(report).map((told) => toMarkdown(say`- ${wordProblem(told)}`)),
    ...unreviewedToTell(report).map((told) => `- ${toMarkdown(told)}`),
    ...wordExam(report).map((told) => `- ${toMarkdown(told)}`),
    ...report.prompts
      .filter(({ change }) => change === 'removed')
      .map(({ path }) => `- ${escapeName(path)} was removed.`),
    ...report.notes.map((note) => toMarkdown(say`- ${quote(note)}`)),
  ];
  return capped(lines, most);
}

function capped(lines: readonly string[], most: number): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length - most;
  return [[...lines.slice(0, most), ...(more > 0 ? [`- … and ${more} more`] : [])].join('\n')];
}
