import type { Report, ReportRow } from '../../core/report/report.ts';
import { casesOf } from '../cases-of.ts';
import { showNumberOf, showScore } from '../show-quantity.ts';
import { countCases, wordUnsteady } from '../wording/count-cases.ts';
import { lengthOf, list, listNames, own, type Phrase, say, upperFirst } from '../wording/say.ts';
import { wordBrokenCases } from '../wording/word-broken-cases.ts';
import { explodingRows, wordBill, wordExplosion, wordExplosionBeside } from '../wording/word-cost.ts';
import { verboseRows } from '../wording/word-heads.ts';
import { blindestRow, wordSeen } from '../wording/word-method.ts';
import { wordOwnEdits } from '../wording/word-own-edits.ts';
import { wordSwitch } from '../wording/word-switch.ts';
import { wordWhere } from '../wording/word-where.ts';
import { longest, type Told } from './told.ts';
import { wordTurn } from './word-cases.ts';

/** What holds, and how far that can be relied on, with the words that open it. */
export function openPass(report: Report): Told & { readonly advice: Phrase } {
  const rows = report.prompts.flatMap(({ models }) => models);
  const all = report.prompts.reduce((sum, { models }) => sum + countCases(models).all, 0);
  const edits = wordEdits(report);
  const seen = wordReliance(report);
  const byEdits = wordOwnEdits(report);
  if (byEdits !== undefined)
    return {
      advice: own('Look before you merge'),
      fact: [byEdits, own('passes only by its own edits')],
      more: [own('As the base branch has these cases, they fail now.'), wordCounts(report), seen],
    };
  if (all === 0) return { advice: own('Fine to merge'), fact: [own('nothing got worse')], more: [edits] };
  const warning = wordBrokenCases(report, 'warn');
  if (warning !== undefined)
    return { advice: own('A warning only'), fact: [warning, own('a case broke')], more: [edits, seen] };
  if (report.prompts.every(isAlone)) return { ...openNew(report), more: [wordFailing(report), edits] };
  const fallen = casesOf(report, 'fell');
  const [first] = fallen;
  if (first !== undefined) {
    const ids = [...new Set(fallen.map(({ case: { id } }) => id))];
    return {
      advice: own('Nothing proven worse'),
      fact: [
        say`look at ${listNames(ids, 2)} ${wordWhere(report, fallen)}`,
        say`look at ${listNames(ids, 2)}`,
        own(`${showNumberOf(ids.length, 'case')} fell`),
      ],
      more: [wordTurn(fallen.map((one) => one.case)), wordExplosionBeside(report), wordCounts(report), edits, seen],
    };
  }
  const { same, improved } = countCases(report.prompts.map(casesApart));
  if (same + improved.length === 0)
    return {
      advice: own('Look before you merge'),
      fact: [
        say`no case holds steadily ${wordWhere(report, placedRows(report))}, so none can break`,
        own('no case holds steadily, so none can break'),
      ],
      more: [wordCounts(report, true), edits, seen],
    };
  const fact = factOf(report, rows);
  const dear = wordExplosion(report);
  const holds = hasTolerated(report) ? own('Worse, within the tolerance.') : say`${upperFirst(fact[1] ?? fact[0])}.`;
  const traded = wordSwitch(report);
  const trade = traded === undefined ? [] : say`${traded[0]}.`;
  if (dear !== undefined)
    return {
      advice: own('Costs more'),
      fact: dear,
      more: [wordDearest(report), ...(traded === undefined ? [holds] : [trade, holds]), edits, seen],
    };
  if (traded !== undefined && !hasTolerated(report)) {
    const isWhole = lengthOf(traded[0]) <= longest.line - 'Fine to merge: '.length;
    const [, , rest = fact[0]] = fact;
    return {
      advice: own('Fine to merge'),
      fact: traded,
      more: [isWhole ? [] : trade, say`${upperFirst(rest)}.`, edits, seen],
    };
  }
  return {
    advice: own(hasTolerated(report) ? 'Worse, within the tolerance' : 'Fine to merge'),
    fact,
    more: [trade, wordCounts(report, true), wordLonger(report), edits, seen],
  };
}

/** `20 of 20 cases hold on clerk-mini`, `18 cases hold, 2 got better on both models`. */
function factOf(report: Report, rows: readonly ReportRow[]): Told['fact'] {
  const counts = countCases(report.prompts.map(casesApart));
  const { same, improved, all } = counts;
  const models = new Set(rows.map(({ id }) => id));
  const where =
    report.prompts.length > 1
      ? say`in ${report.prompts.length} prompts`
      : models.size > 3
        ? own(`on ${models.size} models`)
        : wordWhere(report, placedRows(report));
  const [only] = improved;
  const named = improved.length === 1 && only !== undefined ? say` (${nameOf(only)})` : [];
  const better = improved.length === 0 ? [] : own(`${improved.length} got better`);
  const hold = own(
    same === all
      ? `${same} of ${showNumberOf(all, 'case')} ${all === 1 ? 'holds' : 'hold'}`
      : `${showNumberOf(same, 'case')} ${same === 1 ? 'holds' : 'hold'}`,
  );
  const told = list([...(same > 0 || improved.length === 0 ? [hold] : []), ...(improved.length === 0 ? [] : [better])]);
  return [say`${told}${named} ${where}`, say`${told} ${where}`, told];
}

