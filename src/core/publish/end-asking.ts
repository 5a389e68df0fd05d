import type { Forum } from '../forum.ts';
import { readMarker } from './marker.ts';

/** What a run leaves to be said in its name, should it not come to say anything itself. */
export type LastWord = {
  readonly pull: number;
  readonly name: string;
  /** Run id and attempt. */
  readonly run: string;
  /** The comment, signed. */
  readonly body: string;
};

/**
 * Ends a comment that says that this run still asks, where there is one: nobody else would, until another run comes along.
 * One that another run wrote is not touched. Says nothing of failures: nothing hangs on it.
 */
export async function endAsking(forum: Forum, { pull, name, run, body }: LastWord): Promise<void> {
  const listed = await forum.comments(pull);
  if (listed.kind === 'refused') return;
  const ours = listed.value.flatMap((comment) => {
    const marker = comment.own ? readMarker(comment.body) : undefined;
    return marker?.name === name ? [{ id: comment.id, asks: marker.asking === true && marker.run === run }] : [];
  });
  const isTold = ours.some(({ asks }) => !asks);
  const [first, ...more] = ours.filter(({ asks }) => asks);
  if (first === undefined) return;
  await (isTold ? forum.remove(first.id) : forum.update(first.id, body));
  for (const { id } of more) await forum.remove(id);
}
