import type { Report } from '../../core/report/report.ts';
import { showNumberOf } from '../show-quantity.ts';
import { listNames, own, type Phrase, say } from './say.ts';

/** Cases that pass as head edited them and break as base had them, counted and, where they are few, named; `undefined` where there are none. */
export function wordOwnEdits({ prompts }: Report): Phrase | undefined {
  const found = prompts.flatMap(({ path, models }) =>
    models.flatMap(({ reasons }) =>
      reasons.flatMap((reason) =>
        reason.kind === 'own-edits' ? reason.cases.map((one) => ({ path, id: one.case })) : [],
      ),
    ),
  );
  const cases = new Map(found.map((one) => [JSON.stringify(one), one.id]));
  if (cases.size === 0) return undefined;
  const named = cases.size <= 3 ? say` (${listNames([...cases.values()])})` : [];
  return say`passes only by its own edits: ${own(showNumberOf(cases.size, 'case'))}${named}`;
}
