import type { Report, ReportRow } from '../../core/report/report.ts';
import { countChecked } from '../count-checked.ts';
import { showNumberOf, showScore } from '../show-quantity.ts';
import { list, listNames, own, type Phrase, say, upperFirst } from './say.ts';
import { wordReason } from './word-reason.ts';

/** Most models told one by one, and most failing cases by name. */
const most = 3;

/** What a check found, in one line: how many cases pass on which model, which do not, and which rule of the gate broke. */
export function wordChecked(report: Report): Phrase {
  const rows = report.prompts.flatMap(({ models }) => models);
  const models = [...Map.groupBy(rows, ({ id }) => id)];
  const told = models.map(([id, held]) => ({ id, ...wordPassing(held) }));
  const [first, ...others] = told;
  if (first === undefined) return own('No case was asked');
  const alike = others.every(({ share }) => share === first.share);
  const names = alike
    ? say`${first.phrase}${of(report)} on ${listNames(
        told.map(({ id }) => id),
        most,
      )}`
    : list([
        say`${first.phrase}${of(report)} on ${first.id}`,
        ...others.slice(0, most - 1).map(({ id, short }) => say`${short} on ${id}`),
        ...(told.length > most ? [own(`${told.length - most} more models below`)] : []),
      ]);
  return upperFirst(list([names, ...wordRest(report), ...wordRule(rows)], '; '));
}

/** Passing cases of one model over all prompts. `share` tells whether two models came to the same. */
function wordPassing(rows: readonly ReportRow[]): {
  readonly share: string;
  readonly phrase: Phrase;
  readonly short: Phrase;
} {
  const { passing, marked, unmarked, score } = countChecked(rows);
  if (marked === 0) {
    const shown = score === null ? 'no score' : `score ${showScore(score)}`;
    return { share: shown, phrase: own(`${shown} over ${showNumberOf(unmarked, 'case')}`), short: own(shown) };
  }
  const only = passing === 1 ? 'the one case passes' : 'the one case does not pass';
  const phrase =
    marked === 1
      ? only
      : passing === marked
        ? `all ${showNumberOf(marked, 'case')} pass`
        : `${passing} of ${showNumberOf(marked, 'case')} ${passing === 1 ? 'passes' : 'pass'}`;
  return { share: `${passing}/${marked}`, phrase: own(phrase), short: own(`${passing} of ${marked}`) };
}

function of({ prompts }: Report): Phrase {
  return prompts.length > 1 ? own(` in ${prompts.length} prompts`) : [];
}

/** The cases that do not pass: failing ones by name where they are few. */
function wordRest(report: Report): readonly Phrase[] {
  const { failing, flaky } = unsteadyCases(report);
  const { unmarked, marked } = countChecked(report.prompts.flatMap(({ models }) => models.slice(0, 1)));
  const fail = failing.length === 1 ? 'fails' : 'fail';
  const rest = [
    ...(failing.length === 0
      ? []
      : [failing.length <= most ? say`${listNames(failing)} ${own(fail)}` : own(`${failing.length} ${fail}`)]),
    ...(flaky.length === 0 ? [] : [own(`${flaky.length} ${flaky.length === 1 ? 'is' : 'are'} flaky`)]),
    ...(unmarked === 0 || marked === 0 ? [] : [own(`${showNumberOf(unmarked, 'case')} without a pass mark`)]),
  ];
  return rest.length === 0 ? [] : [list(rest)];
}

/** Ids of the cases that fail on some model, and of the others that are flaky on some; of each prompt apart. */
function unsteadyCases({ prompts }: Report): {
  readonly failing: readonly string[];
  readonly flaky: readonly string[];
} {
  const found = prompts.map(({ models }) => {
    const { failing, flaky } = countChecked(models);
    return { failing, flaky: flaky.filter((id) => !failing.includes(id)) };
  });
  return { failing: found.flatMap((one) => one.failing), flaky: found.flatMap((one) => one.flaky) };
}

/** The first rule of the gate that broke. */
function wordRule(rows: readonly ReportRow[]): readonly Phrase[] {
  const broken = rows.flatMap(({ reasons }) => reasons.filter(({ kind }) => kind === 'min-score'));
  const [first, ...more] = broken;
  if (first === undefined) return [];
  return [say`${wordReason(first)}${own(more.length === 0 ? '' : ` (and on ${more.length} more)`)}`];
}
