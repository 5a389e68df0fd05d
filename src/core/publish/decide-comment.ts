import type { ForumComment } from '../forum.ts';
import type { Seal } from '../seal/create-seal.ts';
import { settledVerdicts } from '../verdict.ts';
import { findComments, type MarkedComment, signComment, writeMarker } from './find-comments.ts';
import { type Marker, textBesideMarker } from './marker.ts';

/** History entries a marker keeps; a label set longer ago has to be set anew. */
const longestHistory = 20;

/** Characters of a marker that leave the text its room; one that would carry more carries nothing, and later runs review anew. */
const longestMarker = 30_000;

/** What a run wants to say. */
export type Statement = Omit<Marker, 'version' | 'judged' | 'signature'> & {
  readonly fingerprint: string;
  /** What the comment opens with, as Markdown on one line: later runs quote it. */
  readonly line?: string;
};

export type CommentDecision =
  | { readonly kind: 'create'; readonly body: string }
  /** `duplicates`: our other comments of this name, to be deleted. */
  | { readonly kind: 'update'; readonly id: number; readonly body: string; readonly duplicates: readonly number[] }
  | { readonly kind: 'keep'; readonly why: string; readonly url?: string }
  /** A later commit or a later run speaks for this pull request. */
  | { readonly kind: 'superseded'; readonly why: string };

export type CommentFacts = {
  readonly comments: readonly ForumComment[];
  readonly statement: Statement;
  /** The pull request's head at this moment; undefined where it could not be read. */
  readonly head: string | undefined;
  /** Whether a comment may be begun where there is none. An existing one is kept up to date all the same. */
  readonly begin: boolean;
  /** The whole comment, with this marker as its last line. */
  readonly render: (marker: string) => string;
  /** Signs it. What an earlier comment says without a signature is then not believed, and written over. */
  readonly seal: Seal | undefined;
};

/** What to do about the comment: one a pull request and name, never a newer one overwritten by an older run. */
export function decideComment({ comments, statement, head, begin, render, seal }: CommentFacts): CommentDecision {
  if (head !== undefined && head !== statement.head) {
    return {
      kind: 'superseded',
      why: `the pull request has moved on to ${head.slice(0, 12)}, whose own run speaks for it`,
    };
  }
  const [existing, ...duplicates] = findComments(comments, statement.name, seal);
  const write = (history: Marker['judged']): string => signComment(markerOf(statement, history), render, seal);
  if (existing === undefined) {
    if (!begin) return { kind: 'keep', why: 'there is no comment, and none is wanted' };
    return { kind: 'create', body: write([]) };
  }
  const { comment, marker } = existing;
  const isBelieved = existing.signed || seal === undefined;
  // Whose commit is the later one only the live head tells; without it the later run is believed.
  if (isBelieved && marker.startedAt > statement.startedAt && (head === undefined || marker.head === statement.head)) {
    return { kind: 'superseded', why: `run ${marker.run} began later and has spoken` };
  }
  const body = write(isBelieved ? historyOf(existing) : []);
  if (
    isBelieved &&
    duplicates.length === 0 &&
    shownFingerprint(marker) === statement.fingerprint &&
    textBesideMarker(body) === textBesideMarker(comment.body)
  ) {
    return { kind: 'keep', why: 'it says the same already', url: comment.url };
  }
  return { kind: 'update', id: comment.id, body, duplicates: duplicates.map((one) => one.comment.id) };
}

function markerOf({ fingerprint, line, ...statement }: Statement, history: Marker['judged']): Marker {
  const last = history.at(-1);
  const { verdict, head, asking } = statement;
  const stood = settledVerdicts.find((one) => one === verdict);
  const told = stood === undefined || asking ? {} : { verdict: stood, head, ...(line === undefined ? {} : { line }) };
  // Shown before and shown again: it has been there since, so its time stands.
  const judged = last?.fingerprint === fingerprint ? history : [...history, { fingerprint, ...told }];
  const marker: Marker = { version: 1, ...statement, judged: judged.slice(-longestHistory) };
  return writeMarker(marker).length <= longestMarker ? marker : { ...marker, carried: {} };
}

/** What the comment has shown so far, the last entry's time noted down. */
function historyOf({ comment, marker }: MarkedComment): Marker['judged'] {
  return marker.judged.map((entry, index) =>
    entry.at === undefined && index === marker.judged.length - 1 ? { ...entry, at: comment.updatedAt } : entry,
  );
}

function shownFingerprint(marker: Marker): string | undefined {
  return marker.judged.at(-1)?.fingerprint;
}
