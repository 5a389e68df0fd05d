import { markdownTable } from 'markdown-table';

/**
 * A document with the parts that are made from the code written anew between their markers (`<!-- inputs:start -->` …
 * `<!-- inputs:end -->`).
 * @throws Error where a pair of markers is missing.
 */
export function withMarkedParts(
  document: { readonly path: string; readonly text: string },
  parts: Readonly<Record<string, () => string>>,
): string {
  let { text } = document;
  for (const [name, write] of Object.entries(parts)) {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`${document.path} lacks the markers ${start} and ${end}.`);
    text = `${text.slice(0, from + start.length)}\n${write()}\n${text.slice(to)}`;
  }
  return text;
}

/** A Markdown table whose cells stand on one line each. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')));
  return markdownTable(escaped, { alignDelimiters: false, padding: true });
}
