import type { Alert, MovedCanary } from '../../core/alerts/alert.ts';
import { listNames, own, type Phrase, quote, say } from '../wording/say.ts';
import { showDay } from '../wording/show-day.ts';

/** What is said of a model whose canary moved, or of how that ended. */
export function wordMovedCanary(
  { model, began, told, served, servedBefore }: MovedCanary,
  { state, ended = 'over' }: Pick<Alert, 'state' | 'ended'>,
): { readonly title: Phrase; readonly lines: readonly Phrase[] } {
  const day = quote(showDay(began));
  if (state !== 'recovered') {
    const isNamed = told === 'served' && served.length > 0;
    return {
      title: isNamed
        ? say`${model} is answered by ${listNames(served)} since ${day}`
        : say`${model} is a different model since ${day}: its canary changed`,
      lines: [
        ...(isNamed && servedBefore.length > 0 ? [say`${listNames(servedBefore)} answered before.`] : []),
        ...(isNamed ? [] : [own('Fresh replies confirm it.')]),
        own('Run the golden cases to see whether it is worse.'),
      ],
    };
  }
  switch (ended) {
    case 'over':
      return { title: say`${model} is as before again, by its canary`, lines: [] };
    case 'no-longer-asked':
      return {
        title: say`The canary of ${model} is no longer asked`,
        lines: [own('It is no longer watched. The problem had not ended.')],
      };
    case 'accepted':
    case 'began-anew':
      return {
        title: say`The canary of ${model} has a new reference`,
        lines: [own('Whether it is the same model as before is unknown.')],
      };
  }
}
