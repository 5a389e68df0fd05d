import type { Report } from '../../core/report/report.ts';
import type { Verdict } from '../../core/verdict.ts';
import {
  fitting,
  lengthOf,
  list,
  listNames,
  own,
  type Phrase,
  quote,
  say,
  sentences,
  upperFirst,
} from '../wording/say.ts';
import { showDay } from '../wording/show-day.ts';
import { wordChecked } from '../wording/word-checked.ts';
import { explodingRows, wordExplosionBeside } from '../wording/word-cost.ts';
import { wordOwnEdits } from '../wording/word-own-edits.ts';
import { wordRaise, wordSoFar, wordStopped } from '../wording/word-stopped.ts';
import { openExam } from './open-exam.ts';
import { openPass } from './open-pass.ts';
import { openRegressed } from './open-regressed.ts';
import { openUnchecked } from './open-unchecked.ts';
import { openUndecided, wordUnproven } from './open-undecided.ts';
import { openUnread } from './open-unread.ts';
import { longest, type Told } from './told.ts';

/** What every surface opens with: read in five seconds, and whole in a notification. */
export type Opening = {
  /** One sign of what to do: never the only one, the words say the same. */
  readonly mark: string;
  /** What to do, then the fact: `Do not merge yet: 3 refund cases broke on clerk-mini`. At most `longest.line` characters. */
  readonly line: Phrase;
  /** From what to what, what holds, what is unaffected. At most `longest.sentence` characters; may be empty. */
  readonly sentence: Phrase;
};

export function openingOf(report: Report): Opening {
  const { mark, advice, told } = openers(report);
  const head = advice.length === 0 ? [] : say`${fitting(longest.advice, [advice])}: `;
  const [fact, ...shorter] = told.fact;
  const room = longest.line - lengthOf(head);
  const line = say`${head}${fitting(room, [fact, ...shorter])}`;
  return {
    mark,
    line: advice.length === 0 ? upperFirst(line) : line,
    sentence: sentences(longest.sentence, [...stopOf(report), ...told.more].map(upperFirst)),
  };
}

/** A limit that ended the asking, where it is not the advice itself: the verdict is of what was asked until then. */
function stopOf(report: Report): readonly Phrase[] {
  if (report.ended === 'cancelled' && report.verdict === 'regressed')
    return [own('The run was cancelled: more may have broken.')];
  if (report.verdict === 'inconclusive') return [];
  return report.verdict === 'invalid' ? [wordStopped(report), wordRaise(report)] : [wordStopped(report)];
}

type Opener = { readonly mark: string; readonly advice: Phrase; readonly told: Told };

function openers(report: Report): Opener {
  if (report.ended === 'cancelled' && report.verdict !== 'regressed')
    return {
      mark: '⚪',
      advice: own('Cancelled'),
      told: {
        fact: [wordUnproven(report)],
        more: [own(`The run was ended ${wordSoFar(report)}. Run it again: what was answered is kept.`)],
      },
    };
  if (report.mode === 'check' && settled.has(report.verdict)) return openChecked(report);
  const exam = openExam(report);
  if (exam === undefined) return byVerdict[report.verdict](report);
  const { advice, ...told } = exam;
  return { mark: marks[report.verdict], advice, told };
}

/** What a check found: in the line as far as it fits, the rest in the sentence. */
function openChecked(report: Report): Opener {
  const mark = report.verdict !== 'pass' && report.gate.open ? '⚠️' : marks[report.verdict];
  const full = wordChecked(report);
  if (lengthOf(full) <= longest.line) return { mark, advice: [], told: { fact: [full], more: [] } };
  const [first = full, ...rest] = partsOf(full);
  return { mark, advice: [], told: { fact: [first], more: rest.map((part) => say`${part}.`) } };
}

/** What stands between semicolons. */
function partsOf(phrase: Phrase): readonly Phrase[] {
  const at = phrase.findIndex(({ kind, text }) => kind === 'ours' && text === '; ');
  return at === -1 ? [phrase] : [phrase.slice(0, at), ...partsOf(phrase.slice(at + 1))];
}

/** Verdicts of a check that rest on what its cases came to. */
const settled: ReadonlySet<Verdict> = new Set(['regressed', 'failing', 'pass']);

const marks = {
  regressed: '⛔',
  failing: '⛔',
  invalid: '⚠️',
  inconclusive: '🤷',
  unreviewed: '⚪',
  pass: '✅',
  skipped: '⚪',
} as const satisfies Record<Verdict, string>;

const byVerdict = {
  regressed: openWorse,
  failing: (report) => ({
    mark: marks.failing,
    advice: wordStop(report),
    told: { fact: [wordChecked(report)], more: [] },
  }),
  invalid: (report) => ({
    mark: marks.invalid,
    advice: own(report.mode === 'check' ? 'Not checked' : 'Not reviewed'),
    told: openUnread(report),
  }),
  inconclusive: (report) => {
    const { advice, ...told } = openUndecided(report);
    return { mark: marks.inconclusive, advice, told: alsoDear(report, told) };
  },
  unreviewed: (report) => ({ mark: marks.unreviewed, advice: own('Not checked'), told: openUnchecked(report) }),
  pass: (report) => {
    const { advice, ...told } = openPass(report);
    const isQuiet = wordOwnEdits(report) === undefined && explodingRows(report).length === 0;
    return { mark: isQuiet ? marks.pass : '⚠️', advice, told };
  },
  skipped: (report) => ({
    mark: marks.skipped,
    advice: own(`Nothing to ${report.mode === 'check' ? 'check' : 'review'}`),
    told: { fact: [quote(report.skipped ?? 'no prompt changed')], more: [] },
  }),
} as const satisfies Record<Verdict, (report: Report) => Opener>;

/** What costs much more beside what is told first: right behind the first sentence, which says from what to what. */
function alsoDear(report: Report, { fact, more: [first = [], ...more] }: Told): Told {
  return { fact, more: [first, wordExplosionBeside(report), ...more] };
}

function openWorse(report: Report): Opener {
  const told = openRegressed(report);
  const [accepted] = report.accepted;
  if (accepted === undefined) return { mark: report.gate.open ? '⚠️' : marks.regressed, advice: wordStop(report), told };
  const by = [...new Set(report.accepted.map((one) => one.by))];
  const until = say`Accepted on ${quote(showDay(accepted.at))}, for this commit’s prompts and cases.`;
  return { mark: '🟠', advice: say`Accepted by ${listNames(by, 2)}`, told: { ...told, more: [until, ...told.more] } };
}

function wordStop({ gate }: Report): Phrase {
  return own(gate.open ? 'Look before you merge' : 'Do not merge yet');
}

/** The line as plain words, for surfaces that show nothing else. */
export function headlineOf(report: Report): Phrase {
  const { line, sentence } = openingOf(report);
  return sentence.length === 0 ? line : list([line, sentence], '. ');
}
