/** A check as far as it names the words that decided it. */
type Deciding = { readonly name: string; readonly reason: string };

/** A stretch of a text. */
export type Stretch = { readonly from: number; readonly to: number };

/**
 * The stretches of a reply that its checks decided by: words that a reason quotes, the text a check looks for, statements
 * taken from it. In order, none over another. Empty where the reply has none of them.
 */
export function evidenceOf(text: string, checks: readonly Deciding[]): readonly Stretch[] {
  const lower = text.toLowerCase();
  // Some letters change their length when lowered: then nothing would stand where it was found.
  if (lower.length !== text.length) return [];
  const found = [...new Set(checks.flatMap(wordsOf))].flatMap((words): Stretch[] => {
    const from = lower.indexOf(words.toLowerCase());
    return from === -1 ? [] : [{ from, to: from + words.length }];
  });
  const sorted = found.toSorted((one, other) => one.from - other.from || other.to - one.to);
  return sorted.filter((one, at) => sorted.slice(0, at).every(({ to }) => to <= one.from));
}

/** Words of a reply that a check's reason quotes, or that its name holds: `contains: 30 days`. */
function wordsOf({ name, reason }: Deciding): readonly string[] {
  const quoted = [...reason.matchAll(/["“]([^"“”]{3,300})["”]/gu)].map(([, words = '']) => words.replace(/…$/u, ''));
  const named = /^[\w-]+: (.{3,200})$/su.exec(name)?.[1];
  return [...quoted, ...(named === undefined ? [] : [named])];
}
