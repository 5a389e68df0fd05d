import type { Report } from '../../core/report/report.ts';
import { showNumberOf } from '../show-quantity.ts';
import { list, listNames, own, type Phrase, say } from './say.ts';

/** Golden cases that the pull request takes away or asks less of, in one sentence: they are the exam it is held to. */
export function wordExam({ prompts }: Report): readonly Phrase[] {
  const removed = prompts.flatMap(({ casesChanged }) => casesChanged.removed);
  const weakened = prompts.flatMap(({ casesChanged }) => casesChanged.weakened.map(({ id }) => id));
  const broken = new Set(
    prompts.flatMap(({ models }) =>
      models.flatMap(({ cases }) => cases.filter(({ state }) => state === 'regressed').map(({ id }) => id)),
    ),
  );
  const told = [
    ...(removed.length === 0
      ? []
      : [say`removes ${own(showNumberOf(removed.length, 'golden case'))} (${wordNames(removed, broken)})`]),
    ...(weakened.length === 0
      ? []
      : [
          say`loosens ${own(removed.length > 0 ? `${weakened.length}` : showNumberOf(weakened.length, 'golden case'))} (${wordNames(weakened, broken)})`,
        ]),
  ];
  if (told.length === 0) return [];
  const number = removed.length + weakened.length;
  return [
    say`This pull request ${list(told, ', ', ' and ')}. ${own(number === 1 ? 'It still runs' : 'They still run')} as before.`,
  ];
}

/** That a case which leaves the exam is one that broke is the news of it. */
function wordNames(ids: readonly string[], broken: ReadonlySet<string>): Phrase {
  const those = ids.filter((id) => broken.has(id));
  if (those.length === 0) return listNames(ids, 3);
  return ids.length === 1
    ? say`${listNames(ids, 3)}, which broke`
    : say`${listNames(ids, 3)}; ${listNames(those, 3)} broke`;
}
