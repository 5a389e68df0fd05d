import type { ForumComment } from '../forum.ts';
import type { Marker } from './marker.ts';
import { readMarker } from './read-marker.ts';

export type MarkedComment = { readonly comment: ForumComment; readonly marker: Marker };

/** Our own comments of this `name`, oldest first: marked at their start and written by us. More than one is a race's leftover. */
export function findComments(comments: readonly ForumComment[], name: string): readonly MarkedComment[] {
  return comments
    .flatMap((comment) => {
      const marker = comment.own ? readMarker(comment.body) : undefined;
      return marker?.name === name ? [{ comment, marker }] : [];
    })
    .toSorted((a, b) => a.comment.id - b.comment.id);
}
