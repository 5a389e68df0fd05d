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
