import { problemsOf } from '../../core/report/problems-of.ts';
import type { Report } from '../../core/report/report.ts';
import { reasonsToTell } from '../reasons-to-tell.ts';
import { headlineOf } from '../wording/headline.ts';
import { notesToTell } from '../wording/notes-to-tell.ts';
import { own, quote, say } from '../wording/say.ts';
import { unreviewedToTell } from '../wording/unreviewed-to-tell.ts';
import { wordPreferences } from '../wording/word-preferences.ts';
import { wordProblem } from '../wording/word-problem.ts';
import { wordReason } from '../wording/word-reason.ts';
import { upperFirst } from '../wording/word-regression.ts';
import { escapeName, toMarkdown } from './escape.ts';

/** What stands between the verdict and the folded sections: problems with their fixes, unguarded prompts, reasons, acceptances and notes. */
export function findingsOf(report: Report, most: number): readonly string[] {
  const problems = problemsOf(report).map((told) => toMarkdown(say`- ${wordProblem(told)}`));
  const unreviewed = unreviewedToTell(report).map((told) => `- ${toMarkdown(told)}`);
  const accepted = report.accepted.map((one) =>
    toMarkdown(say`- Accepted by ${one.by} (${quote(one.how)}), ${quote(one.at)}.`),
  );
  const notes = [...report.notes.map(quote), ...notesToTell(report)].map((told) => toMarkdown(say`- ${told}`));
  const removed = report.prompts
    .filter(({ change }) => change === 'removed')
    .map(({ path }) => `- ${escapeName(path)} was removed.`);
  const preferences = wordPreferences(report).map((phrase) => `- ${toMarkdown(phrase)}`);
  const blocks = [problems, unreviewed, accepted, reasonsOf(report), preferences, removed, notes];
  return blocks.filter((block) => block.length > 0).map((block) => capped(block, most));
}

/** Reasons that neither the verdict line nor the table of broken cases tells already. */
function reasonsOf(report: Report): readonly string[] {
  const told = toMarkdown(headlineOf(report));
  return report.prompts.flatMap((prompt) => {
    const where = report.prompts.length > 1 ? say`${prompt.path}: ` : own('');
    return reasonsToTell(prompt)
      .map((reason) => wordReason(reason, report.mode))
      .filter((phrase) => !told.endsWith(toMarkdown(phrase)) && !told.endsWith(toMarkdown(upperFirst(phrase))))
      .map((phrase) => toMarkdown(say`- ${where}${upperFirst(phrase)}.`));
  });
}

function capped(lines: readonly string[], most: number): string {
  const more = lines.length - most;
  return [...lines.slice(0, most), ...(more > 0 ? [`- … and ${more} more`] : [])].join('\n');
}
