import type { Reason } from '../../core/gate/reason.ts';
import type { Report } from '../../core/report/report.ts';
import { problemsOf } from '../../core/report/report-outcome.ts';
import { verdicts } from '../../core/verdict.ts';
import { casesOf, type PlacedCase } from '../cases-of.ts';
import { reasonsToTell } from '../reasons-to-tell.ts';
import { isAlone } from '../wording/count-cases.ts';
import { notesToTell } from '../wording/notes-to-tell.ts';
import { listNames, own, type Phrase, quote, say, upperFirst } from '../wording/say.ts';
import { unreviewedToTell } from '../wording/unreviewed-to-tell.ts';
import { wordCaseChanges } from '../wording/word-change.ts';
import { nameRow } from '../wording/word-cost.ts';
import { costLines } from '../wording/word-cost-lines.ts';
import { wordPreferences } from '../wording/word-judge.ts';
import { wordProblem } from '../wording/word-problem.ts';
import { wordReason } from '../wording/word-reason.ts';
import { wordConfusions, wordWithheld } from '../wording/word-skills.ts';
import { casesShown } from './cases-table.ts';

/** Most reasons told one by one: all of them are in the page and in the JSON. */
const mostReasons = 40;

/** What else there is to know, a sentence each; where there are several prompts, each names its own. */
export function findingsOf(report: Report): readonly Phrase[] {
  const problems = problemsOf(report).map(wordProblem);
  const reasons = reasonsOf(report);
  const more = reasons.length - mostReasons;
  return [
    ...problems,
    ...unreviewedToTell(report),
    ...reasons.slice(0, mostReasons),
    ...(more > 0 ? [say`… and ${more} more findings.`] : []),
    ...unsteady(report),
    ...wordConfusions(report),
    ...wordWithheld(report),
    ...wordPreferences(report),
    ...costsOf(report),
    ...report.prompts.flatMap((prompt) => wordCaseChanges(prompt, report.prompts.length > 1)),
    ...report.notes.map((note) => say`${quote(note)}`),
    ...notesToTell(report),
  ];
}

/** What moved in what replies cost, and what of it is cached or ignored. */
function costsOf({ prompts, method }: Report): readonly Phrase[] {
  return prompts.flatMap((prompt) =>
    prompt.models.flatMap((row) =>
      costLines(row, method.alpha).map(
        (line) => say`${prompts.length > 1 ? say`${prompt.path}, ` : []}${nameRow(row)}: ${line}`,
      ),
    ),
  );
}

/** Reasons of the worst prompt first, without those that only say what the verdict line or the table of cases does. */
function reasonsOf(report: Report): readonly Phrase[] {
  const { prompts } = report;
  const several = prompts.length > 1;
  const opened = prompts.flatMap(({ models }) => models.flatMap((row) => row.reasons))[0];
  const shown = new Set(casesShown(report).map(({ prompt, row, case: one }) => keyOf(prompt.path, row.id, one.id)));
  const isTold = (reason: Reason, path: string): boolean =>
    (reason.kind === 'leaning-case' && shown.has(keyOf(path, reason.row, reason.case))) ||
    (reason.kind === 'nothing-passes' && report.verdict === 'unreviewed' && !several) ||
    (report.verdict === 'invalid' && reason.kind === 'missing' && reason === opened && !several);
  return prompts
    .toSorted((one, other) => verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict))
    .flatMap((prompt) => {
      const where = several ? say`${prompt.path}: ` : [];
      const untold = reasonsToTell(prompt).filter((reason) => !isTold(reason, prompt.path));
      return untold.map((reason) => say`${where}${upperFirst(wordReason(reason, report.mode))}.`);
    });
}

function keyOf(...names: readonly string[]): string {
  return JSON.stringify(names);
}

/** Cases whose own replies disagree, or fail on both sides; prompt by prompt where there are several. */
function unsteady(report: Report): readonly Phrase[] {
  // In a check they are the table itself.
  if (report.mode === 'check') return [];
  const told = (cases: readonly PlacedCase[], what: string, more: string): readonly Phrase[] =>
    [...Map.groupBy(cases, ({ prompt }) => prompt)].map(([{ path }, held]) => {
      const where = report.prompts.length > 1 ? say` in ${path}` : [];
      return say`${own(what)}${where}: ${listNames([...new Set(held.map(({ case: one }) => one.id))], 10)}.${own(more)}`;
    });
  const suspect = ' Suspect the golden case before the prompt.';
  const [alone = [], onBoth = []] = [true, false].map((wanted) =>
    casesOf(report, 'failing').filter(({ case: one }) => isAlone(one) === wanted),
  );
  return [
    ...told(casesOf(report, 'flaky'), 'Flaky', ''),
    ...told(alone, 'Fails', suspect),
    ...told(onBoth, 'Fails on both sides', suspect),
  ];
}
