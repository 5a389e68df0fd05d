import type { ForumComment } from '../forum.ts';
import type { Seal } from '../seal/create-seal.ts';
import type { Marker } from './marker.ts';
import { readMarker } from './read-marker.ts';
import { isSignedComment } from './sign-comment.ts';

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
