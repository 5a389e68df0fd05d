/** A text in quotes for a reason: its first `length` characters on one line, never half a surrogate pair. */
export function excerpt(text: string, length = 80): string {
  const line = text
    .slice(0, length * 4)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  const cut = characters.length > length || text.length > length * 4;
  return JSON.stringify(cut ? `${characters.slice(0, length).join('')}…` : line);
}
