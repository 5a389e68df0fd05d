import type { Forum, Labelling, Refused } from '../forum.ts';
import type { Seal } from '../seal/create-seal.ts';
import { findComments, type MarkedComment } from './find-comments.ts';

/** Reads label, labeller and comment as they are now (a payload's labels may be old, a merge group's has none) and decides. One request where the label is not set. */
export async function readAcceptance(
  forum: Forum,
  asked: {
    readonly pull: number;
    readonly label: string;
    readonly name: string;
    readonly fingerprint: string;
    readonly seal: Seal | undefined;
  },
): Promise<Acceptance> {
  const { label, fingerprint, seal } = asked;
  const pull = await forum.pull(asked.pull);
  if (pull.kind === 'refused') return notRead(label, pull);
  // GitHub's labels differ by more than case.
  const set = pull.value.labels.some((one) => one.toLowerCase() === label.toLowerCase());
  if (!set) return { kind: 'not-accepted', why: `the label ${label} is not set` };
  const [labelling, comments] = await Promise.all([forum.labelling(asked.pull, label), forum.comments(asked.pull)]);
  if (labelling.kind === 'refused') return notRead(label, labelling);
  if (comments.kind === 'refused') return notRead(label, comments);
  const found = findComments(comments.value, asked.name, seal);
  const comment = found.find(({ signed }) => signed) ?? found[0];
  const isSigned = seal === undefined || comment?.signed !== false;
  return decideAcceptance({ label, labelling: labelling.value, comment, isSigned, fingerprint });
}

function notRead(label: string, { message, permission, fix }: Refused): Acceptance {
  const grant = permission === undefined ? fix?.replace(/\.$/u, '') : `Grant the job's token \`${permission}\``;
  const help = grant === undefined ? '' : `. ${grant}`;
  return { kind: 'not-accepted', why: `whether the label ${label} is set could not be read (${message})${help}` };
}

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
