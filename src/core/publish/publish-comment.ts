import type { Asked, Forum, Refused } from '../forum.ts';
import { type CommentDecision, type CommentFacts, decideComment } from './decide-comment.ts';
import { findComments } from './find-comments.ts';

export type Published =
  /** `left`: why another comment of ours, which shows something else, is still there. */
  | { readonly kind: 'written'; readonly url: string; readonly left?: Refused }
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
    if (decision.kind !== 'create' || look === mostLooks) {
      const { url } = written.value;
      return { kind: 'written', url, ...(decision.kind === 'update' && (await removeAll(forum, decision.duplicates))) };
    }
    // Finding and creating is not one step: another run may have created one in between. The older one stays.
    mine.add(written.value.id);
    const again = await forum.comments(number);
    if (again.kind === 'refused') return { kind: 'written', url: written.value.url };
    const [oldest, ...later] = findComments(again.value, wanted.statement.name, wanted.seal);
    const left = await removeAll(
      forum,
      later.map(({ comment }) => comment.id),
    );
    if (oldest === undefined || mine.has(oldest.comment.id))
      return { kind: 'written', url: written.value.url, ...left };
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
    case 'update':
      return forum.update(decision.id, decision.body);
    case 'keep':
      return { ...decision, kind: 'kept' };
    case 'superseded':
      return decision;
  }
}

function notWritten({ kind: _, ...refused }: Refused): Published {
  return { ...refused, kind: 'not-written' };
}

async function removeAll(forum: Forum, ids: readonly number[]): Promise<{ readonly left?: Refused }> {
  for (const id of ids) {
    const removed = await forum.remove(id);
    if (removed.kind === 'refused') return { left: removed };
  }
  return {};
}
