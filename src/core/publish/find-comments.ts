import type { ForumComment } from '../forum.ts';
import { hash } from '../hash.ts';
import { canonicalJson } from '../json.ts';
import type { Seal } from '../seal/create-seal.ts';
import { escapeHidden } from '../text/show-hidden.ts';
import { type Marker, markerCloses, markerOpens, readMarker, textBesideMarker } from './marker.ts';

export type MarkedComment = {
  readonly comment: ForumComment;
  readonly marker: Marker;
  /** Whether a run with our keys signed it. Whoever can make our author speak can write a comment, but not this. */
  readonly signed: boolean;
};

/** Our own comments of this `name`, oldest first: marked at their start and written by us. More than one is a race's leftover. */
export function findComments(
  comments: readonly ForumComment[],
  name: string,
  seal: Seal | undefined,
): readonly MarkedComment[] {
  return comments
    .flatMap((comment) => {
      const marker = comment.own ? readMarker(comment.body) : undefined;
      if (marker?.name !== name) return [];
      return [{ comment, marker, signed: isSignedComment(marker, comment.body, seal) }];
    })
    .toSorted((a, b) => a.comment.id - b.comment.id);
}

/** As long as a signature is: a comment that is cut to a length is cut alike with both. */
const blank = '0'.repeat(64);

/** The comment with its marker signed for later runs, together with what stands beside it; unsigned without a seal. */
export function signComment(marker: Marker, render: (marker: string) => string, seal: Seal | undefined): string {
  if (seal === undefined) return render(writeMarker(marker));
  const unsigned = writeMarker({ ...marker, signature: blank });
  const drawn = render(unsigned);
  const signed = writeMarker({ ...marker, signature: seal.sign(signedText(marker, drawn)) });
  // To draw a large report takes a while: it is drawn anew only where its marker did not come through as it was.
  const at = drawn.lastIndexOf(unsigned);
  return at === -1 ? render(signed) : drawn.slice(0, at) + signed + drawn.slice(at + unsigned.length);
}

/** Whether a run that holds the keys wrote this marker and this text. Without a seal nobody can tell. */
export function isSignedComment(marker: Marker, body: string, seal: Seal | undefined): boolean {
  const { signature, ...rest } = marker;
  return signature === undefined ? false : (seal?.isSigned(signedText(rest, body), signature) ?? false);
}

function signedText(marker: Marker, body: string): string {
  return `${canonicalJson(marker)}\n${hash(textBesideMarker(body))}`;
}

/**
 * The marker as one line of hidden text. Whatever its values hold, it cannot end the HTML comment early: `<`, `>`, `&` and
 * doubled hyphens are written as JSON escapes, and JSON has no raw line breaks.
 */
export function writeMarker(marker: Marker): string {
  const json = escapeHidden(canonicalJson(marker).replace(/[<>&]|-(?=-)/g, asEscape));
  return markerOpens + json + markerCloses;
}

function asEscape(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
