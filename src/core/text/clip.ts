/** The first `most` characters (code points) of a text, with `…` in place of the last where some are left out. */
export function clip(text: string, most: number): string {
  // A code point takes at most two units: what is this short needs no counting.
  if (text.length <= most) return text;
  const points = [...text.slice(0, most * 2)];
  if (points.length <= most && text.length <= most * 2) return text;
  return `${points.slice(0, Math.max(0, most - 1)).join('')}…`;
}
