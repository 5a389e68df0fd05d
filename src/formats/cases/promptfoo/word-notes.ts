import type { GoldenCase } from '../../../core/golden-case.ts';
import { type Position, showPosition } from '../../../core/position.ts';
import type { SuiteNote } from './suite-reading.ts';

/** Places named of one note; of more it says how many. */
const mostPlaces = 5;
/** Notes about one prompt; the last says how many there are besides. */
const mostNotes = 20;

/** What a reader of the report should know of promptfoo's tests: notes of the reading, and what is not run, each with its places. */
export function wordNotes(
  notes: readonly SuiteNote[],
  cases: readonly Pick<GoldenCase, 'notRun'>[],
): readonly string[] {
  const lost = cases.flatMap(({ notRun }) =>
    notRun.map(({ name, at, why }): SuiteNote => {
      const because = why === undefined ? '' : `: ${why}`;
      return { text: `promptfoo’s \`${name}\` is not run, and its cases have no score${because}.`, at };
    }),
  );
  const places = new Map<string, Position[]>();
  for (const { text, at } of [...lost, ...notes]) {
    const known = places.get(text) ?? [];
    if (!known.some((one) => showPosition(one) === showPosition(at))) known.push(at);
    places.set(text, known);
  }
  const worded = [...places].map(([text, at]) => `${text} (${showPlaces(at)})`);
  if (worded.length <= mostNotes) return worded;
  return [...worded.slice(0, mostNotes), `${worded.length - mostNotes} more notes on promptfoo’s tests.`];
}

function showPlaces(places: readonly Position[]): string {
  const shown = places.slice(0, mostPlaces).map(showPosition).join(', ');
  return places.length <= mostPlaces ? shown : `${shown} and ${places.length - mostPlaces} more`;
}
