import type { Asked, Forum, Refused } from '../forum.ts';
import { type CommentDecision, type CommentFacts, decideComment } from './decide-comment.ts';
import { findComments } from './find-comments.ts';

export type Published =
  | { readonly kind: 'written'; readonly url: string }
  | { readonly kind: 'kept'; readonly why: string; readonly url?: string }
  | { readonly kind: 'superseded'; readonly why: string }
  | ({ readonly kind: 'not-written' } & Omit<Refused, 'kind'>);

/** Two runs that create at once settle in one more look; a third look is for a third run. */
const mostLooks = 3;

/** Writes the comment. Never throws and never decides the gate: what was refused is a warning for the caller to give. */
export async function publishComment(
  forum: Forum,
  number: number,
  wanted: Omit<CommentFacts, 'comments' | 'head'>,
): Promise<Published> {
  const looked = Promise.all([forum.pull(number), forum.comments(number)]);
  const mine = new Set<number>();
  for (let look = 1; ; look += 1) {
    const [pull, first] = await looked;
    const head = pull.kind === 'done' ? pull.value.head : undefined;
    const listed = look === 1 ? first : await forum.comments(number);
    if (listed.kind === 'refused') return notWritten(listed);
    const decision = decideComment({ ...wanted, head, comments: listed.value });
    const written = await perform(forum, number, decision);
    if ('why' in written) return written;
    if (written.kind === 'refused') return notWritten(written);
    if (decision.kind !== 'create' || look === mostLooks) return { kind: 'written', url: written.value.url };
    // Finding and creating is not one step: another run may have created one in between. The older one stays.
    mine.add(written.value.id);
    const again = await forum.comments(number);
    if (again.kind === 'refused') return { kind: 'written', url: written.value.url };
    const [oldest, ...later] = findComments(again.value, wanted.statement.name, wanted.seal);
    for (const { comment } of later) await forum.remove(comment.id);
    if (oldest === undefined || mine.has(oldest.comment.id)) return { kind: 'written', url: written.value.url };
  }
}

async function perform(
  forum: Forum,
  number: number,
  decision: CommentDecision,
): Promise<Asked<{ readonly id: number; readonly url: string }> | Extract<Published, { readonly why: string }>> {
  switch (decision.kind) {
    case 'create':
      return forum.create(number, decision.body);
    case 'update': {
      const updated = await forum.update(decision.id, decision.body);
      for (const id of updated.kind === 'done' ? decision.duplicates : []) await forum.remove(id);
      return updated;
    }
    case 'keep':
      return { ...decision, kind: 'kept' };
    case 'superseded':
      return decision;
  }
}

function notWritten({ message, permission }: Refused): Published {
  return { kind: 'not-written', message, ...(permission === undefined ? {} : { permission }) };
}
