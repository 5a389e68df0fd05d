import type { Report } from '../../core/report/report.ts';
import { casesOf } from '../cases-of.ts';
import { showNumberOf } from '../show-quantity.ts';
import { listNames, own, type Phrase, say } from '../wording/say.ts';
import { wordOwnEdits } from '../wording/word-own-edits.ts';
import { wordReason } from '../wording/word-reason.ts';
import { wordLimit, wordOwnLimit, wordOwnRaise, wordRaise, wordSoFar } from '../wording/word-stopped.ts';
import { openLeaning, openLimit } from './open-leaning.ts';
import type { Told } from './told.ts';
import { countPlaced, wordOtherPrompts } from './word-cases.ts';

/** What a review that proves nothing can say, with the words that open it. */
export function openUndecided(report: Report): Told & { readonly advice: Phrase } {
  const told =
    openStopped(report) ?? openOwnStop(report) ?? openEdits(report) ?? openLeaning(report) ?? openReasons(report);
  return { ...told, more: [...told.more, report.prompts.length > 1 ? wordOtherPrompts(report) : []] };
}

const cannotTell = own('Cannot tell');

function openStopped(report: Report): (Told & { readonly advice: Phrase }) | undefined {
  const limit = wordLimit(report);
  if (limit.length === 0) return undefined;
  return {
    advice: say`Stopped at ${limit}`,
    fact: [wordUnproven(report)],
    more: [own(`It ended ${wordSoFar(report)}.`), wordRaise(report)],
  };
}

/** The first prompt that proves nothing was stopped by a budget of its own. */
function openOwnStop(report: Report): (Told & { readonly advice: Phrase }) | undefined {
  const prompt = report.prompts.find(({ verdict }) => verdict === 'inconclusive');
  const reason = prompt?.models.flatMap((row) => row.reasons).find(({ kind }) => kind === 'own-budget');
  if (prompt === undefined || reason?.kind !== 'own-budget') return undefined;
  const after = showNumberOf(prompt.rounds, 'round');
  return {
    advice: cannotTell,
    fact: [
      say`${prompt.path} was stopped by its own budget after ${own(after)}`,
      say`${prompt.path} was stopped by its own budget`,
    ],
    more: [say`Stopped at ${wordOwnLimit(reason)}.`, wordOwnRaise(reason)],
  };
}

/** What came of a review that was cut short: `10 cases fell, not proven`. */
export function wordUnproven(report: Report): Phrase {
  const fallen = countPlaced(casesOf(report, 'fell'));
  return own(fallen === 0 ? 'nothing is proven either way' : `${showNumberOf(fallen, 'case')} fell, not proven`);
}

function openEdits(report: Report): (Told & { readonly advice: Phrase }) | undefined {
  const edited = wordOwnEdits(report);
  const more = [own('As the base branch has these cases, they fail now.')];
  if (edited !== undefined) return { advice: cannotTell, fact: [edited, own('passes only by its own edits')], more };
  const other = report.prompts
    .flatMap(({ models }) => models.flatMap((row) => row.reasons))
    .find((reason) => reason.kind === 'other-question');
  if (other === undefined) return undefined;
  const different = own('old and new are asked different questions');
  if (other.brought.length === 0)
    return {
      advice: cannotTell,
      fact: [say`${different} in ${listNames(other.cases, 2)}`, different],
      more: [own('The new line of the snapshot does not ask there in the words of the old one.')],
    };
  return {
    advice: cannotTell,
    fact: [
      say`old and new are asked different questions: ${listNames(other.brought, 1)} for ${listNames(other.dropped, 1)}`,
      different,
    ],
    more: [
      say`In ${own(showNumberOf(other.cases.length, 'case'))} the new prompt does not read ${listNames(other.dropped, 2)} any more, but ${listNames(other.brought, 2)}, which comes with this change.`,
    ],
  };
}

function openReasons(report: Report): Told & { readonly advice: Phrase } {
  const rows = report.prompts.flatMap(({ models }) => models).filter(({ verdict }) => verdict === 'inconclusive');
  const reason = [...rows.flatMap((row) => row.reasons), ...report.prompts.flatMap(({ reasons }) => reasons)][0];
  if (reason === undefined) return { advice: cannotTell, fact: [own('there are too few replies')], more: [] };
  const full = wordReason(reason, report.mode);
  if (reason.kind === 'blind') {
    const needed = reason.trialsNeeded;
    return {
      advice: cannotTell,
      fact: [own(`${showNumberOf(reason.trials, 'reply', 'replies')} a case cannot even prove a case that breaks`)],
      more: [own(needed === null ? 'More cases would tell.' : `Raise \`trials\` to ${needed}, or add cases.`)],
    };
  }
  if (reason.kind === 'no-result') {
    const calls = `no canned result fits ${showNumberOf(reason.of, 'call')}`;
    return { advice: cannotTell, fact: [say`${own(calls)} on ${reason.row}`, own(calls)], more: [] };
  }
  if (reason.kind === 'leaning-cost' || reason.kind === 'leaning-latency') return openLimit(reason);
  return { advice: cannotTell, fact: [full, own('too little is known')], more: [say`${full}.`] };
}