/** Of a gain that may be one of length alone. */
function wordLonger(report: Report): Phrase {
  const [row] = verboseRows(report);
  const { longer = 1 } = row?.spending?.verbosity ?? {};
  return row === undefined ? [] : own(`The gain comes with replies ${longer.toFixed(1)} × as long, told below.`);
}

/** What the dearest row's month comes to, or 1,000 of its replies. */
function wordDearest(report: Report): Phrase {
  const [first] = explodingRows(report);
  const bill = first === undefined ? [] : wordBill(first.spending, first.row);
  return bill.length === 0 ? [] : say`${bill}.`;
}

function placedRows({ prompts }: Report) {
  return prompts.flatMap((prompt) => prompt.models.map((row) => ({ prompt, row })));
}

/** What is neither held nor better. */
function wordCounts(report: Report, holdsIsTold = false): Phrase {
  const counts = countCases(report.prompts.map(casesApart));
  const told = [
    ...(holdsIsTold || counts.same === 0
      ? []
      : [`${counts.same} ${counts.same === 1 ? 'other holds' : 'others hold'}`]),
    ...(holdsIsTold || counts.improved.length === 0 ? [] : [`${counts.improved.length} got better`]),
    ...wordUnsteady(counts),
  ];
  return told.length === 0 ? [] : own(`${told.join(', ')}.`);
}

function wordEdits(report: Report): Phrase {
  const edited = report.prompts.reduce((sum, { casesChanged }) => sum + casesChanged.edited.length, 0);
  return edited === 0 ? [] : own(`${showNumberOf(edited, 'golden case')} edited here.`);
}

/** What would have been seen, of what was compared. */
function wordReliance(report: Report): Phrase {
  const row = blindestRow(report);
  return row === undefined ? [] : wordSeen(row);
}

/** A prompt's rows with the names of its cases apart from those of other prompts. */
function casesApart({ path, models }: Report['prompts'][number]): Pick<ReportRow, 'cases'> {
  return { cases: models.flatMap((row) => row.cases.map((one) => ({ ...one, id: `${path}\n${one.id}` }))) };
}

function nameOf(apart: string): string {
  return apart.slice(apart.indexOf('\n') + 1);
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
function isAlone({ change, models }: Report['prompts'][number]): boolean {
  return change === 'added' || (change === 'config' && models.every(({ score }) => score.old === null));
}

/** New prompts have nothing to be compared with: what passes is all there is to say. */
function openNew(report: Report): Pick<Told, 'fact'> & { readonly advice: Phrase } {
  const isModel = report.prompts.every(({ change }) => change === 'config');
  const number = isModel
    ? new Set(report.prompts.flatMap(({ models }) => models.map(({ id }) => id))).size
    : report.prompts.length;
  const advice = own(
    `${number === 1 ? 'New' : `${number} new`} ${isModel ? 'model' : 'prompt'}${number === 1 ? '' : 's'}`,
  );
  const byModel = Map.groupBy(
    report.prompts.flatMap(({ models }) => models),
    ({ id }) => id,
  );
  const told = [...byModel].map(([id, rows]) => say`${wordPassing(rows)} on ${id}`);
  return {
    advice,
    fact: [list(told), list([...told.slice(0, 2), ...(told.length > 2 ? [own(`${told.length - 2} more below`)] : [])])],
  };
}

/** What of a new prompt does not pass: it blocks nothing, and its author wants to know. */
function wordFailing(report: Report): Phrase {
  const failing = casesOf(report, 'failing').map(({ case: { id } }) => id);
  const flaky = casesOf(report, 'flaky').map(({ case: { id } }) => id);
  const told = [
    ...(failing.length === 0 ? [] : [say`fails: ${listNames([...new Set(failing)], 3)}`]),
    ...(flaky.length === 0 ? [] : [say`flaky: ${listNames([...new Set(flaky)], 3)}`]),
  ];
  return told.length === 0 ? [] : say`${upperFirst(list(told, '; '))}.`;
}

function wordPassing(rows: readonly ReportRow[]): Phrase {
  const marked = rows.flatMap(({ cases }) => cases).filter((one) => one.new.passes !== null && one.new.of > 0);
  const [first] = rows.flatMap(({ score }) => score.new ?? []);
  if (marked.length === 0) return own(first === undefined ? 'not scored' : `score ${showScore(first)}`);
  const passing = marked.filter((one) => one.new.passes === one.new.of).length;
  return own(`${passing} of ${showNumberOf(marked.length, 'case')} ${marked.length === 1 ? 'passes' : 'pass'}`);
}
