import { showPosition } from '../../core/problem.ts';
import type { Report } from '../../core/report/report.ts';
import { problemsOf } from '../../core/report/report-outcome.ts';
import { showNumberOf } from '../show-quantity.ts';
import { own, type Phrase, quote, say } from '../wording/say.ts';
import { wordReason } from '../wording/word-reason.ts';
import type { Told } from './told.ts';

/** Why there is no honest verdict: the first fault with its place, and how to mend it. */
export function openUnread(report: Report): Told {
  const [first, ...more] = problemsOf(report).map(({ problem }) => problem);
  if (first === undefined) return openReason(report);
  const at = first.at === undefined ? [] : say`${showPosition(first.at)}: `;
  const [sentence, rest] = firstSentence(first.what);
  // It goes on after a colon.
  const what = sentence.replace(/^(?:The|There|No|A|An|Its|This)(?= )/u, (word) => word.toLowerCase());
  const unread = report.prompts.filter(({ problems }) => problems !== undefined).length;
  if (report.problems.length === 0 && unread > 1) {
    const count = own(`${unread} of ${showNumberOf(report.prompts.length, 'prompt')}`);
    return { fact: [count], more: [wordOthers(report), say`First: ${at}${quote(what)}.`] };
  }
  const and = more.length === 0 ? [] : own(`${showNumberOf(more.length, 'more problem')} below.`);
  return {
    // What a service said in brackets is the first to go: it stands in full under the opening.
    fact: [say`${at}${quote(what)}`, say`${at}${quote(what.replace(/ \([^()]*\)$/u, ''))}`],
    more: [rest === '' ? [] : quote(rest), first.fix === undefined ? [] : quote(first.fix), wordOthers(report), and],
  };
}

function openReason(report: Report): Told {
  const rows = report.prompts.flatMap(({ models }) => models).filter(({ verdict }) => verdict === 'invalid');
  const reason = [...rows.flatMap((row) => row.reasons), ...report.prompts.flatMap(({ reasons }) => reasons)][0];
  if (reason === undefined) return { fact: [own('too few replies came to tell')], more: [wordOthers(report)] };
  const full = wordReason(reason, report.mode);
  if (reason.kind !== 'missing') return { fact: [full], more: [wordOthers(report)] };
  const noun = showNumberOf(reason.of, 'reply', 'replies');
  const whose = report.mode === 'check' ? 'the prompt' : `the ${reason.side} prompt`;
  return {
    fact: [
      say`${reason.missing} of ${own(noun)} of ${own(whose)} on ${reason.row} never came or have no score`,
      own(`${reason.missing} of ${noun} of ${whose} never came or have no score`),
      own(`${reason.missing} of ${noun} have no score`),
    ],
    more: [own('More than a tenth proves nothing.'), wordOthers(report)],
  };
}

/** The first sentence without its full stop, and what follows. */
function firstSentence(text: string): readonly [string, string] {
  const [, first = text, rest = ''] = /^(.{12,}?[^.\s])\.\s+(?=\p{Lu}|`)(.*)$/su.exec(text.trim()) ?? [];
  return [first.replace(/[.\s]+$/u, ''), rest.trim()];
}

/** What became of the prompts that could be reviewed. */
function wordOthers({ prompts, problems }: Report): Phrase {
  const others = prompts.filter((prompt) => prompt.problems === undefined);
  if (others.length === 0 || others.length === prompts.length || problems.length > 0) return [];
  const noun = showNumberOf(others.length, 'other prompt');
  const passed = others.every(({ verdict }) => verdict === 'pass');
  return own(
    passed
      ? `${noun} ${others.length === 1 ? 'holds' : 'hold'}.`
      : `${noun} ${others.length === 1 ? 'was' : 'were'} reviewed, told below.`,
  );
}
