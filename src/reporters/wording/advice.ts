import type { Reason } from '../../core/gate/reason.ts';
import { showPosition } from '../../core/position.ts';
import { problemsOf } from '../../core/report/problems-of.ts';
import type { Report, ReportRow } from '../../core/report/report.ts';
import { clip } from '../../core/text/clip.ts';
import { casesOf } from '../cases-of.ts';
import { showChange, showNumberOf, showPercent, showScore } from '../show-quantity.ts';
import { headlineOf } from './headline.ts';
import { outcomeOf } from './outcome.ts';
import { list, listNames, own, type Phrase, quote, say } from './say.ts';
import { withoutFigures } from './without-figures.ts';
import { wordFallen } from './word-fallen.ts';
import { wordNotChecked } from './word-not-checked.ts';
import { wordReason } from './word-reason.ts';
import { wordWhere } from './word-where.ts';

/** What to do and why, in one line: `Do not merge yet: 4 cases broke`. Without figures of tests, without a full stop. */
export function adviceOf(report: Report): Phrase {
  const { mode, verdict, ended } = report;
  const settled = verdict === 'regressed' || verdict === 'failing' || verdict === 'pass';
  if (verdict === 'skipped' || (mode === 'check' && settled) || (ended === 'cancelled' && verdict !== 'regressed'))
    return withoutFigures(headlineOf(report));
  switch (verdict) {
    case 'regressed': {
      const by = [...new Set(report.accepted.map((one) => one.by))];
      const advice = by.length > 0 ? say`Accepted by ${listNames(by)}` : own('Do not merge yet');
      return say`${advice}: ${wordWorse(report)}`;
    }
    case 'inconclusive':
      return say`${own(`Cannot tell${stops[ended]}`)}: ${withoutFigures(wordDoubt(report))}`;
    case 'invalid':
      if (isPartly(report)) return headlineOf(report);
      return say`${own(mode === 'check' ? 'Not checked' : 'Not reviewed')}: ${wordFault(report)}`;
    case 'unreviewed':
      return say`Not checked: ${lowerFirst(wordNotChecked(report))}`;
    case 'pass':
    case 'failing':
      return say`Fine to merge: ${lowerFirst(withoutFigures(headlineOf(report)))}`;
  }
}

const stops = {
  complete: '',
  budget: ', stopped by the budget',
  deadline: ', stopped by the deadline',
  cancelled: '',
} as const satisfies Record<Report['ended'], string>;

/** What got worse: of several prompts how many, else what broke, fell or is over a limit. */
function wordWorse(report: Report): Phrase {
  const worse = report.prompts.filter(({ verdict }) => verdict === 'regressed');
  if (report.prompts.length > 1)
    return own(`${worse.length} of ${showNumberOf(report.prompts.length, 'changed prompt')} got worse`);
  const proven = casesOf(report, 'regressed');
  if (proven.length > 0) {
    const ids = (broke: boolean) =>
      new Set(proven.filter(({ case: one }) => (outcomeOf(one) === 'broke') === broke).map(({ case: { id } }) => id));
    const broke = ids(true);
    const fell = [...ids(false)].filter((id) => !broke.has(id));
    const counts = [
      ...(broke.size > 0 ? [say`${wordCases([...broke])} broke`] : []),
      ...(fell.length > 0 ? [say`${wordCases(fell)} got worse`] : []),
    ];
    return say`${list(counts)} ${wordWhere(report, proven)}`;
  }
  const rows = report.prompts.flatMap(({ models }) => models);
  const fallen = casesOf(report, 'fell');
  const all = new Set(rows.flatMap(({ cases }) => cases.map(({ id }) => id))).size;
  const ids = [...new Set(fallen.map(({ case: { id } }) => id))];
  if (ids.length > 0) return own(`${ids.length} of ${showNumberOf(all, 'case')} fell`);
  const reasons = [...rows.flatMap((row) => row.reasons), ...report.prompts.flatMap((prompt) => prompt.reasons)];
  const first = reasons.find(({ kind }) => limits.has(kind));
  const row = rows.find(({ id }) => first !== undefined && 'row' in first && id === first.row) ?? rows[0];
  if (first === undefined || row === undefined) return lowerFirst(withoutFigures(headlineOf(report)));
  return first.kind === 'suite' ? wordRate(row) : withoutFigures(wordReason(first));
}

const limits: ReadonlySet<Reason['kind']> = new Set(['suite', 'metric', 'min-score', 'cost', 'latency']);

function wordCases(ids: readonly string[]): Phrase {
  const [only, ...others] = ids;
  return only !== undefined && others.length === 0 ? say`${only}` : own(showNumberOf(ids.length, 'case'));
}

/** `gpt-5-mini passes 68% of replies, 98% before`, or its score where nothing has a pass mark. */
function wordRate({ id, passRate, score }: ReportRow): Phrase {
  if (passRate.old !== null && passRate.new !== null && passRate.old !== passRate.new)
    return say`${id} passes ${own(showPercent(passRate.new))}, ${own(showPercent(passRate.old))} before`;
  return say`the score on ${id} fell: ${own(showChange(score.old, score.new, showScore))}`;
}

function wordDoubt(report: Report): Phrase {
  const rows = report.prompts.flatMap(({ models }) => models);
  const row = rows.find(({ verdict }) => verdict === 'inconclusive');
  const [reason] = row?.reasons ?? [];
  if (row !== undefined && reason?.kind === 'leaning') {
    const { passRate, score } = row;
    const moved = passRate.old === passRate.new || passRate.old === null;
    const change = moved
      ? showChange(score.old, score.new, showScore)
      : showChange(passRate.old, passRate.new, showPercent);
    return say`probably worse on ${row.id}, ${own(change)}`;
  }
  const fallen = casesOf(report, 'fell');
  if (fallen.length > 0) return say`${wordFallen(fallen, wordWhere(report, fallen))}, not yet proven`;
  const pooled = report.prompts.flatMap(({ reasons }) => reasons)[0];
  const told = reason ?? pooled;
  return told === undefined ? own('too few replies') : wordReason(told, report.mode);
}

/** Whether some prompts could be reviewed, and others not. */
function isPartly({ problems, prompts }: Report): boolean {
  const unread = prompts.filter((prompt) => prompt.problems !== undefined).length;
  return problems.length === 0 && unread > 0 && unread < prompts.length;
}

function wordFault(report: Report): Phrase {
  const [first, ...more] = problemsOf(report).map(({ problem }) => problem);
  if (first === undefined) {
    const row = report.prompts.flatMap(({ models }) => models).find(({ verdict }) => verdict === 'invalid');
    const [reason] = row?.reasons ?? report.prompts.flatMap(({ reasons }) => reasons);
    return reason === undefined ? own('too few replies came') : withoutFigures(wordReason(reason, report.mode));
  }
  const where = first.at === undefined ? [] : say`${showPosition(first.at)}: `;
  const and = more.length === 0 ? [] : own(` (and ${showNumberOf(more.length, 'more problem')})`);
  return say`${where}${quote(clip(first.what, 300).replace(/[.\s]+$/u, ''))}${and}`;
}

function lowerFirst(phrase: Phrase): Phrase {
  const [first, ...rest] = phrase;
  if (first?.kind !== 'ours') return phrase;
  return [{ ...first, text: first.text.charAt(0).toLowerCase() + first.text.slice(1) }, ...rest];
}
