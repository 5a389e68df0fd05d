import type { Labelling } from '../forum.ts';
import type { MarkedComment } from './find-comments.ts';

export type Acceptance =
  | { readonly kind: 'accepted'; readonly by: string; readonly at: string; readonly fingerprint: string }
  | { readonly kind: 'not-accepted'; readonly why: string };

/**
 * Whether a label that is set accepts what was judged: set by a person who may write, while our comment showed this very
 * fingerprint. What a later push changed, it does not accept; when the same is judged again (a re-run, a reverted push, a merge
 * group), it does. In doubt it does not, and the label can be set anew.
 */
export function decideAcceptance(facts: {
  readonly label: string;
  readonly labelling: Labelling | null;
  readonly comment: Omit<MarkedComment, 'signed'> | undefined;
  /** Whether one of our runs is known to have written it. */
  readonly isSigned: boolean;
  readonly fingerprint: string;
}): Acceptance {
  const { label, labelling, comment, isSigned, fingerprint } = facts;
  const not = (why: string): Acceptance => ({ kind: 'not-accepted', why });
  if (labelling === null) return not(`nothing tells who set the label ${label}; set it anew`);
  if (!labelling.mayAccept) return not(`${labelling.by}, who set the label ${label}, has no write permission`);
  if (comment === undefined) return not('there is no comment of ours that showed what would be accepted');
  if (!isSigned)
    return not(`the comment that was shown does not carry our signature; set the label ${label} anew after this run`);
  const shown = shownAt(comment, labelling.at);
  if (shown === undefined)
    return not(`the label ${label} was set before the comment showed a result, or just as it changed; set it anew`);
  if (shown !== fingerprint)
    return not(`the label ${label} was set for an earlier result; set it anew to accept this one`);
  return { kind: 'accepted', by: labelling.by, at: labelling.at, fingerprint };
}

/** Fingerprint that the comment showed at that time. Undefined before the first, and in the second of a change: either may have been meant. */
function shownAt({ comment, marker }: Omit<MarkedComment, 'signed'>, at: string): string | undefined {
  const times = marker.judged.map((entry) => ({ ...entry, at: entry.at ?? comment.updatedAt }));
  if (times.some((entry) => entry.at === at)) return undefined;
  return times.findLast((entry) => entry.at < at)?.fingerprint;
}
