import type { Report } from '../../core/report/report.ts';
import { showNumberOf } from '../show-quantity.ts';
import { list, listNames, own, type Phrase, say } from './say.ts';

/** Golden cases that the pull request takes away or asks less of, in one sentence: they are the exam it is held to. */
export function wordExam({ prompts }: Report): readonly Phrase[] {
  const removed = prompts.flatMap(({ casesChanged }) => casesChanged.removed);
  const weakened = prompts.flatMap(({ casesChanged }) => casesChanged.weakened.map(({ id }) => id));
  const told = [
    ...(removed.length === 0
      ? []
      : [say`removes ${own(showNumberOf(removed.length, 'golden case'))} (${listNames(removed, 3)})`]),
    ...(weakened.length === 0
      ? []
      : [
          say`loosens ${own(removed.length > 0 ? `${weakened.length}` : showNumberOf(weakened.length, 'golden case'))} (${listNames(weakened, 3)})`,
        ]),
  ];
  if (told.length === 0) return [];
  const number = removed.length + weakened.length;
  return [
    say`This pull request ${list(told, ', ', ' and ')}. ${own(number === 1 ? 'It still runs' : 'They still run')} as before.`,
  ];
}
