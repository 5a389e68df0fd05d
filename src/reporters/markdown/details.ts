/** A folded section. The empty lines let Markdown be read inside the element. */
export function details(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
