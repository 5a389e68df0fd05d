import { type Position, showPosition } from '../problem.ts';

/** Something a reader of the report should know, with the first place it is about. */
export type PlacedNote = { readonly text: string; readonly at: Position };

/** Places named of one note; of more it says how many. */
const mostPlaces = 5;
/** Notes told one by one; the last says how many there are besides. */
const mostNotes = 20;

/** Notes in words, each told once with its places. */
export function wordNotes(notes: readonly PlacedNote[]): readonly string[] {
  const places = new Map<string, Map<string, Position>>();
  for (const { text, at } of notes) {
    const known = places.get(text) ?? new Map<string, Position>();
    known.set(showPosition(at), at);
    places.set(text, known);
  }
  const worded = [...places].map(([text, at]) => `${text} (${showPlaces([...at.keys()])})`);
  if (worded.length <= mostNotes) return worded;
  const more = worded.length - mostNotes + 1;
  return [
    ...worded.slice(0, mostNotes - 1),
    `${more} more notes of this kind: \`promptgate cases check\` lists them all.`,
  ];
}

function showPlaces(places: readonly string[]): string {
  const shown = places.slice(0, mostPlaces).join(', ');
  return places.length <= mostPlaces ? shown : `${shown} and ${places.length - mostPlaces} more`;
}
