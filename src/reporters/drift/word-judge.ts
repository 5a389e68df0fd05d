import type { JudgeRow } from '../../core/drift/drift-report.ts';
import { showNumberOf, showScore } from '../show-quantity.ts';
import { listNames, own, type Phrase, quote, say } from '../wording/say.ts';
import { showDay } from '../wording/show-day.ts';

/** What is said of a judge that moved, in one sentence. */
export function wordJudgeHeadline({ model, told, towards, since, served }: JudgeRow): Phrase {
  const day = since === undefined ? [] : say` since ${quote(showDay(since.at))}`;
  if (told === 'served') return say`The judge ${model} is answered by ${listNames(served)}${day}.`;
  return say`The judge ${model} grades the same texts ${own(towards === 'higher' ? 'higher' : 'lower')}${day}.`;
}

/** Where the judge stands, a sentence each. */
export function wordJudge(row: JudgeRow): readonly Phrase[] {
  const { verdict, model, why, runs, anchors, told, ended, servedBefore = [] } = row;
  if (why !== undefined)
    return [
      verdict === 'invalid'
        ? say`It is unknown whether the judge ${model} changed: ${why}`
        : say`The judge ${model} is not watched: ${why}`,
    ];
  if (verdict === 'drifted')
    return [
      wordJudgeHeadline(row),
      ...wordGrade(row),
      ...(servedBefore.length === 0 || row.served.every((name) => servedBefore.includes(name))
        ? []
        : [say`${listNames(servedBefore)} answered before; ${listNames(row.served)} answers now.`]),
      own(
        told === 'served'
          ? 'So far it grades the same texts as before.'
          : 'Until it is as before, its own change is subtracted from its grades: only a fall beyond that is attributed to the model.',
      ),
      own('Pin a dated version of the judge if there is one, or accept this as the new normal.'),
    ];
  if (ended === true) return [say`The judge ${model} grades the same texts as usual again.`, ...wordGrade(row)];
  if (verdict === 'baseline')
    return [
      say`The judge ${model} has no baseline yet: ${own(showNumberOf(runs, 'run'))} so far, ${own(showNumberOf(anchors, 'text'))}.`,
    ];
  return [say`The judge ${model} grades ${own(showNumberOf(anchors, 'text'))} as usual.`];
}

function wordGrade({ grade }: JudgeRow): readonly Phrase[] {
  const { usual = null, now = null } = grade ?? {};
  return usual === null || now === null
    ? []
    : [own(`Mean grade of the same texts: ${showScore(usual)} → ${showScore(now)}.`)];
}

/** The title of the issue about it. */
export function judgeTitle({ model }: JudgeRow): string {
  return `The judge ${model} has changed`;
}
