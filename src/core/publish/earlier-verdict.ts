import type { ForumComment } from '../forum.ts';
import type { Seal } from '../seal/create-seal.ts';
import type { SettledVerdict } from '../verdict.ts';
import { findComments } from './find-comments.ts';
import { type Marker, textBesideMarker } from './marker.ts';

/** The last verdict that our comment told before this run, and what it looked like. */
export type EarlierVerdict = {
  readonly verdict: SettledVerdict;
  /** Commit that it was found at, and the first one of those in a row that it was found at. */
  readonly head: string;
  readonly since: string;
  /** The line that told it, as Markdown. */
  readonly line?: string;
  /** The comment's whole text, where it shows this verdict still. */
  readonly text?: string;
};

/**
 * What our comment of this `name` told last that stands for something: a run that was cancelled, or could not begin, told
 * nothing. Believed where a run with our keys signed it, or where this run holds no key to tell by.
 */
export function earlierVerdict(
  comments: readonly ForumComment[],
  name: string,
  seal: Seal | undefined,
): EarlierVerdict | undefined {
  const found = findComments(comments, name, seal).find(({ signed }) => signed || seal === undefined);
  if (found === undefined) return undefined;
  const told = found.marker.judged.flatMap(standing);
  const last = told.at(-1);
  if (last === undefined) return undefined;
  const turned = told.findLastIndex(({ verdict }) => verdict !== last.verdict);
  const shown = found.marker.judged.at(-1);
  return {
    ...last,
    since: told[turned + 1]?.head ?? last.head,
    ...(shown?.verdict === undefined ? {} : { text: textBesideMarker(found.comment.body) }),
  };
}

function standing({ verdict, head, line }: Marker['judged'][number]): readonly Omit<EarlierVerdict, 'since'>[] {
  if (verdict === undefined || head === undefined) return [];
  return [{ verdict, head, ...(line === undefined ? {} : { line }) }];
}
