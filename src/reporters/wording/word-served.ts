import { canonicalJson } from '../../core/json.ts';
import type { Report } from '../../core/report/report.ts';
import { list, own, type Phrase, say } from './say.ts';

/** Another model answered than the one that was asked for: what the replies say, they say of that one. */
export function wordServed({ served }: Report): readonly Phrase[] {
  return served.flatMap(({ asked, others = [], replies = 0 }) =>
    others.length === 0
      ? []
      : [
          say`${asked} was answered by ${list(
            others.map((other) => say`${other.model} in ${own(`${other.replies} of ${replies}`)}`),
            ', ',
            ' and ',
          )} replies.`,
        ],
  );
}

/** What was sent otherwise than it was written, since a service would not take it so; without full stops. */
export function wordAdapted({ adapted }: Report): readonly Phrase[] {
  return adapted.flatMap(({ model, params: { api, ...params } }) => [
    ...(api === 'responses'
      ? [say`${model} was asked by the Responses API, since chat completions refused what was asked of it`]
      : []),
    ...(Object.keys(params).length === 0
      ? []
      : [say`${model} refused parameters, adapted on both sides: ${canonicalJson(params)}`]),
  ]);
}
