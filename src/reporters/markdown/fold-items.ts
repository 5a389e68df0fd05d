import type { Report } from '../../core/report/report.ts';
import type { PlacedCase } from '../cases-of.ts';
import { reasonsToTell } from '../reasons-to-tell.ts';
import { notesToTell } from '../wording/notes-to-tell.ts';
import { list, own, say, upperFirst } from '../wording/say.ts';
import { wordJudge, wordPreferences } from '../wording/word-judge.ts';
import { wordReason } from '../wording/word-reason.ts';
import { wordAdapted, wordServedChanges } from '../wording/word-served.ts';
import { unansweredCases } from '../wording/word-tools.ts';
import { toMarkdown } from './escape.ts';
import { type FenceSize, fence } from './fence.ts';
import { type PairSize, pairBlock } from './shown-pair.ts';

/** Most cases shown: what a reader works through, and what is diffed. */
const most = 60;

/**
 * Each of these cases with an old reply that was right and a new one that is not (conversations side by side), and what the
 * checks say against the new one.
 */
export function replyItems(report: Report, cases: readonly PlacedCase[], size: FenceSize): readonly string[] {
  return cases.slice(0, most).map((placed) => pairBlock(placed, report, sizeOf(size, report)));
}

/** Whether two are one case on one model. */
export function isSame(one: PlacedCase, other: PlacedCase): boolean {
  return one.prompt.path === other.prompt.path && one.row.id === other.row.id && one.case.id === other.case.id;
}

/** What of a case is shown where it may be unfolded: more than above, and never a wall of text. */
function sizeOf({ characters }: FenceSize, { published }: Report): PairSize {
  const reply = published?.replies === 'full' ? characters : Math.floor(characters / 3);
  return { asked: 600, reply, transcript: characters };
}

/** What is noted of the prompts, and which replies a judge preferred; a line each. */
export function noteItems(report: Report): readonly string[] {
  return [...wordPreferences(report), ...notesToTell(report)].map((told) => toMarkdown(say`- ${told}`));
}

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

/** The canned results that cases lack, as they are to be pasted. */
export function pasteItems(report: Report, size: FenceSize): readonly string[] {
  return unansweredCases(report).map(({ where, stub }) => `${toMarkdown(where)}\n\n${fence(stub, 'yaml', size)}`);
}

/** How far the judge can be trusted, which models answered, and what was adapted for them: one line each. */
export function judgeAndServiceItems(report: Report): readonly string[] {
  return [
    ...wordJudge(report).map((line) => `- ${toMarkdown(line)}`),
    ...report.served
      .filter(({ asked, served, others }) => others === undefined && served.some((model) => model !== asked))
      .map(
        ({ asked, served }) =>
          `- ${toMarkdown(say`${asked} was served by ${list(served.map((model) => say`${model}`))}`)}.`,
      ),
    ...wordAdapted(report).map((phrase) => `- ${toMarkdown(phrase)}.`),
    ...wordServedChanges(report).map((line) => `- ${toMarkdown(line)}`),
  ];
}
