import { type Position, showPosition } from '../../core/position.ts';
import { problemsOf } from '../../core/report/problems-of.ts';
import type { Report, ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { clip } from '../../core/text/clip.ts';
import type { Verdict } from '../../core/verdict.ts';
import { casesOf } from '../cases-of.ts';
import { showChange, showNumberOf, showP, showPercent, showPoints, showScore } from '../show-quantity.ts';
import { countCases, wordUnsteady } from './count-cases.ts';
import { list, listNames, own, type Phrase, quote, say } from './say.ts';
import { wordBrokenCases } from './word-broken-cases.ts';
import { wordChecked } from './word-checked.ts';
import { wordFallen } from './word-fallen.ts';
import { wordNotChecked } from './word-not-checked.ts';
import { wordOwnEdits } from './word-own-edits.ts';
import { wordReason } from './word-reason.ts';
import { upperFirst, wordRegression } from './word-regression.ts';
import { wordWhere } from './word-where.ts';

/** The verdict in one line that a reader can act on: what happened, where, from what to what. Without a full stop. */
export function headlineOf(report: Report): Phrase {
  if (report.ended === 'cancelled' && report.verdict !== 'regressed') {
    return say`Cancelled after ${own(showNumberOf(report.calls.made, 'call'))}: nothing is proven either way`;
  }
  const checked = report.mode === 'check' && settled.has(report.verdict);
  const told = checked ? wordChecked(report) : headlines[report.verdict](report);
  const by = report.accepted.map((one) => one.by);
  const unread = report.prompts.filter(({ problems }) => problems !== undefined).length;
  const beside =
    unread === 0 || report.verdict === 'invalid'
      ? []
      : own(`; ${showNumberOf(unread, 'prompt')} could not be reviewed`);
  return report.verdict === 'regressed' && by.length > 0
    ? say`Accepted by ${listNames([...new Set(by)])}: ${told}${beside}`
    : say`${told}${beside}`;
}

/** Verdicts of a check that rest on what its cases came to. */
const settled: ReadonlySet<Verdict> = new Set(['regressed', 'failing', 'pass']);

const headlines = {
  regressed: wordRegression,
  invalid: wordInvalid,
  failing: wordChecked,
  inconclusive: wordInconclusive,
  unreviewed: wordNotChecked,
  pass: wordPass,
  skipped: (report) =>
    say`Nothing to ${own(report.mode === 'check' ? 'check' : 'review')}: ${quote(report.skipped ?? 'no prompt changed')}`,
} as const satisfies Record<Verdict, (report: Report) => Phrase>;

function wordInvalid(report: Report): Phrase {
  const [first, ...more] = problemsOf(report).map(({ problem }) => problem);
  if (first === undefined) return say`No honest verdict: ${firstReason(report, 'invalid')}`;
  const and = more.length === 0 ? [] : own(` (and ${showNumberOf(more.length, 'more problem')})`);
  const what = quote(clip(first.what, 700).replace(/[.\s]+$/u, ''));
  const told = say`${wordPosition(first.at)}${what}${and}`;
  const unread = report.prompts.filter(({ problems }) => problems !== undefined);
  const others = report.prompts.length - unread.length;
  if (report.problems.length > 0 || others === 0)
    return say`The ${own(report.mode === 'check' ? 'check' : 'review')} could not be done: ${told}`;
  const [only, ...rest] = unread;
  const which = only === undefined || rest.length > 0 ? say`${unread.length} prompts` : say`${only.path}`;
  return say`${which} could not be reviewed: ${told}; ${own(wordOthers(report, others))}`;
}

/** What became of the prompts that could be reviewed. */
function wordOthers({ prompts }: Report, others: number): string {
  const noun = showNumberOf(others, 'other prompt');
  const passed = prompts.every(({ verdict, problems }) => problems !== undefined || verdict === 'pass');
  return passed ? `nothing got worse in ${noun}` : `${noun} ${others === 1 ? 'was' : 'were'} reviewed`;
}

function wordPosition(at: Position | undefined): Phrase {
  return at === undefined ? [] : say`${showPosition(at)}: `;
}

function wordInconclusive(report: Report): Phrase {
  const edited = wordOwnEdits(report);
  if (edited !== undefined) return upperFirst(edited);
  const row = report.prompts.flatMap(({ models }) => models).find(({ verdict }) => verdict === 'inconclusive');
  const other = row?.reasons.find(({ kind }) => kind === 'other-question');
  if (other !== undefined) return upperFirst(wordReason(other));
  const reason = row?.reasons[0];
  if (row !== undefined && reason?.kind === 'leaning') {
    const score = showChange(row.score.old, row.score.new, showScore);
    return say`Probably worse on ${row.id}, not proven: score ${own(score)} (${own(showP(reason.p))})`;
  }
  const fallen = casesOf(report, 'fell');
  if (fallen.length > 0 && (reason?.kind !== 'leaning-case' || !reason.confirmed)) {
    return say`${wordFallen(fallen, wordWhere(report, fallen))}, not proven${reason === undefined || reason.kind === 'leaning-case' ? [] : say`: ${wordReason(reason)}`}`;
  }
  if (row !== undefined && reason?.kind === 'leaning-case') {
    return say`${reason.case} got worse on ${row.id}, by less than what blocks: ${own(showPoints(reason.delta))} down (${own(showP(reason.p))})`;
  }
  return say`Not proven either way: ${firstReason(report, 'inconclusive')}`;
}

/** The first reason of the worst row; the pooled tests' after it. */
function firstReason(report: Report, verdict: Verdict): Phrase {
  const rows = report.prompts.flatMap(({ models }) => models).filter((row) => row.verdict === verdict);
  const reason = [...rows.flatMap((row) => row.reasons), ...report.prompts.flatMap(({ reasons }) => reasons)][0];
  return reason === undefined ? own('too few replies to tell') : wordReason(reason, report.mode);
}

function wordPass(report: Report): Phrase {
  const rows = report.prompts.flatMap(({ models }) => models);
  const cases = report.prompts.reduce((sum, prompt) => sum + new Set(prompt.models.flatMap(caseIds)).size, 0);
  if (cases === 0) return own('Nothing got worse');
  const warning = wordBrokenCases(report, 'warn');
  if (warning !== undefined) return say`A warning only: ${warning}`;
  if (report.prompts.every(isAlone)) return wordAdded(report);
  const models = [...new Set(rows.map(({ id }) => id))];
  const where = models.length > 3 ? own(`on ${models.length} models`) : say`on ${listNames(models)}`;
  const counts = countCases(report.prompts.map((prompt) => casesApart(prompt)));
  const { same, improved } = counts;
  const fallen = casesOf(report, 'fell');
  const told = [
    ...(same > 0 ? [own(`${showNumberOf(same, 'case')} ${same === 1 ? 'holds' : 'hold'}`)] : []),
    ...(fallen.length > 0 ? [wordFallen(fallen)] : []),
    ...(improved.length > 0 ? [say`${improved.length} got better${namesOf(report, improved)}`] : []),
    ...wordUnsteady(counts).map(own),
  ];
  const edited = report.prompts.reduce((sum, { casesChanged }) => sum + casesChanged.edited.length, 0);
  return upperFirst(
    list(
      [
        say`${own(fallen.length > 0 ? 'nothing is proven worse' : 'nothing got worse')}${own(hasTolerated(report) ? ' beyond the tolerance' : '')} ${where}: ${list(told)}`,
        ...[wordOwnEdits(report)].filter((told) => told !== undefined),
        ...(edited > 0 ? [own(`${showNumberOf(edited, 'golden case')} edited here`)] : []),
      ],
      '; ',
    ),
  );
}

/** A prompt's rows with the names of its cases apart from those of other prompts. */
function casesApart({ path, models }: ReportPrompt): Pick<ReportRow, 'cases'> {
  return { cases: models.flatMap((row) => row.cases.map((one) => ({ ...one, id: `${path}\n${one.id}` }))) };
}

/** The names of cases that `casesApart` told apart, where they are few. */
function namesOf({ prompts }: Report, apart: readonly string[]): Phrase {
  if (apart.length > 3 || prompts.length > 1) return [];
  return say` (${listNames(apart.map((id) => id.slice(id.indexOf('\n') + 1)))})`;
}

/** Whether something did get worse beyond chance, and is accepted because it is so little. */
function hasTolerated({ prompts, method }: Report): boolean {
  return prompts
    .flatMap(({ models }) => models)
    .some(
      ({ score, reasons }) =>
        reasons.some(({ kind }) => kind === 'tolerated-case') ||
        (score.p !== null && score.delta !== null && score.delta < 0 && score.p <= method.alpha),
    );
}

/** New, or on a new model. */
function isAlone({ change, models }: ReportPrompt): boolean {
  return change === 'added' || (change === 'config' && models.every(({ score }) => score.old === null));
}

/** New prompts have nothing to be compared with: what they score is all there is to say. */
function wordAdded(report: Report): Phrase {
  const told = report.prompts
    .flatMap(({ models }) => models)
    .map((row) => {
      const { new: rate } = row.passRate;
      return say`${own(rate === null ? showScore(row.score.new ?? 0) : showPercent(rate))} on ${row.id}`;
    });
  const news = report.prompts.every(({ change }) => change === 'config') ? 'model' : 'prompt';
  const number =
    news === 'model'
      ? new Set(report.prompts.flatMap(({ models }) => models.map(({ id }) => id))).size
      : report.prompts.length;
  const subject = number === 1 ? `A new ${news}` : `${number} new ${news}s`;
  return say`${own(subject)}, with nothing to compare: ${list(told.slice(0, 4))}${own(told.length > 4 ? ' …' : '')}`;
}

function caseIds(row: { readonly cases: readonly { readonly id: string }[] }): readonly string[] {
  return row.cases.map(({ id }) => id);
}
