import type { Alert, MovedJudge } from '../../core/alerts/alert.ts';
import { showScore } from '../show-quantity.ts';
import { listNames, own, type Phrase, quote, say } from '../wording/say.ts';
import { showDay } from '../wording/show-day.ts';

/** What is said of a judge that moved, or of how that ended. */
export function wordMovedJudge(
  judge: MovedJudge,
  { state, ended = 'over' }: Pick<Alert, 'state' | 'ended'>,
): { readonly title: Phrase; readonly lines: readonly Phrase[] } {
  const { model, told } = judge;
  if (state !== 'recovered') return told === 'served' ? wordServed(judge) : wordGrades(judge);
  switch (ended) {
    case 'over':
      return {
        title:
          told === 'served'
            ? say`The judge ${model} is answered by the same model as before again`
            : say`The judge ${model} grades the same texts as usual again`,
        lines: [],
      };
    case 'accepted':
      return {
        title: say`How the judge ${model} grades now is accepted as normal`,
        lines: [own('Judged checks have a new baseline from here on.')],
      };
    case 'began-anew':
      return {
        title: say`The judge ${model} is compared anew`,
        lines: [own('Its texts, its rubrics or the history changed. Whether it grades as before is unknown.')],
      };
    case 'no-longer-asked':
      return {
        title: say`The judge ${model} is no longer watched`,
        lines: [own('It is no longer watched. The problem had not ended.')],
      };
  }
}

function wordGrades({ model, began, towards, grade, served, servedBefore }: MovedJudge) {
  const isSame = served.every((one) => servedBefore.includes(one));
  return {
    title: say`The judge ${model} grades the same texts ${own(towards ?? 'differently')} since ${quote(showDay(began))}`,
    lines: [
      own(
        grade === undefined
          ? 'Fresh grades confirm it.'
          : `Their mean grade: ${showScore(grade.usual)} → ${showScore(grade.now)}. Fresh grades confirm it.`,
      ),
      own('Until it ends, a fall in judged checks alone is attributed to the judge, not to the model.'),
      ...(isSame ? [] : [say`It is answered by ${listNames(served)}; before, by ${listNames(servedBefore)}.`]),
      own('Pin a dated version of the judge if there is one, or accept its grades as the new normal.'),
    ],
  };
}

function wordServed({ model, began, served, servedBefore }: MovedJudge) {
  return {
    title: say`The judge ${model} is answered by ${listNames(served)} since ${quote(showDay(began))}`,
    lines: [
      ...(servedBefore.length === 0 ? [] : [say`Before, ${listNames(servedBefore)} answered.`]),
      own('The grades of the same texts are as before so far.'),
    ],
  };
}
