/** A text that is made in pieces, whole. */
export function whole(pieces: Iterable<string>): string {
  return [...pieces].join('');
}
