import type { Report } from '../../core/report/report.ts';
import { reasonsToTell } from '../reasons-to-tell.ts';
import { own, say, upperFirst } from '../wording/say.ts';
import { wordReason } from '../wording/word-reason.ts';
import { toMarkdown } from './escape.ts';

/** Why the rows have their verdicts, as far as the table of cases does not tell it; a line each. */
export function reasonItems(report: Report): readonly string[] {
  const lines = report.prompts.flatMap((prompt) => {
    const where = report.prompts.length > 1 ? say`${prompt.path}: ` : own('');
    return reasonsToTell(prompt).map((reason) =>
      toMarkdown(say`- ${where}${upperFirst(wordReason(reason, report.mode))}.`),
    );
  });
  return [...new Set(lines)];
}
