import type { Report } from '../../core/report/report.ts';
import { showChange, showNumberOf, showScore } from '../show-quantity.ts';
import { own, type Phrase, say } from '../wording/say.ts';
import type { Told } from './told.ts';

/**
 * What a changed judge makes of the same replies, with the words that open it; nothing where none changes, or where what
 * prompts came to weighs more.
 */
export function openExam(report: Report): (Told & { readonly advice: Phrase }) | undefined {
  const { exchangedJudge: exchange, prompts, unreviewed, problems } = report;
  if (exchange === undefined || problems.length + unreviewed.length > 0) return undefined;
  const holds = prompts.every(({ verdict }) => verdict === 'pass' || verdict === 'skipped');
  if (!holds || (prompts.length > 0 && !exchange.differs)) return undefined;
  const { old, new: next, replies, flips, mean } = exchange;
  const graded = own(showNumberOf(replies, 'reply', 'replies'));
  const means = say`The mean is ${own(showChange(mean.old, mean.new, showScore))}.`;
  if (!exchange.differs)
    return {
      advice: own('Fine to merge'),
      fact: [say`${next.model} grades ${graded} as ${old.model} does`, say`the judges agree on ${graded}`],
      more: [means],
    };
  const fact =
    flips.length === 0
      ? say`${next.model} grades ${graded} otherwise than ${old.model}`
      : say`${own(String(flips.length))} of ${graded} change sides from ${old.model} to ${next.model}`;
  return {
    advice: own('Another exam'),
    fact: [fact, own(`${flips.length} of ${showNumberOf(replies, 'reply', 'replies')} change sides`)],
    more: [means, own('No prompt got worse: the judge is what changes.')],
  };
}
