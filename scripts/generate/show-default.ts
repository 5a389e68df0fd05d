/** A default as Markdown: each of its parts as code, words with code in them as they are. */
export function showDefault(value: string): string {
  if (value === '' || value.includes('`')) return value;
  return value
    .split(', ')
    .map((part) => `\`${part}\``)
    .join(', ');
}
