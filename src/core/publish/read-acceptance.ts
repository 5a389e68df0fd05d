import type { Forum, Refused } from '../forum.ts';
import type { Seal } from '../seal/create-seal.ts';
import { type Acceptance, decideAcceptance } from './decide-acceptance.ts';
import { findComments } from './find-comments.ts';

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
