/** A vector of unit length from the letters of a text: what both tools take for its embedding. */
export function embed(text: string): readonly number[] {
  const counts = Array.from({ length: 27 }, () => 0.01);
  for (const letter of text.toLowerCase()) {
    const place = letter.charCodeAt(0) - 97;
    const index = place >= 0 && place < 26 ? place : 26;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  const length = Math.hypot(...counts);
  return counts.map((count) => count / length);
}
