import { diffArrays } from 'diff';

export type DiffLine = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/**
 * Old and new text by lines; long lines (a reply is often one) are cut after sentences, so that a difference stands beside little
 * that is the same. Lines beyond `most` a side are left out of the comparison and counted by the caller's fence.
 */
export function diffReplies(old: string, now: string, most = 400): readonly DiffLine[] {
  const changes = diffArrays(pieces(old).slice(0, most), pieces(now).slice(0, most));
  return changes.flatMap((change) =>
    change.value.map(
      (text): DiffLine => ({ kind: change.added ? 'added' : change.removed ? 'removed' : 'same', text }),
    ),
  );
}

function pieces(text: string): readonly string[] {
  return text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .flatMap((line) => (line.length <= 100 ? [line] : line.split(/(?<=[.!?。！？…]["'”’)\]]*)\s+|(?<=[。！？])/u)));
}
