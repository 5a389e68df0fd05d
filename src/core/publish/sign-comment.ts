import { hash } from '../hash.ts';
import { canonicalJson } from '../json.ts';
import type { Seal } from '../seal/create-seal.ts';
import type { Marker } from './marker.ts';
import { textBesideMarker } from './read-marker.ts';
import { writeMarker } from './write-marker.ts';

/** As long as a signature is: a comment that is cut to a length is cut alike with both. */
const blank = '0'.repeat(64);

/** The comment with its marker signed for later runs, together with what stands beside it; unsigned without a seal. */
export function signComment(marker: Marker, render: (marker: string) => string, seal: Seal | undefined): string {
  if (seal === undefined) return render(writeMarker(marker));
  const drawn = render(writeMarker({ ...marker, signature: blank }));
  return render(writeMarker({ ...marker, signature: seal.sign(signedText(marker, drawn)) }));
}

/** Whether a run that holds the keys wrote this marker and this text. Without a seal nobody can tell. */
export function isSignedComment(marker: Marker, body: string, seal: Seal | undefined): boolean {
  const { signature, ...rest } = marker;
  return signature === undefined ? false : (seal?.isSigned(signedText(rest, body), signature) ?? false);
}

function signedText(marker: Marker, body: string): string {
  return `${canonicalJson(marker)}\n${hash(textBesideMarker(body))}`;
}
